package figure

import (
	"encoding/xml"
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestGlyphs(t *testing.T) {
	for _, f := range []Family{ESS, NonESS, ESSUnknown, Network, Authority, PublicBody, Research, Training, Other, NoFamily} {
		golden(t, "glyph-"+string(f), Glyph(f, 8, "nom de la famille"))
	}
	if a, b := Glyph("a code of tomorrow", 8, ""), Glyph(Other, 8, ""); a.SVG != b.SVG {
		t.Error("an unknown code is not drawn as other")
	}
}

// Filled shapes have the area of a disc of the same radius, within a hundredth.
func TestGlyphAreas(t *testing.T) {
	const r = 100.0
	for _, f := range []Family{Authority, Research, Training, Other} {
		c := &canvas{}
		c.glyph(f, 0, 0, r)
		var g struct {
			Path struct {
				D string `xml:"d,attr"`
			} `xml:"path"`
		}
		if err := xml.Unmarshal([]byte(c.String()), &g); err != nil {
			t.Fatal(err)
		}
		var x, y []float64
		for corner := range strings.FieldsFuncSeq(g.Path.D, func(r rune) bool { return strings.ContainsRune("MLZ", r) }) {
			var px, py float64
			if _, err := fmt.Sscan(corner, &px, &py); err != nil {
				t.Fatal(err)
			}
			x, y = append(x, px), append(y, py)
		}
		area := 0.0 // half the sum of cross products of neighbouring corners
		for i := range x {
			j := (i + 1) % len(x)
			area += (x[i]*y[j] - x[j]*y[i]) / 2
		}
		if share := math.Abs(area) / (math.Pi * r * r); math.Abs(share-1) > 0.01 {
			t.Errorf("%s has %.3f of the area of the disc", f, share)
		}
	}
}

func TestFamilyOf(t *testing.T) {
	for _, c := range []struct {
		kind, ess string
		want      Family
	}{
		{"ENTERPRISE", "YES", ESS}, {"ENTERPRISE", "NO", NonESS}, {"ENTERPRISE", "UNKNOWN", ESSUnknown}, {"ENTERPRISE", "", ESSUnknown},
		{"NETWORK", "YES", Network}, {"LOCAL_AUTHORITY", "", Authority}, {"PUBLIC_BODY", "", PublicBody}, {"RESEARCH_CENTRE", "", Research},
		{"TRAINING_BODY", "", Training}, {"OTHER", "", Other}, {"A_NEW_KIND", "", Other}, {"", "", NoFamily},
	} {
		if got := FamilyOf(c.kind, c.ess); got != c.want {
			t.Errorf("%s with ESS status %q is %s, want %s", c.kind, c.ess, got, c.want)
		}
	}
}
