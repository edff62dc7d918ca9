package analysis

import (
	"context"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// draft is a network before it is built, so that properties can change it.
type draft struct {
	directed bool
	n        int
	tie      map[[2]int]bool
	unknown  map[[2]int]bool
	class    []int // -1 is unknown
	k        int
}

func (d draft) pairs() [][2]int {
	var all [][2]int
	for i := range d.n {
		for j := range d.n {
			if i < j || d.directed && i != j {
				all = append(all, [2]int{i, j})
			}
		}
	}
	return all
}

func name(i int) string { return "n" + strconv.Itoa(100+i) }

func (d draft) build(t interface{ Fatal(...any) }, rename func(int) string) *Network {
	ids := make([]string, d.n)
	for i := range ids {
		ids[i] = rename(i)
	}
	b := NewBuilder(d.directed, ids...)
	for k := range d.k {
		b.Possible("family", strconv.Itoa(k))
	}
	for i, c := range d.class {
		if c >= 0 {
			b.Class("family", rename(i), strconv.Itoa(c))
		}
	}
	for p := range d.tie {
		b.Tie(rename(p[0]), rename(p[1]))
	}
	for p := range d.unknown {
		b.Unknown(rename(p[0]), rename(p[1]))
	}
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func drafts(maxNodes, maxUnknown int) *rapid.Generator[draft] {
	return rapid.Custom(func(t *rapid.T) draft {
		d := draft{
			directed: rapid.Bool().Draw(t, "directed"), n: rapid.IntRange(0, maxNodes).Draw(t, "n"),
			k: rapid.IntRange(0, 3).Draw(t, "classes"), tie: map[[2]int]bool{}, unknown: map[[2]int]bool{},
		}
		for range d.n {
			d.class = append(d.class, rapid.IntRange(-1, d.k-1).Draw(t, "class"))
		}
		for _, p := range d.pairs() {
			switch rapid.IntRange(0, 5).Draw(t, "pair") {
			case 0, 1:
				d.tie[p] = true
			case 2:
				if len(d.unknown) < maxUnknown {
					d.unknown[p] = true
				}
			}
		}
		return d
	})
}

func all(n *Network) []Measure {
	return n.Measure(context.Background(), nil, Options{Attributes: []string{"family"}, Nodes: true})
}

// byScope indexes measures by what they say they are.
func byScope(list []Measure, rename func(string) string) map[string]Measure {
	out := map[string]Measure{}
	for _, m := range list {
		key := scopeText(m.Scope)
		if m.Scope.Kind == ScopeNode {
			key = "node:" + rename(m.Scope.Keys[0])
		}
		out[string(m.ID)+"@"+key] = m
	}
	return out
}

func same(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && near(*a, *b) }

// TestRelabelling: a permutation of nodes changes no network value and permutes
// node values.
func TestRelabelling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(7, 4).Draw(t, "network")
		order := make([]int, d.n)
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		renamed := func(i int) string { return name(order[i]) }
		back := map[string]string{}
		for i := range d.n {
			back[renamed(i)] = name(i)
		}
		before := byScope(all(d.build(t, name)), func(s string) string { return s })
		after := byScope(all(d.build(t, renamed)), func(s string) string { return back[s] })
		if len(before) != len(after) {
			t.Fatalf("%d measures, then %d", len(before), len(after))
		}
		for key, m := range before {
			o := after[key]
			if m.ID == EigenvectorCentrality && (m.PairsUnknown > 0 || slices.Contains(m.Warnings, TiedComponent)) {
				continue // the smallest id decides between components of one size
			}
			if !same(m.Value, o.Value) || m.Reason != o.Reason || (m.Bounds == nil) != (o.Bounds == nil) {
				t.Fatalf("%s: %v, then %v", key, text(m.Value), text(o.Value))
			}
		}
	})
}

// TestIsolateAdded: one more member without ties, all known.
func TestIsolateAdded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(7, 0).Draw(t, "network")
		n := d.build(t, name)
		larger := d
		larger.n++
		larger.class = append(slices.Clone(d.class), -1)
		m := larger.build(t, name)
		if d.n >= 2 {
			want := value1(n, Density) * float64(d.n-1) / float64(d.n+1)
			if !near(value1(m, Density), want) {
				t.Fatalf("density %v, want %v", value1(m, Density), want)
			}
			if a, b := value1(n, Inclusiveness), value1(m, Inclusiveness); b > a || b == a && a != 0 {
				t.Fatalf("inclusiveness %v, then %v", a, b)
			}
		}
		if value1(m, WeakComponents) != value1(n, WeakComponents)+1 || value1(m, Isolates) != value1(n, Isolates)+1 {
			t.Fatal("an isolate is one more component and one more isolate")
		}
		a, b := n.Measure(t.Context(), []Indicator{EIIndex}, Options{}), m.Measure(t.Context(), []Indicator{EIIndex}, Options{})
		for i := range a {
			if !same(a[i].Value, b[i].Value) {
				t.Fatalf("E-I %v, then %v", text(a[i].Value), text(b[i].Value))
			}
		}
	})
}

func value1(n *Network, id Indicator) float64 {
	return *n.Measure(context.Background(), []Indicator{id}, Options{})[0].Value
}

// TestComplement: densities of a network and its complement sum to 1, degrees to n−1.
func TestComplement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(7, 0).Draw(t, "network")
		c := d
		c.tie = map[[2]int]bool{}
		for _, p := range d.pairs() {
			if !d.tie[p] {
				c.tie[p] = true
			}
		}
		n, m := d.build(t, name), c.build(t, name)
		if d.n >= 2 && !near(value1(n, Density)+value1(m, Density), 1) {
			t.Fatal("densities do not sum to 1")
		}
		for i := range d.n {
			if len(n.Successors(i))+len(m.Successors(i)) != d.n-1 {
				t.Fatalf("degrees of %d do not sum to n−1", i)
			}
		}
	})
}

// reversed is where the value of a measure goes when all arcs turn round; ok is
// false for what depends on their direction in another way.
func reversed(m Measure, directed bool) (id Indicator, keys []string, ok bool) {
	keys = slices.Clone(m.Scope.Keys)
	if !directed {
		return m.ID, keys, true
	}
	turned := map[string]string{"021D": "021U", "021U": "021D", "111D": "111U", "111U": "111D", "120D": "120U", "120U": "120D"}
	switch m.ID {
	case KrackhardtLubness, PageRank:
		return "", nil, false
	case InDegree:
		return OutDegree, keys, true
	case OutDegree:
		return InDegree, keys, true
	case BrokerageGatekeeper:
		return BrokerageRepresentative, keys, true
	case BrokerageRepresentative:
		return BrokerageGatekeeper, keys, true
	case InDegreeCentralization:
		return OutDegreeCentralization, keys, true
	case OutDegreeCentralization:
		return InDegreeCentralization, keys, true
	case TriadCensus:
		if len(keys) > 0 && turned[keys[0]] != "" {
			keys[0] = turned[keys[0]]
		}
	default:
		if m.Scope.Kind == ScopeClassPair {
			slices.Reverse(keys)
		}
	}
	return m.ID, keys, true
}

// TestReversal: turning all arcs round changes no value but swaps the classes of
// block densities, in and out, up and down.
func TestReversal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(6, 3).Draw(t, "network")
		r := d
		r.tie, r.unknown = map[[2]int]bool{}, map[[2]int]bool{}
		for p := range d.tie {
			r.tie[[2]int{p[1], p[0]}] = true
		}
		for p := range d.unknown {
			r.unknown[[2]int{p[1], p[0]}] = true
		}
		after := all(r.build(t, name))
		for _, m := range all(d.build(t, name)) {
			id, keys, ok := reversed(m, d.directed)
			if !ok {
				continue
			}
			if o := find(after, id, keys...); o == nil || !same(m.Value, o.Value) {
				t.Fatalf("%s %v changed", m.ID, m.Scope)
			}
		}
	})
}

// TestIdentities relates indicators to one another and to a naive twin.
func TestIdentities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(8, 5).Draw(t, "network")
		n := d.build(t, name)
		if d.n >= 2 && !near(value1(n, Connectedness)+value1(n, Fragmentation), 1) {
			t.Fatal("connectedness and fragmentation do not sum to 1")
		}
		if d.n >= 2 && !near(value1(n, Connectedness), reachable(n)) {
			t.Fatalf("connectedness %v, by closure %v", value1(n, Connectedness), reachable(n))
		}
		ties, share := int64(0), 0.0
		list := all(n)
		for _, m := range list {
			if m.ID == BlockDensity && m.Num != nil {
				ties += *m.Num
			}
			if m.ID == Composition && m.Value != nil {
				share += *m.Value
			}
		}
		ei := find(list, EIIndex)
		if ei.Reason != NoClasses && ei.Reason != NoNodes {
			if ties+int64(ei.ExcludedTies) != int64(n.M()) {
				t.Fatalf("%d ties in blocks, %d excluded, %d in all", ties, ei.ExcludedTies, n.M())
			}
			if !near(share, 1) {
				t.Fatalf("shares sum to %v", share)
			}
			hill := []Indicator{Hill0, Hill1, Hill2, HillInf}
			for k := range hill[1:] {
				if *find(list, hill[k]).Value < *find(list, hill[k+1]).Value-1e-12 {
					t.Fatalf("%s is below %s", hill[k], hill[k+1])
				}
			}
		}
		if ei.Value != nil {
			c := ei.Chance
			if *ei.Value < c.Lowest || *ei.Value > c.Highest || c.Expected < c.Lowest-1e-12 || c.Expected > c.Highest+1e-12 {
				t.Fatalf("E-I %v against %+v", *ei.Value, *c)
			}
		}
	})
}

// reachable is connectedness by transitive closure.
func reachable(n *Network) float64 {
	reach := make([][]bool, n.N())
	for i := range reach {
		reach[i] = make([]bool, n.N())
		for j := range reach {
			reach[i][j] = n.Tied(i, j) || n.Tied(j, i)
		}
	}
	for k := range reach {
		for i := range reach {
			for j := range reach {
				reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
			}
		}
	}
	count := 0
	for i := range reach {
		for j := range reach {
			if i != j && reach[i][j] {
				count++
			}
		}
	}
	return float64(count) / float64(n.N()*(n.N()-1))
}
