package figure

import (
	"math"
	"strconv"
)

// GaugeSpec is a share of what is possible, with what is not known of it, to be
// drawn by [Gauge]: ties of pairs, euros of euros, shares of a capital.
type GaugeSpec struct {
	Title     string
	Observed  int64   // of Possible
	Unknown   int64   // of Possible: may or may not count; 0 when unknowns have no size, as amounts
	Possible  int64   // 0: the share is not defined, and the track is dashed
	Low, High string  // ends of the scale in words: "0" and "1", or "100 %"
	Limit     *Limit  // a ceiling or threshold, nil for none
	Width     float64 // of the track in px; 0: 252
}

// Limit is a mark on the scale of a gauge.
type Limit struct {
	PerMille int    // of Possible, from 0 to 1000
	Name     string // "plafond légal 50 %"
}

// Gauge draws a track filled with ink up to observed / possible, its lower
// bound, and hatched on to (observed + unknown) / possible, its upper bound. When
// some is unknown a tick stands at observed / documented, the share of what is
// known, where documented = possible - unknown. Values outside 0…possible are
// drawn at the nearest end. Its table holds the four numbers.
func Gauge(spec GaugeSpec) Drawing {
	w := spec.Width
	if w <= 0 {
		w = 252
	}
	const top, height = 4.0, 9.0
	c := newCanvas("gauge", w+2, 30, spec.Title, "")
	possible := max(spec.Possible, 0)
	observed := min(max(spec.Observed, 0), possible)
	unknown := min(max(spec.Unknown, 0), possible-observed)
	at := func(part, whole int64) float64 { return 1 + float64(w*(float64(part)/float64(whole))) }
	if possible == 0 {
		c.el("rect", "class", "undefined", "x", 1, "y", top, "width", w, "height", height, "fill", paper, "stroke", line, "stroke-dasharray", "3 2.4")
	} else {
		c.rect("track", 1, top, w, height, paper, line)
		if unknown > 0 {
			c.hatch(at(observed, possible), top+0.5, at(unknown, possible)-1, height-1)
		}
		c.rect("observed", 1, top, at(observed, possible)-1, height, ink, "")
		if documented := possible - unknown; unknown > 0 && documented > 0 {
			c.tick(at(observed, documented), top, height)
		}
	}
	if spec.Limit != nil {
		x := at(int64(min(max(spec.Limit.PerMille, 0), 1000)), 1000)
		c.tick(x, top, height)
		half := width(spec.Limit.Name, 12, false) / 2
		low, high := half+width(spec.Low, 12, false)+8, w-half-width(spec.High, 12, false)-8
		c.text(max(min(x, high), low), 27, spec.Limit.Name, style{size: 12, anchor: "middle", class: "limit"})
	}
	c.text(1, 27, spec.Low, style{size: 12})
	c.text(w+1, 27, spec.High, style{size: 12, anchor: "end"})
	return Drawing{SVG: c.done(), Tables: []Table{{
		Name: "gauge", Columns: []string{"observed", "documented", "unknown", "possible"},
		Rows: [][]string{{digits(observed), digits(possible - unknown), digits(unknown), digits(possible)}},
	}}}
}

// tick is a mark across a track, parted from it by a white edge.
func (c *canvas) tick(x, top, height float64) {
	c.rect("", x-2.75, top-3, 5.5, height+6, paper, "")
	c.rect("tick", x-1.25, top-3, 2.5, height+6, ink, "")
}

func digits(n int64) string { return strconv.FormatInt(n, 10) }

// Boxes draws a number as a row of boxes, one for each possible item, filled
// from the left: 4.1 effective families of 8 are four full boxes and a tenth of
// the fifth. A value outside 0…possible, or none at all (NaN), is drawn at the
// nearest end. Its table holds both numbers.
func Boxes(title string, value float64, possible int) Drawing {
	const total, gap, height = 252.0, 4.0, 10.0
	possible = min(max(possible, 0), 60)
	if !(value > 0) {
		value = 0
	}
	value = min(value, float64(possible))
	c := newCanvas("boxes", total+2, height+2, title, "")
	box := (total - float64(gap*float64(possible-1))) / float64(max(possible, 1))
	for i := range possible {
		x := 1 + float64((box+gap)*float64(i))
		c.rect("track", x, 1, box, height, paper, line)
		if part := min(1, value-float64(i)); part > 0 {
			c.rect("observed", x, 1, float64(box*part), height, ink, "")
		}
	}
	return Drawing{SVG: c.done(), Tables: []Table{{
		Name: "boxes", Columns: []string{"value", "possible"},
		Rows: [][]string{{strconv.FormatFloat(math.Round(value*1000)/1000, 'f', -1, 64), strconv.Itoa(possible)}},
	}}}
}
