package figure

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMap(t *testing.T) {
	for name, spec := range cases() {
		golden(t, name, Map(spec))
	}
}

// shuffled is the same specification in another order of its lists.
func shuffled(spec MapSpec, seed uint64) MapSpec {
	r := rand.New(rand.NewPCG(seed, 1))
	spec.Nodes, spec.Ties, spec.Undocumented = slices.Clone(spec.Nodes), slices.Clone(spec.Ties), slices.Clone(spec.Undocumented)
	r.Shuffle(len(spec.Nodes), func(i, j int) { spec.Nodes[i], spec.Nodes[j] = spec.Nodes[j], spec.Nodes[i] })
	r.Shuffle(len(spec.Ties), func(i, j int) { spec.Ties[i], spec.Ties[j] = spec.Ties[j], spec.Ties[i] })
	r.Shuffle(len(spec.Undocumented), func(i, j int) {
		spec.Undocumented[i], spec.Undocumented[j] = spec.Undocumented[j], spec.Undocumented[i]
	})
	for i, p := range spec.Undocumented {
		spec.Undocumented[i] = [2]string{p[1], p[0]}
	}
	for i, t := range spec.Ties {
		if !t.Directed {
			spec.Ties[i].A, spec.Ties[i].B = t.B, t.A
		}
	}
	return spec
}

func TestMapOrderOfInput(t *testing.T) {
	for name, spec := range cases() {
		want := Map(spec)
		for seed := range uint64(2) {
			got := Map(shuffled(spec, seed))
			if got.SVG != want.SVG {
				t.Errorf("%s: another order of lists, another picture", name)
			}
			if fmt.Sprint(got.Tables) != fmt.Sprint(want.Tables) {
				t.Errorf("%s: another order of lists, other tables", name)
			}
		}
	}
}

// Ids give nothing but an order: other ids in the same order, the same picture.
func TestMapRelabelling(t *testing.T) {
	for name, spec := range cases() {
		renamed := shuffled(spec, 3)
		other := func(id string) string { return "x-" + id + "-é<" }
		for i, n := range renamed.Nodes {
			renamed.Nodes[i].ID = other(n.ID)
		}
		for i, tie := range renamed.Ties {
			renamed.Ties[i].A, renamed.Ties[i].B = other(tie.A), other(tie.B)
		}
		for i, p := range renamed.Undocumented {
			renamed.Undocumented[i] = [2]string{other(p[0]), other(p[1])}
		}
		undo := strings.NewReplacer(` data-org="x-`, ` data-org="`, `-é&lt;"`, `"`)
		if got := undo.Replace(string(Map(renamed).SVG)); got != string(Map(spec).SVG) {
			t.Errorf("%s: other ids, another picture", name)
		}
	}
}

// Names, looks, hidden ties and the legend move no node.
func TestMapFiltersMoveNothing(t *testing.T) {
	for name, spec := range cases() {
		want := newPicture(spec)
		filtered := shuffled(spec, 7)
		filtered.Legend = nil
		for i := range filtered.Nodes {
			filtered.Nodes[i].Name = "Autre nom"
			filtered.Nodes[i].Look = Look(i % 3)
		}
		for i := range filtered.Ties {
			filtered.Ties[i].Hidden = i%2 == 0
		}
		if got := newPicture(filtered); !slices.Equal(got.seats, want.seats) {
			t.Errorf("%s: a filter moved nodes", name)
		}
	}
}

// Every node lies in the frame, discs do not touch, and no label touches another
// label, a node or the edge. Up to thirty organisations, each has its name.
func TestMapNothingOverlaps(t *testing.T) {
	for name, spec := range cases() {
		m := newPicture(spec)
		area := box{0, 0, m.frame.width, m.frame.height}
		discs := make([]box, len(m.nodes))
		for i, p := range m.seats {
			r := float64(m.radius[i] * 0.7) // the square inside the disc
			discs[i] = box{p.x - r, p.y - r, p.x + r, p.y + r}
			if !discs[i].inside(area) {
				t.Errorf("%s: node %d is outside the frame", name, i)
			}
			for j := range i {
				if discs[i].touches(discs[j]) && len(m.nodes) <= 60 {
					t.Errorf("%s: nodes %d and %d overlap", name, j, i)
				}
			}
		}
		_, spots := m.labels()
		placed := 0
		for i, s := range spots {
			if !s.placed {
				continue
			}
			placed++
			if !s.box.inside(area) {
				t.Errorf("%s: a label is outside the frame", name)
			}
			if slices.ContainsFunc(discs, s.box.touches) {
				t.Errorf("%s: a label touches a node", name)
			}
			for _, o := range spots[:i] {
				if o.placed && o.box.touches(s.box) {
					t.Errorf("%s: two labels overlap", name)
				}
			}
		}
		if m.drawn <= 30 && placed != m.drawn {
			t.Errorf("%s: %d of %d organisations have their name", name, placed, m.drawn)
		}
	}
}

// What is drawn is what the tables hold and what the legend counts.
func TestMapTables(t *testing.T) {
	for name, spec := range cases() {
		d := Map(spec)
		svg := string(d.SVG)
		if got, want := strings.Count(svg, `class="node"`), len(d.Tables[0].Rows); got != want {
			t.Errorf("%s: %d nodes drawn, %d in the table", name, got, want)
		}
		_, rest, _ := strings.Cut(svg, `class="ties"`)
		ties, _, _ := strings.Cut(rest, "</g>")
		if got, want := strings.Count(ties, `<line class="t-`), len(d.Tables[1].Rows); got != want {
			t.Errorf("%s: %d strokes drawn, %d in the table", name, got, want)
		}
		if spec.Legend == nil {
			continue
		}
		sum := 0 // of the strokes, counted apart from those of one side
		for _, s := range spec.Legend.StrokeNames {
			sum += legendCount(t, svg, s.Name)
		}
		if want := len(d.Tables[1].Rows); sum != want {
			t.Errorf("%s: the legend counts %d ties, the table %d", name, sum, want)
		}
	}
}

// legendCount is the number at the end of a row of the legend.
func legendCount(t *testing.T, svg, row string) int {
	t.Helper()
	_, rest, ok := strings.Cut(svg, ">"+row+"</text>")
	if !ok {
		t.Fatalf("no row %q in the legend", row)
	}
	_, rest, _ = strings.Cut(rest, ">")
	digits, _, _ := strings.Cut(rest, "<")
	n, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func pair(ties ...Tie) MapSpec {
	return MapSpec{Nodes: []Node{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}, {ID: "c", Name: "C", Look: Blank}}, Ties: ties}
}

func TestMapTies(t *testing.T) {
	for _, c := range []struct {
		name string
		ties []Tie
		want string // rows of the table of ties
	}{
		{"both sides say it", []Tie{{A: "a", B: "b", OneSide: true}, {A: "b", B: "a"}}, "[[a b solid two false]]"},
		{"one side says it twice", []Tie{{A: "a", B: "b", OneSide: true}, {A: "b", B: "a", OneSide: true}}, "[[a b solid one false]]"},
		{"two strokes", []Tie{{A: "a", B: "b", Stroke: DashDot}, {A: "b", B: "a", Stroke: Dashed, OneSide: true}}, "[[a b dashed one false] [a b dashdot two false]]"},
		{"from b to a", []Tie{{A: "b", B: "a", Stroke: Dotted, Directed: true}}, "[[b a dotted two true]]"},
		{"both ways", []Tie{{A: "b", B: "a", Directed: true}, {A: "a", B: "b", Directed: true}}, "[[a b solid two false]]"},
		{"hidden", []Tie{{A: "a", B: "b", Hidden: true}}, "[]"},
		{"to a blank place", []Tie{{A: "a", B: "c"}}, "[]"},
		{"to itself, to nobody", []Tie{{A: "a", B: "a"}, {A: "a", B: "z"}, {A: "", B: "b"}}, "[]"},
	} {
		if got := fmt.Sprint(Map(pair(c.ties...)).Tables[1].Rows); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Parallel strokes are 5 px apart, around the line between the centres.
func TestMapParallelStrokes(t *testing.T) {
	m := newPicture(pair(Tie{A: "a", B: "b"}, Tie{A: "a", B: "b", Stroke: Dashed}, Tie{A: "a", B: "b", Stroke: Dotted}))
	for i, want := range []float64{-5, 0, 5} {
		if got := m.strands[i].shift; got != want {
			t.Errorf("stroke %d is %v px off, want %v", i, got, want)
		}
	}
}

// A node without a tie says nothing when none of its pairs is documented; it
// does when one is.
func TestMapUnasked(t *testing.T) {
	spec := pair()
	if newPicture(spec).unasked(0) {
		t.Error("a pair is documented and hatched")
	}
	spec.Undocumented = [][2]string{{"b", "a"}, {"a", "b"}, {"a", "c"}, {"a", "a"}}
	m := newPicture(spec)
	if !m.unasked(0) || !m.unasked(1) {
		t.Error("nothing is documented and nothing is hatched")
	}
	if m.pairs != 1 {
		t.Errorf("%d undocumented pairs, want 1: each counts once, and only between drawn nodes", m.pairs)
	}
}

// Any network, with loops, repeated and hidden ties: a well-formed picture with
// coordinates, and the same one when asked again.
func TestMapOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 9).Draw(t, "n")
		spec := MapSpec{Legend: words(), Title: rapid.String().Draw(t, "title"), Width: rapid.Float64Range(-10, 900).Draw(t, "width"), Height: rapid.Float64Range(-10, 600).Draw(t, "height")}
		id := rapid.StringMatching("[a-d]?")
		for range n {
			spec.Nodes = append(spec.Nodes, Node{ID: id.Draw(t, "id"), Name: rapid.String().Draw(t, "name"), Family: rapid.SampledFrom(append(turns, "new code", "")).Draw(t, "family"),
				Carrier: rapid.Bool().Draw(t, "carrier"), Look: Look(rapid.IntRange(0, 3).Draw(t, "look"))})
		}
		for range rapid.IntRange(0, 12).Draw(t, "ties") {
			spec.Ties = append(spec.Ties, Tie{A: id.Draw(t, "a"), B: id.Draw(t, "b"), Stroke: Stroke(rapid.IntRange(-1, 4).Draw(t, "stroke")), OneSide: rapid.Bool().Draw(t, "one"),
				Directed: rapid.Bool().Draw(t, "directed"), Hidden: rapid.Bool().Draw(t, "hidden"), Strong: rapid.Bool().Draw(t, "strong")})
			spec.Undocumented = append(spec.Undocumented, [2]string{id.Draw(t, "c"), id.Draw(t, "d")})
		}
		d := Map(spec)
		wellFormed(t, d)
		if again := Map(spec); again.SVG != d.SVG {
			t.Fatal("another picture when asked again")
		}
	})
}

// FuzzNames feeds names that try to break out of the picture.
func FuzzNames(f *testing.F) {
	for _, name := range []string{"", "<script>alert(1)</script>", `" onload="x`, "' & \\ ]]>", "שלום העולם", "\u202eevil\u202c", strings.Repeat("Coopérative ", 17), strings.Repeat("W", 200),
		"a\x00b\x1b", "\xff\xfe", "\ufffe", "日本語の協同組合", "👩‍🌾 ferme", "&amp;", "a\nb\tc"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		spec := pair(Tie{A: "a", B: "b", Directed: true})
		spec.Title, spec.Description, spec.Empty = name, name, name
		spec.Nodes[0].Name, spec.Nodes[1].ID, spec.Nodes[1].Name, spec.Nodes[0].Family = name, "b", name, Family(name)
		spec.Legend = &Legend{Families: name, FamilyNames: []FamilyName{{Family(name), name}}, Ties: name, StrokeNames: []StrokeName{{Solid, name}}, OneSide: name, Undocumented: name, Unasked: name}
		roles := threeValleysRoles(figureWidth)
		roles.Actors[4].Name, roles.Actors[4].Tier, roles.Actors[4].Marks[1].When, roles.Roles[2].Name = name, name, name, name
		money := origins()
		money.Rows[1].Label, money.Rows[1].Amount.Text, money.Rows[1].Amount.UnknownText, money.Rows[1].Share = name, name, name, name
		grid := years()
		grid.Columns[1], grid.Rows[1].Label, grid.Rows[1].Cells[2].UnknownText = name, name, name
		for _, d := range []Drawing{Map(spec), Roles(roles), Bars(money), Years(grid), Glyph(Family(name), 7, name),
			Gauge(GaugeSpec{Title: name, Observed: 1, Possible: 3, Low: name, High: name, Limit: &Limit{500, name}}), Boxes(name, 1, 2)} {
			wellFormed(t, d)
		}
	})
}
