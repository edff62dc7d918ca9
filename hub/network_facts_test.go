package hub_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"polehub/analysis"
	"polehub/hub"
)

// tied says whether two members of pole:p are tied on the day of p.
func tied(t *testing.T, h *hub.Hub, p analysis.Projection, a, b string) bool {
	t.Helper()
	n := networkOf(t, h, "pole:p", p).Network
	i, foundA := n.Index(a)
	j, foundB := n.Index(b)
	if !foundA || !foundB {
		t.Fatalf("%s or %s is not in the network", a, b)
	}
	return n.Tied(i, j)
}

// Facts that are allowed and say little never make a network fail.
func TestNetworksBearPoorFacts(t *testing.T) {
	h := newHub(t, append(smallPole("p"),
		&hub.Observation{ID: "observation:undated", PoleID: "pole:p", Covers: []hub.Coverage{hub.CoversTies}},
		&hub.Observation{ID: "observation:no-start", PoleID: "pole:p", ObservedTo: "2025-06-02", Covers: []hub.Coverage{hub.CoversTies, hub.CoversContracts}},
		&hub.RosterEntry{ObservationID: "observation:undated", OrganisationID: "org:p-d", Responded: hub.TriYes},
		&hub.RosterEntry{ObservationID: "observation:no-start", OrganisationID: "org:p-d", Responded: hub.TriYes},
		&hub.Tie{Type: hub.TieTraining, FromID: "org:p-d", ToID: "org:p-b", ClaimedBy: []hub.Claimant{hub.ByFirst}, ObservationID: "observation:no-start"},
		&hub.Contract{ID: "contract:long", Type: hub.ContractPremises, Title: "long", StartsOn: "2950-01-01", DurationMonths: new(1200)},
		&hub.Party{ContractID: "contract:long", OrganisationID: "org:p-a", Role: hub.PartyLessor},
		&hub.Party{ContractID: "contract:long", OrganisationID: "org:p-b", Role: hub.PartyLessee},
		&hub.Contract{ID: "contract:undated", Type: hub.ContractCharter, Title: "undated"},
		&hub.Party{ContractID: "contract:undated", OrganisationID: "org:p-a", Role: hub.PartyPartner},
		&hub.Party{ContractID: "contract:undated", Role: hub.PartyPartner},
	)...)
	networkOf(t, h, "pole:p", analysis.Projection{AllContracts: true})
	networkOf(t, h, "pole:p", analysis.Projection{AllContracts: true, AsOf: "2960-01-01"})
	strict := networkOf(t, h, "pole:p", analysis.Projection{Rule: analysis.BothRespond})
	// Observations whose start is unknown make no absence known, so the answers of
	// d in them do not count: of its three pairs d–b is tied, two stay unknown.
	if m := value(t, strict, analysis.Density, analysis.Options{}); m.PairsUnknown != 3-1 {
		t.Errorf("%d pairs unknown, expected 2", m.PairsUnknown)
	}
}

func TestNetworkGroupsThroughOutsiders(t *testing.T) {
	group := func(child, parent hub.ID) *hub.Link {
		return &hub.Link{ChildID: child, ParentID: parent, Kind: hub.LinkGroup}
	}
	h := newHub(t, append(smallPole("p"), org("org:x"), org("org:y"), org("org:z"),
		group("org:p-c", "org:x"), group("org:x", "org:y"), group("org:z", "org:y"), group("org:p-d", "org:z"))...)
	// c < x < y > z > d: c and d are one group, although no link between x, y
	// and z touches a member.
	if n := networkOf(t, h, "pole:p", analysis.Projection{Groups: analysis.Collapse}).Network; n.N() != 4-1 {
		t.Errorf("%d nodes, expected 3", n.N())
	}
}

// A tie with an organisation outside counts among those left out, whichever end
// comes first by id.
func TestNetworkCountsTiesToOutsiders(t *testing.T) {
	h := newHub(t, append(smallPole("p"), org("org:a"), org("org:z"))...)
	for _, outsider := range []hub.ID{"org:a", "org:z"} { // before and after org:p-b
		put(t, h, &hub.Tie{Type: hub.TieSharedStaff, FromID: "org:p-b", ToID: outsider, ClaimedBy: []hub.Claimant{hub.ByFirst}, Period: hub.Period{ValidFrom: "2025-01-01"}})
	}
	if dropped := networkOf(t, h, "pole:p", analysis.Projection{}).Network.Echo().Dropped; dropped.OutsidePerimeter != 2 || dropped.Duplicates != 0 {
		t.Errorf("left out: %+v, expected 2 outside the perimeter", dropped)
	}
}

func TestNetworkContractsAsAmended(t *testing.T) {
	parties := func(amendment hub.Text, supplier hub.ID) []hub.Record {
		return []hub.Record{
			&hub.Party{ContractID: "contract:m", Amendment: amendment, OrganisationID: "org:p-c", Role: hub.PartyBuyer},
			&hub.Party{ContractID: "contract:m", Amendment: amendment, OrganisationID: supplier, Role: hub.PartySupplier},
		}
	}
	records := append(smallPole("p"),
		&hub.Contract{ID: "contract:m", Type: hub.ContractService, Title: "m", StartsOn: "2023-01-01", EndsOn: "2024-01-01"},
		// Three of one day: the last published stands, then the greatest number.
		&hub.Amendment{ContractID: "contract:m", Number: "9", Dated: "2023-06-01", PublishedOn: "2023-06-02", ReplacesParties: hub.TriYes},
		&hub.Amendment{ContractID: "contract:m", Number: "10", Dated: "2023-06-01", PublishedOn: "2023-06-02", ReplacesParties: hub.TriYes, NewDurationMonths: new(36)},
		&hub.Amendment{ContractID: "contract:m", Number: "11", Dated: "2023-06-01", PublishedOn: "2023-06-01", ReplacesParties: hub.TriYes, NewDurationMonths: new(1)},
	)
	records = append(records, parties("", "org:p-a")...)
	records = append(records, parties("9", "org:p-b")...)
	records = append(records, parties("10", "org:p-d")...)
	records = append(records, parties("11", "org:p-b")...)
	h := newHub(t, records...)
	tests := []struct {
		day      string
		supplier string
		tied     bool
	}{
		{"2023-05-31", "org:p-a", true},
		{"2023-06-01", "org:p-a", false},
		{"2023-06-01", "org:p-b", false},
		{"2023-06-01", "org:p-d", true},
		{"2025-12-31", "org:p-d", true}, // 1 January 2023 + 36 months, beyond endsOn as signed
		{"2026-01-01", "org:p-d", false},
	}
	for _, tt := range tests {
		p := analysis.Projection{AsOf: tt.day, NoRelations: true, AllContracts: true}
		if got := tied(t, h, p, "org:p-c", tt.supplier); got != tt.tied {
			t.Errorf("%s: c and %s tied %v, expected %v", tt.day, tt.supplier, got, tt.tied)
		}
	}
}

// An answer about several poles is of one revision, also when a write comes
// between the look into the cache and the reading of what it lacks.
func TestNetworksOfOneRevision(t *testing.T) {
	h := newHub(t, append(smallPole("p"), smallPole("q")...)...)
	networkOf(t, h, "pole:p", analysis.Projection{})
	inner := h.Store
	h.Store = meanwhile{inner, func() {
		w := &hub.Hub{Store: inner, Clock: h.Clock}
		put(t, w, org("org:new"))
	}}
	both, err := h.Networks(t.Context(), []hub.ID{"pole:p", "pole:q"}, analysis.Projection{AsOf: "2025-06-01"})
	if err != nil || both[0].Revision != both[1].Revision {
		t.Errorf("revisions %d and %d, %v", both[0].Revision, both[1].Revision, err)
	}
}

// Other programs may write into the database of a hub, which moves no revision:
// what they wrote shows after a minute.
func TestNetworksAgeWithoutRevision(t *testing.T) {
	h := newHub(t, smallPole("p")...)
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	h.Clock = func() time.Time { return now }
	first := networkOf(t, h, "pole:p", analysis.Projection{})
	for _, test := range []struct {
		after time.Duration
		same  bool
	}{{time.Minute, true}, {time.Second, false}} {
		now = now.Add(test.after)
		if again := networkOf(t, h, "pole:p", analysis.Projection{}); (again == first) != test.same {
			t.Errorf("%s later: the same network %v, expected %v", test.after, again == first, test.same)
		}
	}
}

// meanwhile is a store on which something is written before each view.
type meanwhile struct {
	hub.Store
	write func()
}

func (s meanwhile) View(ctx context.Context, fn func(hub.Reader) error) error {
	s.write()
	return s.Store.View(ctx, fn)
}

// Contracts that never took effect tie nobody.
func TestNetworkContractsThatNeverBegan(t *testing.T) {
	for status, want := range map[hub.ContractStatus]bool{
		"": true, hub.ContractStatusActive: true, hub.ContractStatusTerminated: true, hub.ContractStatusSuperseded: true,
		hub.ContractStatusPending: false, hub.ContractStatusCancelled: false,
	} {
		h := newHub(t, append(smallPole("p"),
			&hub.Contract{ID: "contract:c", Type: hub.ContractLoanOrGuarantee, Title: "c", SignedOn: "2025-01-01", Status: status},
			&hub.Party{ContractID: "contract:c", OrganisationID: "org:p-b", Role: hub.PartyLender},
			&hub.Party{ContractID: "contract:c", OrganisationID: "org:p-d", Role: hub.PartyBorrower},
		)...)
		if got := tied(t, h, analysis.Projection{NoRelations: true, AllContracts: true}, "org:p-b", "org:p-d"); got != want {
			t.Errorf("status %q: tied %v, expected %v", status, got, want)
		}
	}
}

func TestDurationsOfMoreThanACentury(t *testing.T) {
	for _, r := range []hub.Record{
		&hub.Contract{ID: "contract:c", Type: hub.ContractOther, Title: "C", DurationMonths: new(1201)},
		&hub.Amendment{ID: "amendment:a", ContractID: "contract:c", Number: "1", NewDurationMonths: new(1201)},
	} {
		if errs := hub.Validate(r); len(errs) != 1 {
			t.Errorf("%s: %v", hub.EncodeRecord(r), errs)
		}
	}
}

// TestNetworksTogetherAreThoseAlone: poles are projected at the same time, from
// facts that they share.
func TestNetworksTogetherAreThoseAlone(t *testing.T) {
	var records []hub.Record
	var ids []hub.ID
	for i := range 12 {
		name := fmt.Sprintf("p%d", i)
		ids = append(ids, hub.ID("pole:"+name))
		records = append(records, smallPole(name)...)
		// The commune of the first is a member of all, and signed a contract
		// with each carrier that was amended twice.
		contract := hub.ID("contract:" + name)
		records = append(records,
			&hub.Membership{PoleID: ids[i], OrganisationID: "org:p0-c", Circle: hub.CirclePartner, Period: hub.Period{ValidFrom: "2020-01-01"}},
			&hub.Contract{ID: contract, Type: hub.ContractService, Title: name, StartsOn: "2023-01-01"},
			&hub.Amendment{ContractID: contract, Number: "2", Dated: "2024-02-01"},
			&hub.Amendment{ContractID: contract, Number: "1", Dated: "2024-01-01", NewDurationMonths: new(36)},
			&hub.Party{ContractID: contract, OrganisationID: "org:p0-c", Role: hub.PartyBuyer},
			&hub.Party{ContractID: contract, OrganisationID: hub.ID("org:" + name + "-a"), Role: hub.PartySupplier})
	}
	p := analysis.Projection{AsOf: "2025-01-15", AllContracts: true}
	shown := func(n *hub.PoleNetwork) string {
		return fmt.Sprintf("%s %d %v %+v", n.PoleID, n.Network.N(), slices.Collect(n.Network.Ties()), n.Network.Echo().Dropped)
	}
	together, err := newHub(t, records...).Networks(t.Context(), ids, p)
	if err != nil {
		t.Fatal(err)
	}
	for i, id := range ids {
		alone, err := newHub(t, records...).Networks(t.Context(), []hub.ID{id}, p)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := shown(together[i]), shown(alone[0]); got != want || alone[0].Network.M() < 2 {
			t.Errorf("together\n%s\nalone\n%s", got, want)
		}
	}
}
