package analysis

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func mustBuild(t *testing.T, b *Builder) *Network {
	t.Helper()
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestBuilderRefuses(t *testing.T) {
	for _, tc := range []struct {
		name, field string
		spoil       func(*Builder)
	}{
		{"a tie to nobody", "tie", func(b *Builder) { b.Tie("a", "z") }},
		{"an unknown pair with nobody", "unknown pair", func(b *Builder) { b.Unknown("z", "a") }},
		{"the class of nobody", "class of", func(b *Builder) { b.Class("family", "z", "X") }},
		{"a weight that is no number", "weight", func(b *Builder) { b.WeightedTie("a", "b", math.NaN()) }},
		{"a negative weight", "weight", func(b *Builder) { b.WeightedTie("a", "b", -1) }},
		{"the first mistake counts", "tie", func(b *Builder) { b.Tie("z", "a"); b.Class("family", "z", "X") }},
	} {
		b := NewBuilder(false, "a", "b")
		tc.spoil(b)
		_, err := b.Build()
		if e, ok := errors.AsType[*InputError](err); !ok || e.Field != tc.field {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
	if _, err := NewBuilder(false, "a", "").Build(); err == nil {
		t.Error("an empty id must be refused")
	}
}

func TestNetwork(t *testing.T) {
	b := NewBuilder(true, "c", "a", "b", "a")
	b.WeightedTie("a", "b", 2)
	b.WeightedTie("a", "b", 0.5)
	b.Tie("c", "a")
	b.Tie("b", "b")
	b.Unknown("b", "a")
	b.Unknown("a", "b") // tied: known
	b.Unknown("c", "c")
	b.Class("family", "a", "X")
	b.Possible("family", "Y")
	n := mustBuild(t, b)
	if got := draw(n); got != "a>b*2.5 c>a*1 b?a" {
		t.Errorf("got %q", got)
	}
	if n.N() != 3 || n.M() != 2 || n.PairsAtRisk() != 3*2 || n.PairsUnknown() != 1 {
		t.Errorf("n %d, m %d, P %d, u %d", n.N(), n.M(), n.PairsAtRisk(), n.PairsUnknown())
	}
	if !slices.Equal(n.Successors(0), []int32{1}) || !slices.Equal(n.Predecessors(0), []int32{2}) || !slices.Equal(n.Neighbors(0), []int32{1, 2}) || n.Degree(0) != 2 {
		t.Errorf("rows of a: %v %v %v", n.Successors(0), n.Predecessors(0), n.Neighbors(0))
	}
	if i, ok := n.Index("c"); !ok || n.ID(i) != "c" || !slices.Equal(n.IDs(), []string{"a", "b", "c"}) {
		t.Errorf("ids %v", n.IDs())
	}
	if !n.Tied(0, 1) || n.Tied(1, 0) || !n.Unknown(1, 0) || n.Unknown(0, 1) {
		t.Error("pairs of a and b")
	}
	if !slices.Equal(n.Classes("family"), []string{"X", "Y"}) || n.Class("family", 0) != "X" || n.Class("family", 1) != "" || n.Class("other", 0) != "" {
		t.Errorf("classes %v", n.Classes("family"))
	}
	if got := draw(n.Without("c")); got != "a>b*2.5 b?a" {
		t.Errorf("without c: %q", got)
	}
	if n.Echo() != nil || !slices.Equal(n.Attributes(), []string{"family"}) {
		t.Errorf("echo %v, attributes %v", n.Echo(), n.Attributes())
	}
}

// TestLargeSums: 2^24 + 1 unit ties on one pair weigh 16,777,217; single precision
// would lose the last one.
func TestLargeSums(t *testing.T) {
	b := NewBuilder(false, "a", "b")
	b.WeightedTie("a", "b", 1<<24)
	b.Tie("b", "a")
	for tie := range mustBuild(t, b).Ties() {
		if tie.Weight != 16_777_217 {
			t.Errorf("weight %v, want 2^24 + 1", tie.Weight)
		}
	}
}

// TestAttributeJoin: classes are joined by id, in whatever order rows come.
func TestAttributeJoin(t *testing.T) {
	rows := [][2]string{{"a", "X"}, {"b", "Y"}, {"c", "X"}, {"d", ""}}
	var hashes []string
	for range 2 {
		b := NewBuilder(false, "d", "c", "b", "a")
		b.Tie("a", "c")
		for _, r := range rows {
			b.Class("family", r[0], r[1])
		}
		n := mustBuild(t, b)
		if m := one(t, n, Blau); !near(*m.Value, 1-(2.0*2+1*1)/(3*3)) || m.UnknownClass != 1 {
			t.Errorf("Blau %v, %d of unknown class", *m.Value, m.UnknownClass)
		}
		hashes = append(hashes, one(t, n, Blau).InputHash)
		slices.Reverse(rows)
	}
	if hashes[0] != hashes[1] {
		t.Error("the order of attribute rows changes the hash")
	}
}

// TestHash: everything a value depends on changes the hash of the input.
func TestHash(t *testing.T) {
	base := func() *Builder {
		b := NewBuilder(true, "a", "b", "c")
		b.Tie("a", "b")
		b.Class("family", "a", "X")
		return b
	}
	seen := map[string]string{}
	note := func(what, hash string) {
		if other, ok := seen[hash]; ok {
			t.Errorf("%s and %s have one hash", what, other)
		}
		seen[hash] = what
	}
	for what, change := range map[string]func(*Builder){
		"nothing":          func(*Builder) {},
		"a tie":            func(b *Builder) { b.Tie("b", "a") },
		"a weight":         func(b *Builder) { b.WeightedTie("a", "b", 1) },
		"an unknown pair":  func(b *Builder) { b.Unknown("b", "a") },
		"another pair":     func(b *Builder) { b.Unknown("c", "a") },
		"a class":          func(b *Builder) { b.Class("family", "b", "X") },
		"a possible class": func(b *Builder) { b.Possible("family", "Y") },
	} {
		b := base()
		change(b)
		note(what, one(t, mustBuild(t, b), Density).InputHash)
	}
	note("another indicator", one(t, mustBuild(t, base()), Ties).InputHash)
	in := testInput("a", "b", "c")
	for _, p := range []Projection{{}, {Confirm: Two}, {Horizon: new(5)}, {Perimeter: []string{"pole:a"}}, {AsOf: "2025-01-02"}, {Silence: AbsentSilence}} {
		n := project(t, in, p)
		note(n.Echo().Inclusion.En+strings.Join(p.Perimeter, ""), one(t, n, Density).InputHash)
		note("after removal", one(t, n.Without("a"), Density).InputHash)
	}
	note("never a member", one(t, project(t, testInput("b", "c"), Projection{}), Density).InputHash)
}

// TestWithout: taking nodes out equals building the network without them.
func TestWithout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(7, 5).Draw(t, "network")
		if d.n == 0 {
			return
		}
		gone := d.n - 1
		n := d.build(t, name)
		rest := draft{directed: d.directed, n: gone, k: d.k, class: d.class[:gone], tie: map[[2]int]bool{}, unknown: map[[2]int]bool{}}
		for p := range d.tie {
			if p[0] != gone && p[1] != gone {
				rest.tie[p] = true
			}
		}
		for p := range d.unknown {
			if p[0] != gone && p[1] != gone {
				rest.unknown[p] = true
			}
		}
		if got, want := n.Without(name(gone)), rest.build(t, name); draw(got) != draw(want) || (d.k > 0 && got.digest != want.digest && hasClass(d)) {
			t.Fatalf("%q, want %q", draw(got), draw(want))
		}
	})
}

func hasClass(d draft) bool {
	return slices.ContainsFunc(d.class[:d.n-1], func(c int) bool { return c >= 0 })
}

func TestDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.IntRange(-719162, 2932896).Draw(t, "day") // 0001-01-01 to 9999-12-31
		text := time.Unix(int64(want)*86400, 0).UTC().Format(time.DateOnly)
		if got, known, ok := parseDay(text); !ok || !known || int(got) != want {
			t.Fatalf("%s is day %d, want %d", text, got, want)
		}
	})
}

// FuzzDay: exactly what the standard library reads as a date is a day.
func FuzzDay(f *testing.F) {
	for _, s := range []string{"", "2024-02-29", "2023-02-29", "2025-13-01", "2025-1-1", "0000-01-01", "1900-02-29"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, err := time.Parse(time.DateOnly, s)
		want := err == nil && !strings.HasPrefix(s, "0000") || s == ""
		if _, _, ok := parseDay(s); ok != want {
			t.Errorf("%q: %t, want %t", s, ok, want)
		}
	})
}

// TestTieAt: numbers and ids make the same network, below and above the size from
// which ids are looked up in a map.
func TestTieAt(t *testing.T) {
	for _, n := range []int{5, 20*manyNodes + 5} {
		ids := make([]string, n)
		for i := range ids {
			ids[i] = name(100_000 + i)
		}
		byID, byNumber := NewBuilder(true, ids...), NewBuilder(true, ids...)
		byNumber.Grow(2 * n)
		for i := range n {
			byID.Tie(ids[i], ids[(i*7+1)%n])
			byID.Tie(ids[(i*7+1)%n], ids[(i*3)%n])
			byNumber.TieAt(i, (i*7+1)%n)
			byNumber.TieAt((i*7+1)%n, (i*3)%n)
		}
		if mustBuild(t, byID).digest != mustBuild(t, byNumber).digest {
			t.Errorf("%d nodes: two networks", n)
		}
		byID.Tie(ids[0], "nobody")
		if _, err := byID.Build(); err == nil {
			t.Errorf("%d nodes: a tie with nobody was taken", n)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a tie with a node out of range was taken")
		}
	}()
	NewBuilder(false, "a").TieAt(0, 1)
}

// TestBuilderTwins: rows against a table of pairs, with loops, parallels whose weights
// add up in the order of the calls, and ties before the first weight.
func TestBuilderTwins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size, directed := rapid.IntRange(1, 9).Draw(t, "n"), rapid.Bool().Draw(t, "directed")
		ids := make([]string, size)
		for i := range ids {
			ids[i] = name(i)
		}
		b, weighted := NewBuilder(directed, ids...), false
		weight := map[[2]int]float64{}
		for range rapid.IntRange(0, 60).Draw(t, "ties") {
			i, j, w := rapid.IntRange(0, size-1).Draw(t, "from"), rapid.IntRange(0, size-1).Draw(t, "to"), 1.0
			switch rapid.IntRange(0, 4).Draw(t, "call") {
			case 0:
				w = rapid.Float64Range(0, 9).Draw(t, "weight")
				weighted = true
				b.WeightedTie(ids[i], ids[j], w)
			case 1, 2:
				b.TieAt(i, j)
			default:
				b.Tie(ids[i], ids[j])
			}
			if !directed {
				i, j = min(i, j), max(i, j)
			}
			if i != j {
				weight[[2]int{i, j}] += w
			}
		}
		n, err := b.Build()
		if err != nil || n.M() != len(weight) || n.Weighted() != weighted {
			t.Fatalf("%d ties, weighted %v (%v), want %d, %v", n.M(), n.Weighted(), err, len(weight), weighted)
		}
		for tie := range n.Ties() {
			want, there := weight[[2]int{tie.From, tie.To}]
			if !there || weighted && tie.Weight != want {
				t.Fatalf("%+v, want %v", tie, want)
			}
		}
		for i := range size {
			if !slices.IsSorted(n.Successors(i)) || !slices.IsSorted(n.Predecessors(i)) {
				t.Fatalf("rows of %d: %v, %v", i, n.Successors(i), n.Predecessors(i))
			}
			for _, j := range n.Successors(i) {
				if !slices.Contains(n.Predecessors(int(j)), int32(i)) {
					t.Fatalf("%d is no predecessor of %d", i, j)
				}
			}
		}
	})
}
