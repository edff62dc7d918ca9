package figure

import (
	"math"
	"strings"
	"testing"
)

func TestGauge(t *testing.T) {
	golden(t, "gauge", Gauge(GaugeSpec{Title: "Densité", Observed: 34, Unknown: 22, Possible: 120, Low: "0", High: "1"}))
	golden(t, "gauge-limit", Gauge(GaugeSpec{Title: "Capital", Observed: 12, Possible: 100, Low: "0", High: "100 %", Width: 392, Limit: &Limit{500, "plafond légal 50 %"}}))
	golden(t, "gauge-undefined", Gauge(GaugeSpec{Title: "Densité", Low: "0", High: "1"}))
	golden(t, "boxes", Boxes("4,1 familles sur 8", 4.1, 8))
}

// 34 ties of 120 pairs of which 22 are not documented, on a track of 252 px that
// begins at 1: ink ends at 1 + 252·34/120, hatching is 252·22/120 wide, the tick
// stands at 1 + 252·34/98.
func TestGaugeMeasure(t *testing.T) {
	for _, c := range []struct {
		name                        string
		observed, unknown, possible int64
		want, without               []string
		row                         string
	}{
		{"bounds", 34, 22, 120,
			[]string{`class="observed" x="1" y="4" width="71.4"`, `class="unknown" x="72.4" y="4.5" width="46.2"`, `class="tick" x="87.2"`}, nil, "34 98 22 120"},
		{"all documented", 30, 0, 60, []string{`class="observed" x="1" y="4" width="126"`}, []string{"unknown", "tick"}, "30 60 0 60"},
		{"nothing documented", 0, 60, 60, []string{`class="unknown" x="1" y="4.5" width="252"`}, []string{"tick"}, "0 0 60 60"},
		{"no pair", 0, 0, 0, []string{"undefined"}, []string{"observed", "unknown", "tick"}, "0 0 0 0"},
		{"more than possible", 9, 9, 6, []string{`class="observed" x="1" y="4" width="252"`}, []string{"unknown"}, "6 6 0 6"},
		{"negative", -9, -9, -6, []string{"undefined"}, []string{"observed"}, "0 0 0 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Gauge(GaugeSpec{Observed: c.observed, Unknown: c.unknown, Possible: c.possible})
			wellFormed(t, d)
			for _, want := range c.want {
				if !strings.Contains(string(d.SVG), want) {
					t.Errorf("no %s in %s", want, d.SVG)
				}
			}
			for _, no := range c.without {
				if strings.Contains(string(d.SVG), `class="`+no+`"`) {
					t.Errorf("there is a %s in %s", no, d.SVG)
				}
			}
			if got := strings.Join(d.Tables[0].Rows[0], " "); got != c.row {
				t.Errorf("table says %s, want %s", got, c.row)
			}
		})
	}
}

func TestBoxes(t *testing.T) {
	for _, c := range []struct {
		value    float64
		possible int
		filled   int
	}{{0, 8, 0}, {1, 8, 1}, {4.1, 8, 5}, {8, 8, 8}, {9, 8, 8}, {math.NaN(), 8, 0}, {math.Inf(1), 3, 3}, {math.Inf(-1), 3, 0}, {1, 0, 0}, {1, -4, 0}} {
		d := Boxes("", c.value, c.possible)
		wellFormed(t, d)
		if n := strings.Count(string(d.SVG), `class="observed"`); n != c.filled {
			t.Errorf("%v of %d: %d boxes with ink, want %d", c.value, c.possible, n, c.filled)
		}
	}
}
