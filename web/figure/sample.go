package figure

// Sample is a stroke of a map as a picture of its own, for keys outside it; thin
// as for ties that one party alone states when oneSide. It is decoration: the
// words beside it say what it is.
func Sample(s Stroke, oneSide bool) Drawing {
	c := newSample()
	size := 2.25
	if oneSide {
		size = 1.25
	}
	c.stroke(s, point{0, 7}, point{sampleWidth, 7}, size, ink, oneSide)
	return Drawing{SVG: c.done()}
}

// UnknownSample is the hatching of what is not known, as a picture of its own.
func UnknownSample() Drawing {
	c := newSample()
	c.hatch(0, 1.5, sampleWidth, 11)
	return Drawing{SVG: c.done()}
}

const sampleWidth = 36.0

func newSample() *canvas {
	c := &canvas{}
	c.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "sample", "aria-hidden", "true", "viewBox", "0 0 36 14", "width", sampleWidth, "height", 14)
	return c
}
