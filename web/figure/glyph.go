package figure

import (
	"math"
	"strings"
)

// Family is what colour and shape say of an organisation: its kind, with
// enterprises parted by whether they belong to the social and solidarity economy
// (ESS). Any other code is drawn as [Other].
type Family string

// The families and their glyphs.
const (
	ESS        Family = "ess"         // enterprise of the social and solidarity economy: disc
	NonESS     Family = "sme"         // enterprise outside it: square
	ESSUnknown Family = "ess-unknown" // enterprise of which it is not known: hatched square
	Network    Family = "net"         // network: ring
	Authority  Family = "auth"        // local authority: diamond
	PublicBody Family = "public"      // other public body: diamond with a white centre
	Research   Family = "res"         // research centre: triangle
	Training   Family = "trn"         // training body: triangle upside down
	Other      Family = "oth"         // anything else: plus
	NoFamily   Family = "unknown"     // kind not known: hatched disc
)

// FamilyOf is the family of an organisation by the codes that the API gives: its
// kind (OrganisationKind, empty when unknown) and its ESS status (Tri, empty
// when unknown), which only enterprises need.
func FamilyOf(kind, ess string) Family {
	switch kind {
	case "ENTERPRISE":
		switch ess {
		case "YES":
			return ESS
		case "NO":
			return NonESS
		}
		return ESSUnknown
	case "NETWORK":
		return Network
	case "LOCAL_AUTHORITY":
		return Authority
	case "PUBLIC_BODY":
		return PublicBody
	case "RESEARCH_CENTRE":
		return Research
	case "TRAINING_BODY":
		return Training
	case "":
		return NoFamily
	}
	return Other
}

// colour is the fill of a family. Public bodies share the colour of local
// authorities, networks that of the ESS; their white centre tells them apart.
func (f Family) colour() string {
	switch f {
	case ESS, Network:
		return "#17804f"
	case NonESS, ESSUnknown:
		return "#c07a08"
	case Authority, PublicBody:
		return "#1d3f94"
	case Research:
		return "#9170ea"
	case Training:
		return "#7d1244"
	case NoFamily:
		return line
	}
	return "#6b6f75"
}

func (f Family) class() string {
	switch f {
	case ESS, NonESS, ESSUnknown, Network, Authority, PublicBody, Research, Training, NoFamily:
		return "f-" + string(f)
	}
	return "f-oth"
}

// glyph draws the shape of a family around (x, y). Shapes have the area of a
// disc of radius r, so that none looks more important than another.
func (c *canvas) glyph(f Family, x, y, r float64) {
	c.open("g", "class", f.class(), "fill", f.colour())
	switch f {
	case ESS:
		c.disc(x, y, r)
	case Network:
		c.disc(x, y, r)
		c.el("circle", "cx", x, "cy", y, "r", float64(0.45*r), "fill", paper)
	case NonESS:
		a := float64(0.886 * r)
		c.el("rect", "x", x-a, "y", y-a, "width", 2*a, "height", 2*a)
	case ESSUnknown:
		a := float64(0.886*r) - 0.75
		c.el("rect", "x", x-a, "y", y-a, "width", 2*a, "height", 2*a, "fill", paper, "stroke", f.colour(), "stroke-width", 1.5)
		c.fineHatch(x, y, a, false, f.colour())
	case Authority:
		c.diamond(x, y, float64(1.253*r))
	case PublicBody:
		c.diamond(x, y, float64(1.253*r))
		c.el("circle", "cx", x, "cy", y, "r", float64(0.42*r), "fill", paper)
	case Research:
		c.triangle(x, y, float64(1.555*r), 1)
	case Training:
		c.triangle(x, y, float64(1.555*r), -1)
	case NoFamily:
		c.el("circle", "cx", x, "cy", y, "r", r-0.75, "fill", paper, "stroke", f.colour(), "stroke-width", 1.5, "stroke-dasharray", "3 2.4")
		c.fineHatch(x, y, r-1.5, true, f.colour())
	default:
		long, half := float64(1.108*r), float64(0.443*r)
		c.el("path", "d", polygon(x-half, y-long, x+half, y-long, x+half, y-half, x+long, y-half, x+long, y+half, x+half, y+half,
			x+half, y+long, x-half, y+long, x-half, y+half, x-long, y+half, x-long, y-half, x-half, y-half))
	}
	c.close("g")
}

func (c *canvas) disc(x, y, r float64) {
	c.el("circle", "cx", x, "cy", y, "r", r)
}

func (c *canvas) diamond(x, y, half float64) {
	c.el("path", "d", polygon(x, y-half, x+half, y, x, y+half, x-half, y))
}

// triangle draws an equilateral triangle of circumradius R that points up (1) or
// down (-1), moved towards its base by 0.14 R so that it looks centred.
func (c *canvas) triangle(x, y, circumradius, up float64) {
	y += float64(up * float64(0.14*circumradius))
	half, tip, base := float64(0.866*circumradius), float64(up*circumradius), float64(up*float64(0.5*circumradius))
	c.el("path", "d", polygon(x, y-tip, x+half, y+base, x-half, y+base))
}

// fineHatch draws the fine hatching of small shapes: of a square of half-side a,
// or of a disc of radius a when round.
func (c *canvas) fineHatch(x, y, a float64, round bool, colour string) {
	var path strings.Builder
	for k := -10; k <= 10; k++ {
		off := float64(2.2 * float64(k)) // a stroke's middle is (x+off, y+off)
		reach := a - math.Abs(off)
		if round {
			reach = math.Sqrt(max(0, float64(a*a)/2-float64(off*off)))
		}
		if reach >= 0.5 {
			path.WriteString("M" + num(x+off-reach) + " " + num(y+off+reach) + "L" + num(x+off+reach) + " " + num(y+off-reach))
		}
	}
	c.el("path", "class", "unknown", "d", path.String(), "stroke", colour, "stroke-width", 1.2, "fill", "none")
}

// hatchedDisc is the edge of an organisation of which no cooperation is known
// or excluded.
func (c *canvas) hatchedDisc(x, y, r float64) {
	c.el("circle", "class", "unknown", "cx", x, "cy", y, "r", r, "fill", paper, "stroke", line)
	c.fineHatch(x, y, r, true, line)
}

// polygon is the path through the points x0, y0, x1, y1, … and back.
func polygon(coordinates ...float64) string {
	path, command := "", "M"
	for i := 0; i < len(coordinates); i += 2 {
		path += command + num(coordinates[i]) + " " + num(coordinates[i+1])
		command = "L"
	}
	return path + "Z"
}

// Glyph is the glyph of a family as a picture of its own, for tables and
// legends. size is the radius of its equivalent disc in pixels: 7 in tables, 8
// in legends. title names the family for those who do not see it; without one
// the glyph is decoration.
func Glyph(f Family, size float64, title string) Drawing {
	side := math.Ceil(float64(size * 3.2))
	c := &canvas{}
	hidden := ""
	if title == "" {
		hidden = "true"
	}
	c.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "glyph", "role", "img", "aria-label", title, "aria-hidden", hidden,
		"viewBox", "0 0 "+num(side)+" "+num(side), "width", side, "height", side)
	c.named("title", title)
	c.glyph(f, side/2, side/2, size)
	return Drawing{SVG: c.done()}
}
