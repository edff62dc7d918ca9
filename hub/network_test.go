package hub_test

import (
	"context"
	"fmt"
	"iter"
	"math"
	"testing"
	"time"

	"polehub/analysis"
	"polehub/hub"
	"polehub/store/storetest"
)

// counting counts the calls to a store, inside views too.
type counting struct {
	hub.Store
	calls *int
}

type countingReader struct {
	hub.Reader
	calls *int
}

func (c counting) Revision(ctx context.Context) (hub.Revision, error) {
	*c.calls++
	return c.Store.Revision(ctx)
}

func (c counting) View(ctx context.Context, fn func(hub.Reader) error) error {
	return c.Store.View(ctx, func(r hub.Reader) error { return fn(countingReader{r, c.calls}) })
}

func (c countingReader) Find(ctx context.Context, n *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	*c.calls++
	return c.Reader.Find(ctx, n, ids)
}

func (c countingReader) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	*c.calls++
	return c.Reader.Rows(ctx, q)
}

func newHub(t *testing.T, records ...hub.Record) *hub.Hub {
	t.Helper()
	h := &hub.Hub{Store: storetest.NewOracle(), Clock: func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }}
	put(t, h, records...)
	return h
}

func put(t *testing.T, h *hub.Hub, records ...hub.Record) {
	t.Helper()
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(records...); return nil }); err != nil {
		t.Fatal(err)
	}
}

// smallPole is a pole of four members: a carrier (enterprise, ESS by an official
// list), an association (ESS by its legal form 9220), a commune, a research
// centre. A survey in 2025 asked all four about ties of every type; the research
// centre did not answer.
func smallPole(pole string) []hub.Record {
	id := func(local string) hub.ID { return hub.ID("org:" + pole + "-" + local) }
	poleID := hub.ID("pole:" + pole)
	observation := hub.ID("observation:" + pole)
	records := []hub.Record{
		&hub.Pole{ID: poleID, Name: pole},
		&hub.Organisation{ID: id("a"), Name: "a", Kind: hub.KindEnterprise},
		&hub.Organisation{ID: id("b"), Name: "b", Kind: hub.KindEnterprise, LegalCategory: "9220"},
		&hub.Organisation{ID: id("c"), Name: "c", Kind: hub.KindLocalAuthority, PublicTier: hub.TierMunicipality, LegalCategory: "7210"},
		&hub.Organisation{ID: id("d"), Name: "d", Kind: hub.KindResearchCentre},
		&hub.Claim{OrganisationID: id("a"), Claim: hub.ClaimEss, Value: hub.TriYes, Basis: hub.BasisOfficialList},
		&hub.Observation{ID: observation, PoleID: poleID, ObservedFrom: "2025-01-01", ObservedTo: "2025-02-01", Covers: []hub.Coverage{hub.CoversTies}},
		&hub.Tie{Type: hub.TieSharedPremises, FromID: id("a"), ToID: id("b"), PoleID: poleID, ClaimedBy: []hub.Claimant{hub.ByFirst}, ObservationID: observation, Period: hub.Period{ValidFrom: "2024-01-01"}},
		&hub.Tie{Type: hub.TieSupply, FromID: id("c"), ToID: id("a"), PoleID: poleID, ClaimedBy: []hub.Claimant{hub.BySecond}, ObservationID: observation, Period: hub.Period{ValidFrom: "2024-01-01"}},
	}
	circles := map[string]hub.Circle{"a": hub.CircleCarrier, "b": hub.CircleFounder, "c": hub.CirclePartner, "d": hub.CirclePartner}
	for local, circle := range circles {
		records = append(records,
			&hub.Membership{PoleID: poleID, OrganisationID: id(local), Circle: circle, Period: hub.Period{ValidFrom: "2020-01-01"}},
			&hub.RosterEntry{ObservationID: observation, OrganisationID: id(local), Responded: map[bool]hub.Tri{true: hub.TriNo, false: hub.TriYes}[local == "d"]})
	}
	return records
}

func networkOf(t *testing.T, h *hub.Hub, pole hub.ID, p analysis.Projection) *hub.PoleNetwork {
	t.Helper()
	if p.AsOf == "" {
		p.AsOf = "2025-06-01"
	}
	networks, err := h.Networks(t.Context(), []hub.ID{pole}, p)
	if err != nil || networks[0] == nil {
		t.Fatalf("network of %s: %v, %v", pole, networks, err)
	}
	return networks[0]
}

func value(t *testing.T, n *hub.PoleNetwork, id analysis.Indicator, options analysis.Options) analysis.Measure {
	t.Helper()
	m := n.Network.Measure(t.Context(), []analysis.Indicator{id}, options)
	if len(m) == 0 || m[0].Value == nil {
		t.Fatalf("%s has no value: %+v", id, m)
	}
	return m[0]
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-12 {
		t.Errorf("%s: %v, expected %v", what, got, want)
	}
}

func TestNetworkDensity(t *testing.T) {
	h := newHub(t, smallPole("p")...)
	density := value(t, networkOf(t, h, "pole:p", analysis.Projection{}), analysis.Density, analysis.Options{})
	// 4·3/2 pairs; each has one end at least that answered (ANY), so all are
	// known; a–b and a–c are tied.
	near(t, "density, any", *density.Value, 2.0/6.0)
	// BOTH must answer: the three pairs of d are unknown, 2 of 3 known ones tied.
	strict := value(t, networkOf(t, h, "pole:p", analysis.Projection{Rule: analysis.BothRespond}), analysis.Density, analysis.Options{})
	near(t, "density, both", *strict.Value, 2.0/3.0)
	if strict.PairsUnknown != 3 || strict.Bounds == nil {
		t.Fatalf("unknown pairs: %+v", strict)
	}
	near(t, "lower bound", strict.Bounds.Lower, 2.0/6.0)
	near(t, "upper bound", strict.Bounds.Upper, (2.0+3.0)/6.0)
	// Without the carrier no tie is left.
	alone := value(t, networkOf(t, h, "pole:p", analysis.Projection{Carrier: analysis.WithoutCarrier}), analysis.Density, analysis.Options{})
	near(t, "density without the carrier", *alone.Value, 0)
	// Of one type: 1 of 6.
	premises := value(t, networkOf(t, h, "pole:p", analysis.Projection{Relations: []string{"SHARED_PREMISES"}}), analysis.Density, analysis.Options{})
	near(t, "density of shared premises", *premises.Value, 1.0/6.0)
}

func TestNetworkClasses(t *testing.T) {
	h := newHub(t, smallPole("p")...)
	n := networkOf(t, h, "pole:p", analysis.Projection{})
	// Kinds: 2 of 4 enterprises, 1 and 1: 1 − (1/4 + 1/16 + 1/16).
	near(t, "Blau by kind", *value(t, n, analysis.Blau, analysis.Options{Attributes: []string{hub.AttributeKind}}).Value, 1-(0.25+0.0625+0.0625))
	// All these kinds are 1 apart, and so are the public actor and two others; the
	// research centre may be either.
	near(t, "Rao by kind", *value(t, n, analysis.RaoQ, analysis.Options{Attributes: []string{hub.AttributeKind}}).Value, 1-(0.25+0.0625+0.0625))
	near(t, "Rao by public", *value(t, n, analysis.RaoQ, analysis.Options{Attributes: []string{hub.AttributePublic}}).Value, 2*(1.0/3)*(2.0/3))
	for id, want := range map[string]string{"org:p-a": "YES", "org:p-b": "YES", "org:p-c": "NO", "org:p-d": ""} {
		i, _ := n.Network.Index(id)
		if got := n.Network.Class(hub.AttributeESS, i); got != want {
			t.Errorf("ESS of %s is %q, expected %q", id, got, want)
		}
	}
}

func TestNetworkContracts(t *testing.T) {
	records := append(smallPole("p"),
		&hub.Contract{ID: "contract:g", Type: hub.ContractGrant, Title: "g", SignedOn: "2023-01-15", DurationMonths: new(12)},
		&hub.Amendment{ContractID: "contract:g", Number: "1", Dated: "2023-06-01", NewDurationMonths: new(36), ReplacesParties: hub.TriYes},
		&hub.Party{ContractID: "contract:g", OrganisationID: "org:p-c", Role: hub.PartyFunder},
		&hub.Party{ContractID: "contract:g", OrganisationID: "org:p-b", Role: hub.PartyBeneficiary},
		&hub.Party{ContractID: "contract:g", OrganisationID: "org:p-c", Role: hub.PartyFunder, Amendment: "1"},
		&hub.Party{ContractID: "contract:g", OrganisationID: "org:p-d", Role: hub.PartyBeneficiary, Amendment: "1"},
	)
	h := newHub(t, records...)
	grants := analysis.Projection{NoRelations: true, Contracts: []string{"GRANT"}}
	tests := []struct {
		day  string
		pair [2]string
		tied bool
	}{
		{"2023-02-01", [2]string{"org:p-b", "org:p-c"}, true},  // as signed
		{"2023-07-01", [2]string{"org:p-b", "org:p-c"}, false}, // the amendment replaced b
		{"2023-07-01", [2]string{"org:p-c", "org:p-d"}, true},
		{"2025-06-01", [2]string{"org:p-c", "org:p-d"}, true},  // 15 January 2023 + 36 months
		{"2026-01-15", [2]string{"org:p-c", "org:p-d"}, false}, // the first day after
	}
	for _, tt := range tests {
		p := grants
		p.AsOf = tt.day
		n := networkOf(t, h, "pole:p", p).Network
		i, _ := n.Index(tt.pair[0])
		j, _ := n.Index(tt.pair[1])
		if n.Tied(i, j) != tt.tied {
			t.Errorf("%s: %v tied %v, expected %v", tt.day, tt.pair, !tt.tied, tt.tied)
		}
	}
	// By default no contract is cooperation: the two ties stay two.
	if m := networkOf(t, h, "pole:p", analysis.Projection{}).Network.M(); m != 2 {
		t.Errorf("%d ties with default parameters, expected 2", m)
	}
}

func TestNetworkGroups(t *testing.T) {
	h := newHub(t, append(smallPole("p"), &hub.Link{ChildID: "org:p-b", ParentID: "org:p-a", Kind: hub.LinkGroup})...)
	n := networkOf(t, h, "pole:p", analysis.Projection{Groups: analysis.Collapse}).Network
	// a and b become one node; the tie inside the group is a loop.
	if n.N() != 3 || n.M() != 1 {
		t.Errorf("%d nodes and %d ties, expected 3 and 1", n.N(), n.M())
	}
}

func TestNetworksAreCachedByRevision(t *testing.T) {
	h := newHub(t, smallPole("p")...)
	first := networkOf(t, h, "pole:p", analysis.Projection{})
	if again := networkOf(t, h, "pole:p", analysis.Projection{}); again != first {
		t.Error("the same question was computed twice at one revision")
	}
	if other := networkOf(t, h, "pole:p", analysis.Projection{Horizon: new(0)}); other == first {
		t.Error("two projections share one network")
	}
	put(t, h, &hub.Tie{Type: hub.TieTraining, FromID: "org:p-d", ToID: "org:p-b", ClaimedBy: []hub.Claimant{hub.ByDocument}, Period: hub.Period{ValidFrom: "2025-01-01"}})
	if after := networkOf(t, h, "pole:p", analysis.Projection{}); after.Network.M() != 3 || after.Revision != first.Revision+1 {
		t.Errorf("after a write: %d ties at revision %d", after.Network.M(), after.Revision)
	}
}

func TestNetworksCallTheStoreAConstantNumberOfTimes(t *testing.T) {
	count := func(poles int) int {
		h := newHub(t)
		var ids []hub.ID
		for i := range poles {
			name := fmt.Sprint("p", i)
			put(t, h, smallPole(name)...)
			ids = append(ids, hub.ID("pole:"+name))
		}
		calls := 0
		h.Store = counting{h.Store, &calls}
		networks, err := h.Networks(t.Context(), ids, analysis.Projection{AsOf: "2025-06-01", Groups: analysis.Collapse, AllContracts: true})
		if err != nil || len(networks) != poles {
			t.Fatal(err)
		}
		return calls
	}
	if few, many := count(2), count(40); few != many || few == 0 {
		t.Errorf("%d store calls for 2 poles, %d for 40", few, many)
	}
}

func TestNetworksRefuse(t *testing.T) {
	h := newHub(t, smallPole("p")...)
	for _, p := range []analysis.Projection{
		{AsOf: "2025-13-01"}, {AsOf: "2025-01-01", Relations: []string{"FRIENDSHIP"}}, {AsOf: "2025-01-01", Direction: analysis.Arcs},
	} {
		if _, err := h.Networks(t.Context(), []hub.ID{"pole:p"}, p); hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%+v: %v", p, err)
		}
	}
	networks, err := h.Networks(t.Context(), []hub.ID{"pole:none", "pole:p"}, analysis.Projection{AsOf: "2025-01-01"})
	if err != nil || networks[0] != nil || networks[1] == nil {
		t.Errorf("an unknown pole: %v, %v", networks, err)
	}
}

func TestESSOn(t *testing.T) {
	claim := func(value hub.Tri, basis hub.ClaimBasis, from, to hub.Date) *hub.Claim {
		return &hub.Claim{Claim: hub.ClaimEss, Value: value, Basis: basis, Period: hub.Period{ValidFrom: from, ValidTo: to}}
	}
	tests := []struct {
		name     string
		category hub.Text
		claims   []*hub.Claim
		want     hub.Tri
		basis    hub.ClaimBasis
		disagree bool
	}{
		{"nothing known", "", nil, hub.TriUnknown, "", false},
		{"an association by its form", "9220", nil, hub.TriYes, hub.BasisLegalForm, false},
		{"a declaration against a list", "", []*hub.Claim{claim("YES", hub.BasisDeclared, "", ""), claim("NO", hub.BasisOfficialList, "", "")}, hub.TriNo, hub.BasisOfficialList, true},
		{"the later of two declarations", "", []*hub.Claim{claim("NO", hub.BasisDeclared, "2020-01-01", ""), claim("YES", hub.BasisDeclared, "2022-01-01", "")}, hub.TriYes, hub.BasisDeclared, true},
		{"a claim that ended", "", []*hub.Claim{claim("YES", hub.BasisDeclared, "2020-01-01", "2025-01-01")}, hub.TriUnknown, "", false},
		{"not on a list is not a no", "", []*hub.Claim{claim("UNKNOWN", hub.BasisRegisterFlag, "", "")}, hub.TriUnknown, "", false},
	}
	for _, tt := range tests {
		got := hub.ESSOn(&hub.Organisation{LegalCategory: tt.category}, tt.claims, "2025-01-01")
		if got.Value != tt.want || got.Basis != tt.basis || got.Disagree != tt.disagree {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}

// TestMade: once for each name and network, but again when the time was up.
func TestMade(t *testing.T) {
	over, cancel := context.WithCancel(t.Context())
	cancel()
	n, times := &hub.PoleNetwork{}, 0
	made := func(ctx context.Context, n *hub.PoleNetwork, what string) int {
		return *hub.Made(ctx, n, what, func() *int { times++; return new(times) })
	}
	for i, row := range []struct {
		ctx  context.Context
		n    *hub.PoleNetwork
		what string
		want int
	}{
		{over, n, "a", 1},
		{t.Context(), n, "a", 2},
		{t.Context(), n, "a", 2},
		{over, n, "a", 2},
		{t.Context(), n, "b", 3},
		{t.Context(), &hub.PoleNetwork{}, "a", 4},
		{t.Context(), n, "a", 2},
	} {
		if got := made(row.ctx, row.n, row.what); got != row.want {
			t.Errorf("%d: %d, want %d", i, got, row.want)
		}
	}
}
