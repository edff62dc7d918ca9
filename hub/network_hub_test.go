package hub_test

import (
	"fmt"
	"strings"
	"testing"

	"polehub/analysis"
	"polehub/hub"
)

// twoPoles are poles s and t of smallPole, with the carrier of s a partner in t
// too, and a tie from b of s to d of t.
func twoPoles() []hub.Record {
	return append(append(smallPole("s"), smallPole("t")...),
		&hub.Membership{PoleID: "pole:t", OrganisationID: "org:s-a", Circle: hub.CirclePartner},
		&hub.Tie{Type: hub.TieTraining, FromID: "org:s-b", ToID: "org:t-d", ClaimedBy: []hub.Claimant{hub.ByFirst}, Period: hub.Period{ValidFrom: "2024-01-01"}})
}

func TestHubNetwork(t *testing.T) {
	h := newHub(t, twoPoles()...)
	p := analysis.Projection{AsOf: "2025-06-01"}
	n, err := h.HubNetwork(t.Context(), nil, p)
	if err != nil {
		t.Fatal(err)
	}
	// Four members each, none twice; 2 ties within each pole and one across.
	if got := n.Network.Network; got.N() != 4+4 || got.M() != 2+2+1 || n.Network.PoleID != "" || len(n.Poles) != 2 {
		t.Errorf("%d nodes, %d ties, %d poles", got.N(), got.M(), len(n.Poles))
	}
	if s := n.Shared(); len(s) != 1 || s[0].Organisation.ID != "org:s-a" || fmt.Sprint(s[0].PoleIDs) != "[pole:s pole:t]" {
		t.Errorf("shared %v", s)
	}
	// The carrier of s ties only within s; b of s is tied to d of t.
	if l := n.Links(); len(l) != 1 || *l[0] != (hub.PoleLink{FromID: "pole:s", ToID: "pole:t", Shared: 1, Ties: 1}) {
		t.Errorf("links %+v", l)
	}
	// What an observation of one pole finds is as known in the whole: no pair of s
	// becomes less known than it is in s alone.
	alone, err := h.Networks(t.Context(), []hub.ID{"pole:s"}, p)
	if err != nil {
		t.Fatal(err)
	}
	for i, j := range n.Network.Network.UnknownPairs() {
		a, inA := alone[0].Network.Index(n.Network.Network.ID(i))
		b, inB := alone[0].Network.Index(n.Network.Network.ID(j))
		if inA && inB && !alone[0].Network.Unknown(a, b) {
			t.Errorf("%s – %s is known in its pole", n.Network.Network.ID(i), n.Network.Network.ID(j))
		}
	}
	carriers, err := h.HubNetwork(t.Context(), nil, analysis.Projection{AsOf: "2025-06-01", Carrier: analysis.WithoutCarrier})
	if err != nil || carriers.Network.Network.N() != 8-2 {
		t.Errorf("without carriers: %v", err)
	}
	partners, err := h.HubNetwork(t.Context(), nil, analysis.Projection{AsOf: "2025-06-01", Circles: []string{"CARRIER"}})
	if err != nil || len(partners.Shared()) != 0 || partners.Network.Network.N() != 2 {
		t.Errorf("carriers alone: %v", err)
	}
}

// One pole alone gives the network of that pole.
func TestHubNetworkOfOnePole(t *testing.T) {
	h := newHub(t, twoPoles()...)
	p := analysis.Projection{AsOf: "2025-06-01"}
	n, err := h.HubNetwork(t.Context(), hub.In(hub.PoleNoun.Field("id"), "pole:t"), p)
	if err != nil {
		t.Fatal(err)
	}
	alone, err := h.Networks(t.Context(), []hub.ID{"pole:t"}, p)
	if err != nil {
		t.Fatal(err)
	}
	ids := []analysis.Indicator{analysis.Density, analysis.Transitivity}
	one, other := n.Network.Network.Measure(t.Context(), ids, analysis.Options{}), alone[0].Network.Measure(t.Context(), ids, analysis.Options{})
	for i := range ids {
		if one[i].InputHash != other[i].InputHash {
			t.Errorf("%s is of another network", ids[i])
		}
	}
	none, err := h.HubNetwork(t.Context(), hub.In(hub.PoleNoun.Field("id"), "pole:none"), p)
	if err != nil || none.Network.Network.N() != 0 || len(none.Links()) != 0 {
		t.Errorf("no pole: %v", err)
	}
}

// The calls to the store do not grow with the poles, a second question reads the
// poles only, and a write is seen.
func TestHubNetworkCalls(t *testing.T) {
	calls := func(poles int) (first, second int) {
		h := newHub(t)
		for i := range poles {
			put(t, h, smallPole(fmt.Sprintf("p%d", i))...)
		}
		n := 0
		h.Store = counting{h.Store, &n}
		for _, count := range []*int{&first, &second} {
			n = 0
			if _, err := h.HubNetwork(t.Context(), nil, analysis.Projection{AsOf: "2025-06-01"}); err != nil {
				t.Fatal(err)
			}
			*count = n
		}
		put(t, h, &hub.Pole{ID: "pole:new", Name: "new"})
		if n, err := h.HubNetwork(t.Context(), nil, analysis.Projection{AsOf: "2025-06-01"}); err != nil || len(n.Poles) != poles+1 {
			t.Errorf("a new pole is not seen: %v", err)
		}
		return first, second
	}
	first, second := calls(2)
	if many, again := calls(9); many != first || again != second || second >= first {
		t.Errorf("2 poles: %d and %d calls, 9 poles: %d and %d", first, second, many, again)
	}
}

func TestHubNetworkLimits(t *testing.T) {
	crowd := []hub.Record{&hub.Pole{ID: "pole:a", Name: "a"}}
	for i := range hub.MaxHubMembers + 1 {
		id := hub.ID(fmt.Sprintf("org:m%d", i))
		crowd = append(crowd, &hub.Organisation{ID: id, Name: string(id), Kind: hub.KindEnterprise}, &hub.Membership{PoleID: "pole:a", OrganisationID: id, Circle: hub.CirclePartner})
	}
	poles := []hub.Record{}
	for i := range hub.MaxHubPoles + 1 {
		poles = append(poles, &hub.Pole{ID: hub.ID(fmt.Sprintf("pole:p%d", i)), Name: "p"})
	}
	for want, records := range map[string][]hub.Record{"where: the 1 poles that satisfy it have 5001 members: at most 5000": crowd, "where: more than 1000 poles satisfy it": poles} {
		h := newHub(t, records...)
		if _, err := h.HubNetwork(t.Context(), nil, analysis.Projection{AsOf: "2025-06-01"}); hub.CodeOf(err) != hub.BadUserInput || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	h := newHub(t, twoPoles()...)
	if _, err := h.HubNetwork(t.Context(), nil, analysis.Projection{AsOf: "2025-06-01", Direction: analysis.Arcs}); hub.CodeOf(err) != hub.BadUserInput {
		t.Errorf("a refused projection: %v", err)
	}
}
