package analysis

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// checkProjection compares the projection with its twin, in two orders of input,
// and checks everything that must hold on any network.
func checkProjection(t interface{ Fatalf(string, ...any) }, bytes []byte) {
	in, p := (&dice{bytes}).input()
	n, err := Project(in, p)
	if err != nil {
		t.Fatalf("%v", err)
	}
	var ties, unknown []string
	for e := range n.Ties() {
		ties = append(ties, n.ID(e.From)+n.ID(e.To))
	}
	for i, j := range n.UnknownPairs() {
		unknown = append(unknown, n.ID(i)+n.ID(j))
	}
	wantTies, wantUnknown := twin{in, p}.network()
	if !slices.Equal(ties, wantTies) || !slices.Equal(unknown, wantUnknown) {
		t.Fatalf("ties %v unknown %v, the twin has %v and %v\n%+v\n%+v", ties, unknown, wantTies, wantUnknown, in, p)
	}
	checkContract(t, n.Measure(context.Background(), nil, Options{Nodes: true}))
	shuffle := rand.New(rand.NewPCG(1, uint64(len(bytes))))
	shuffle.Shuffle(len(in.Facts), func(i, j int) { in.Facts[i], in.Facts[j] = in.Facts[j], in.Facts[i] })
	slices.Reverse(in.Nodes)
	slices.Reverse(in.Contracts)
	slices.Reverse(in.Observations)
	p.Weight = Unweighted
	again, err := Project(in, p)
	if err != nil || again.digest != n.digest {
		t.Fatalf("shuffled input gives another network: %v", err)
	}
	if again.echo.Dropped != n.echo.Dropped {
		t.Fatalf("shuffled input drops %+v, then %+v", n.echo.Dropped, again.echo.Dropped)
	}
}

func TestProjectionTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkProjection(t, rapid.SliceOfN(rapid.Byte(), 0, 400).Draw(t, "bytes"))
	})
}

func FuzzProject(f *testing.F) {
	random := rand.New(rand.NewPCG(7, 7))
	for range 50 {
		seed := make([]byte, 300)
		for i := range seed {
			seed[i] = byte(random.Uint32())
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, bytes []byte) { checkProjection(t, bytes) })
}

// TestSingletonGroups: collapsing without ownership changes no tie.
func TestSingletonGroups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, p := (&dice{rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "bytes")}).input()
		in.Ownership, p.Groups = nil, Keep
		kept, _ := Project(in, p)
		p.Groups = Collapse
		collapsed, _ := Project(in, p)
		if draw(kept) != draw(collapsed) {
			t.Fatalf("%q, collapsed %q", draw(kept), draw(collapsed))
		}
	})
}

// TestUnionOfRelations: the density of the union lies between the largest density
// of a type and their sum.
func TestUnionOfRelations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, p := (&dice{rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "bytes")}).input()
		p.Direction, p.Silence, p.AllContracts, p.Relations = Either, AbsentSilence, false, nil
		in.Observations = nil
		union, err := Project(in, p)
		if err != nil {
			t.Fatal(err)
		}
		most, sum := 0, 0
		for _, r := range testRelations {
			n, err := Project(in, p.Only(r.Code))
			if err != nil {
				t.Fatal(err)
			}
			most, sum = max(most, n.M()), sum+n.M()
		}
		if union.M() < most || union.M() > sum {
			t.Fatalf("%d ties in the union of types with at most %d and %d in all", union.M(), most, sum)
		}
	})
}

// TestCarrierEffect: a network projected without the carrier differs from the one with
// it by what the effect of removing the carrier says.
func TestCarrierEffect(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, p := (&dice{rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "bytes")}).input()
		p.Groups, p.Carrier = Keep, WithCarrier
		with, err := Project(in, p)
		if err != nil || with.N() < 3 {
			return
		}
		carrier := with.ID(0)
		for i := range in.Nodes {
			in.Nodes[i].Carrier = in.Nodes[i].ID == carrier
		}
		p.Carrier = WithoutCarrier
		without, err := Project(in, p)
		if err != nil {
			t.Fatal(err)
		}
		for effect, of := range map[Indicator]Indicator{RemovalEffectF: Fragmentation, RemovalEffectDF: Breadth} {
			change := value1(without, of) - value1(with, of)
			got := find(with.Measure(context.Background(), []Indicator{effect}, Options{Nodes: true}), effect, carrier)
			if !near(*got.Value, change) {
				t.Fatalf("%s of the carrier is %v, without it %s changes by %v", effect, *got.Value, of, change)
			}
		}
	})
}
