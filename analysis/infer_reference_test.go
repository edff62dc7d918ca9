package analysis

import (
	"maps"
	"math"
	"path/filepath"
	"slices"
	"testing"
)

// simulation is a printed null distribution; its probabilities are h/R, not ours.
type simulation struct {
	Mean, SD float64
	Reps     float64
}

type inferenceFile struct {
	Attribute string
	Layers    map[string]struct {
		Directed bool
		Values   map[string]any
		Exact    *struct {
			Expected float64 `json:"arc_reciprocity_expected"`
			Upper    float64 `json:"p_mutual_ge"`
			Lower    float64 `json:"p_mutual_le"`
		} `json:"exact_reciprocity_test_fixed_arc_count"`
	}
	Sna struct {
		Layers map[string]struct {
			Transitivity   *simulation `json:"cug_edges_transitivity"`
			Dyads          *simulation `json:"cug_dyad_transitivity"`
			Centralization *simulation `json:"cug_edges_degree_centralization"`
			Reciprocity    *simulation `json:"cug_edges_reciprocity_edgewise"`
		}
	} `json:"R_sna"`
	Extra map[string]struct {
		Bootstrap *struct {
			SE   float64
			Ends [2]float64 `json:"percentile95"`
			Reps int
		} `json:"snijders_borgatti_bootstrap"`
		EI *struct {
			Expected float64 `json:"expected_EI"`
			SD       float64 `json:"sd_EI"`
			Lowest   float64 `json:"EI_min"`
			Highest  float64 `json:"EI_max"`
			Upper    float64 `json:"p_internal_le"` // few internal ties are a high index
			Lower    float64 `json:"p_internal_ge"`
		} `json:"EI_exact_fixed_size_and_tie_count"`
	} `json:"numpy_scipy_extra"`
}

// inferenceReference compares with printed values and counts the comparisons.
type inferenceReference struct {
	*testing.T
	compared int
}

func (r *inferenceReference) within(what string, got, want, tolerance float64) {
	r.Helper()
	r.compared++
	if !(math.Abs(got-want) <= tolerance) {
		r.Errorf("%s = %.9g, the reference says %.9g (± %.2g)", what, got, want, tolerance)
	}
}

// exact compares a probability printed with 8 significant digits.
func (r *inferenceReference) exact(what string, got, want float64) {
	r.Helper()
	r.within(what, got, want, 1e-6*want)
}

// simulated compares the moments of two simulations: the means within 4 standard
// errors, the sds within a tenth.
func (r *inferenceReference) simulated(what string, n *Network, id Indicator, model NullModel, want *simulation) {
	r.Helper()
	if want == nil {
		return
	}
	got := n.Measure(r.Context(), []Indicator{id}, Options{Nulls: true, Model: model, Replicates: 20_000})[0].Null
	if got == nil || got.Model != model {
		r.Errorf("%s is %+v", what, got)
		return
	}
	r.within(what+" mean", got.Mean, want.Mean, 4*math.Sqrt(want.SD*want.SD/want.Reps+got.SD*got.SD/float64(got.Replicates)))
	r.within(what+" sd", got.SD, want.SD, .1*want.SD)
}

// TestInferenceReference: bootstrap standard errors within 3 %, null distributions of
// R sna within their noise, exact tails to 6 digits.
func TestInferenceReference(t *testing.T) {
	dir := referenceNets(t)
	r := &inferenceReference{T: t}
	for _, name := range []string{"campnet", "hightech", "kapferer_tailor", "karate", "kite", "knoke", "lazega", "padgett"} {
		var f inferenceFile
		readJSON(t, filepath.Join(dir, "reference", name+".json"), &f)
		for _, layer := range slices.Sorted(maps.Keys(f.Layers)) {
			l := f.Layers[layer]
			n := sharedNetwork(t, dir, name, layer, f.Attribute, l.Directed)
			what := name + "/" + layer
			closure := Transitivity
			if l.Directed {
				closure = TransitivityDirected
			}
			sna := f.Sna.Layers[layer]
			r.simulated(what+" transitivity, ties", n, closure, CUGTies, sna.Transitivity)
			r.simulated(what+" reciprocity, ties", n, ArcReciprocity, CUGTies, sna.Reciprocity)
			if l.Directed {
				r.simulated(what+" transitivity, dyads", n, closure, CUGDyads, sna.Dyads)
			} else {
				r.simulated(what+" centralisation", n, DegreeCentralization, CUGTies, sna.Centralization)
			}
			r.exactTests(what, n, f, layer)
			if b := f.Extra[layer].Bootstrap; b != nil {
				i := n.Measure(t.Context(), []Indicator{Density}, Options{Intervals: true, Replicates: b.Reps})[0].Interval
				// Ends are multiples of a pair; the quantile of R normal values has the sd
				// √(.025·.975/R)/φ(1.96) = 2.67/√R of theirs.
				step := 1/float64(n.PairsAtRisk()) + 4*math.Sqrt2*2.67*b.SE/math.Sqrt(float64(b.Reps))
				r.within(what+" SE", i.SE, b.SE, .03*b.SE)
				r.within(what+" lower end", i.Lo, b.Ends[0], step)
				r.within(what+" upper end", i.Hi, b.Ends[1], step)
				r.within(what+" bias", i.Bias, 0, 4*i.SE/math.Sqrt(float64(b.Reps)))
			}
		}
	}
	t.Logf("%d reference values compared", r.compared)
	if r.compared < 150 {
		t.Errorf("only %d values were compared", r.compared)
	}
}

func (r *inferenceReference) exactTests(what string, n *Network, f inferenceFile, layer string) {
	if want := f.Layers[layer].Exact; want != nil {
		for _, id := range []Indicator{ArcReciprocity, DyadReciprocity} {
			got := n.Measure(r.Context(), []Indicator{id}, Options{Nulls: true})[0].Null
			r.exact(what+" reciprocity upper", got.PUpper, want.Upper)
			r.exact(what+" reciprocity lower", got.PLower, want.Lower)
			if id == ArcReciprocity {
				r.within(what+" reciprocity mean", got.Mean, want.Expected, 1e-9)
			}
		}
	}
	if want := f.Extra[layer].EI; want != nil {
		got := n.Measure(r.Context(), []Indicator{EIIndex}, Options{Nulls: true, Attributes: []string{f.Attribute}})[0].Null
		r.exact(what+" E-I upper", got.PUpper, want.Upper)
		r.exact(what+" E-I lower", got.PLower, want.Lower)
		r.within(what+" E-I mean", got.Mean, want.Expected, 1e-9)
		r.within(what+" E-I sd", got.SD, want.SD, 1e-9)
		r.within(what+" E-I lowest", *got.ReachLo, want.Lowest, 1e-9)
		r.within(what+" E-I highest", *got.ReachHi, want.Highest, 1e-9)
	}
}
