package figure

import (
	"strings"
	"testing"
)

func TestSamplesAreTheStrokesOfMaps(t *testing.T) {
	for s, want := range map[Stroke]string{Solid: "t-solid", Dashed: `stroke-dasharray="9 4"`, Dotted: `stroke-dasharray="0.1 5"`, DashDot: `stroke-dasharray="9 4 0.1 4"`} {
		for _, oneSide := range []bool{false, true} {
			got := string(Sample(s, oneSide).SVG)
			if !strings.Contains(got, want) || strings.Contains(got, "one-side") != oneSide || !strings.Contains(got, `aria-hidden="true"`) {
				t.Errorf("%v, one side %v: %s", s, oneSide, got)
			}
		}
	}
	if got := string(UnknownSample().SVG); !strings.Contains(got, "#7a838e") {
		t.Errorf("hatching: %s", got)
	}
}
