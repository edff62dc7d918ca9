package involvement

import (
	"cmp"
	"context"
	"slices"
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/storetest"
)

// tester is what *testing.T and *rapid.T share.
type tester interface {
	Helper()
	Fatal(...any)
	Context() context.Context
}

func hubWith(t tester, store hub.Store, records ...hub.Record) *hub.Hub {
	t.Helper()
	h := &hub.Hub{Store: store, Clock: func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }}
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(records...); return nil }); err != nil {
		t.Fatal(err)
	}
	return h
}

func answerOf(t tester, q Question, records ...hub.Record) *Answer {
	t.Helper()
	answers, err := Ask(t.Context(), hubWith(t, storetest.NewOracle(), records...), []hub.ID{"pole:valley"}, q)
	if err != nil || answers[0] == nil {
		t.Fatal(answers, err)
	}
	return answers[0]
}

// valley is a pole of the enterprises a, b and c and of a town; a region is no
// member. The town works with all three, a with b; c works with nobody else. For 2025
// the region grants 900 to a and something unknown to c, the town buys for 100 from
// b, and c for 50 from b. A survey of 2025 asked all members about ties.
//
//	  town
//	 / |  \
//	a--b   c      region
func valley() []hub.Record {
	records := []hub.Record{
		&hub.Pole{ID: "pole:valley", Name: "valley"},
		organisation("a", hub.KindEnterprise), organisation("b", hub.KindEnterprise), organisation("c", hub.KindEnterprise),
		organisation("town", hub.KindLocalAuthority), organisation("region", hub.KindLocalAuthority),
		&hub.Observation{ID: "observation:ties", PoleID: "pole:valley", ObservedFrom: "2025-01-01", ObservedTo: "2026-01-01", Covers: []hub.Coverage{hub.CoversTies}},
		tie("a", "town"), tie("b", "town"), tie("c", "town"), tie("a", "b"),
	}
	for _, local := range []string{"a", "b", "c", "town"} {
		records = append(records, member(local),
			&hub.RosterEntry{ObservationID: "observation:ties", OrganisationID: hub.ID("org:" + local), Responded: hub.TriYes})
	}
	return slices.Concat(records,
		contract("grant", hub.ContractGrant, new(hub.Money(90000)), "region", hub.PartyFunder, "a", hub.PartyBeneficiary),
		contract("other", hub.ContractGrant, nil, "region", hub.PartyFunder, "c", hub.PartyBeneficiary),
		contract("works", hub.ContractPublicProcurement, new(hub.Money(10000)), "town", hub.PartyBuyer, "b", hub.PartySupplier),
		contract("parts", hub.ContractService, new(hub.Money(5000)), "c", hub.PartyBuyer, "b", hub.PartySupplier))
}

func organisation(local string, kind hub.OrganisationKind) *hub.Organisation {
	return &hub.Organisation{ID: hub.ID("org:" + local), Name: local, Kind: kind}
}

func member(local string) *hub.Membership {
	return &hub.Membership{PoleID: "pole:valley", OrganisationID: hub.ID("org:" + local), Circle: hub.CirclePartner, Votes: new(1), Period: hub.Period{ValidFrom: "2020-01-01"}}
}

func tie(a, b string) *hub.Tie {
	return &hub.Tie{Type: hub.TieSharedPremises, FromID: hub.ID("org:" + a), ToID: hub.ID("org:" + b), PoleID: "pole:valley", ClaimedBy: []hub.Claimant{hub.ByFirst},
		ObservationID: "observation:ties", Period: hub.Period{ValidFrom: "2024-01-01"}}
}

func contract(local string, t hub.ContractType, amount *hub.Money, from string, as hub.PartyRole, to string, with hub.PartyRole) []hub.Record {
	id := hub.ID("contract:" + local)
	c := &hub.Contract{ID: id, Type: t, Title: local, StartsOn: "2025-01-01", EndsOn: "2026-01-01", Amount: amount}
	if amount != nil {
		c.AmountBasis = hub.AmountFixed
	}
	return []hub.Record{c,
		&hub.Party{ContractID: id, OrganisationID: hub.ID("org:" + from), Role: as},
		&hub.Party{ContractID: id, OrganisationID: hub.ID("org:" + to), Role: with}}
}

// role is a role of 2025.
func role(local string, kind hub.RoleKind) *hub.Role {
	return &hub.Role{PoleID: "pole:valley", OrganisationID: hub.ID("org:" + local), Role: kind, Basis: hub.RoleBasisDocumented, Period: hub.Period{ValidFrom: "2025-01-01"}}
}

// searched is a search of 2025 for contracts of all types and for roles.
func searched() *hub.Observation {
	return &hub.Observation{ID: "observation:roles", PoleID: "pole:valley", ObservedFrom: "2025-01-01", ObservedTo: "2026-01-01",
		Covers: []hub.Coverage{hub.CoversRoles, hub.CoversContracts}, ContractTypes: []string{hub.AllTypes}}
}

// but are records without those of some ids, and without what refers to them.
func but(records []hub.Record, ids ...hub.ID) []hub.Record {
	return slices.DeleteFunc(slices.Clone(records), func(r hub.Record) bool {
		about := []hub.ID{r.Key()}
		switch r := r.(type) {
		case *hub.Membership:
			about = append(about, r.OrganisationID)
		case *hub.RosterEntry:
			about = append(about, r.OrganisationID, r.ObservationID)
		case *hub.Tie:
			about = append(about, r.FromID, r.ToID, r.ObservationID)
		case *hub.Party:
			about = append(about, r.ContractID, r.OrganisationID)
		}
		return slices.ContainsFunc(about, func(id hub.ID) bool { return slices.Contains(ids, id) })
	})
}

// in2025 is a day on which all facts of the valley are in force.
func in2025() Question { return OnDay("2025-06-01") }

func near(t *testing.T, what string, got *float64, want float64) {
	t.Helper()
	if got == nil || cmp.Compare(max(*got-want, want-*got), 1e-9) > 0 {
		if got == nil {
			t.Errorf("%s is unknown, want %g", what, want)
			return
		}
		t.Errorf("%s: %g, want %g", what, *got, want)
	}
}
