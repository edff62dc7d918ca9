package involvement

import (
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

// grants is a valley whose only public actor is a region that grants 300 to a, and
// whose members b and c deal for 100.
func grants() []hub.Record {
	out := but(valley(), "org:town", "org:region", "contract:grant", "contract:other", "contract:works", "contract:parts")
	return slices.Concat(out, []hub.Record{organisation("region", hub.KindLocalAuthority), tie("b", "c")},
		contract("grant", hub.ContractGrant, new(hub.Money(30000)), "region", hub.PartyFunder, "a", hub.PartyBeneficiary),
		contract("parts", hub.ContractService, new(hub.Money(10000)), "c", hub.PartyBuyer, "b", hub.PartySupplier))
}

// TestPosture has each posture, and each border of a threshold.
func TestPosture(t *testing.T) {
	add := func(records []hub.Record, more ...hub.Record) []hub.Record { return slices.Concat(records, more) }
	nobody := but(grants(), "org:region", "contract:grant")
	unknown := add(grants(), contract("x", hub.ContractService, nil, "a", hub.PartyBuyer, "b", hub.PartySupplier)...)
	unknown = add(unknown, searched(), role("region", hub.RoleConvener), // and that of the parts, here again without it
		&hub.Contract{ID: "contract:parts", Type: hub.ContractService, Title: "parts", StartsOn: "2025-01-01", EndsOn: "2026-01-01"})
	school := add(grants(), slices.Concat([]hub.Record{organisation("school", hub.KindTrainingBody)},
		contract("s", hub.ContractService, new(hub.Money(10000)), "school", hub.PartyBuyer, "b", hub.PartySupplier))...)
	one := func(th Thresholds, change func(*Thresholds)) Thresholds { change(&th); return th }
	d := DefaultThresholds()
	for _, row := range []struct {
		name    string
		records []hub.Record
		t       Thresholds
		want    PostureCode
		reached string // inputs
		onKnown bool
	}{
		{"nobody, and nobody looked", nobody, d, InsufficientData, "", false},
		{"nobody, and roles alone were looked for", add(nobody, &hub.Observation{ID: "observation:r", PoleID: "pole:valley", ObservedFrom: "2025-01-01", ObservedTo: "2026-01-01", Covers: []hub.Coverage{hub.CoversRoles}}), d, InsufficientData, "", false},
		{"nobody, although all was searched", add(nobody, searched()), d, Absent, "", false},
		{"no member is recorded", []hub.Record{&hub.Pole{ID: "pole:valley", Name: "valley"}, searched()}, d, InsufficientData, "", false},
		{"a region that pays", grants(), d, FunderOnly, "", true},
		{"a region that is known to pay only, 300 of 400", add(grants(), searched()), d, FunderOnly, "", false},
		{"who only pays is a counter, also above .7", add(grants(), searched()), one(d, func(t *Thresholds) { t.Money = .7 }), FunderOnly, "MONEY", false},
		{"300 of 400 and a role", add(grants(), searched(), role("region", hub.RoleConvener)), d, Stakeholder, "", false},
		{"300 of 400 is above .7", add(grants(), searched(), role("region", hub.RoleConvener)), one(d, func(t *Thresholds) { t.Money = .7 }), Dominant, "MONEY", false},
		{"above .7 of what is published only", add(grants(), role("region", hub.RoleConvener)), one(d, func(t *Thresholds) { t.Money = .7 }), Stakeholder, "", true},
		{"300 of 400 and 100 of a school that may be public", add(school, searched(), role("region", hub.RoleConvener)), d, Stakeholder, "", true},
		{"the least of these shares, 300 of 500, is above .5", add(school, searched(), role("region", hub.RoleConvener)), one(d, func(t *Thresholds) { t.Money = .5 }), Dominant, "MONEY", false},
		{"300 of 300 beside two unknown amounts", unknown, d, Stakeholder, "", true},
		{"the same, where a third of the contracts is enough", unknown, one(d, func(t *Thresholds) { t.KnownMoney = .3 }), Dominant, "MONEY", false},
		{"a region that convenes, on what is known", add(grants(), role("region", hub.RoleConvener)), d, Stakeholder, "", true},
		// Without the town 1/3 of the pairs of a, b and c reach each other: 2/3 is lost.
		{"a town that holds the pole together", valley(), d, Dominant, "CONNECTEDNESS_LOST", false},
		{"if that takes 2/3 and more", valley(), one(d, func(t *Thresholds) { t.Lost = .7 }), Stakeholder, "", true},
		{"a town that would hold it together if it held", but(valley(), "org:c"), one(d, func(t *Thresholds) { t.Held = 1 }), Stakeholder, "", true},
		{"a town of whose partners one pair is unknown", add(but(valley(), "org:c"), organisation("c", hub.KindEnterprise), member("c")), d, Stakeholder, "", true},
		{"a region with 6 seats of 10", add(grants(), seatsOf("region", 6, 10)), d, Dominant, "SEATS", false},
		{"5 of 10 are not more than half", add(grants(), seatsOf("region", 5, 10)), d, Stakeholder, "", true},
		{"1 of 3 recorded seats, where roles were searched", add(grants(), searched(), seatsOf("region", 1, 0), seatsOf("a", 2, 0)), d, Stakeholder, "", false},
		{"2 of 3 recorded seats, where roles were searched", add(grants(), searched(), seatsOf("region", 2, 0), seatsOf("a", 1, 0)), d, Dominant, "SEATS", false},
		{"2 of 3 recorded seats, where nobody looked for others", add(grants(), seatsOf("region", 2, 0), seatsOf("a", 1, 0)), d, Stakeholder, "", true},
		{"a town with 4 of 7 votes", add(valley(), votesOf("town", 4)), one(d, func(t *Thresholds) { t.Lost = 1 }), Dominant, "VOTES", false},
		{"a town with 3 of 6 votes", add(valley(), votesOf("town", 3)), one(d, func(t *Thresholds) { t.Lost = 1 }), Stakeholder, "", true},
		{"a region with 55 % of the capital", add(grants(), capitalOf("region", 550_000)), d, Dominant, "CAPITAL", false},
		{"40 %, and of 30 % nobody knows whose they are", add(grants(), capitalOf("region", 400_000), capitalOf("a", 300_000), searched()), d, Stakeholder, "", false},
		{"40 %, and of 30 % nobody looked for whose they are", add(grants(), capitalOf("region", 400_000), capitalOf("a", 300_000)), d, Stakeholder, "", true},
		{"40 %, and 20 % of a school that may be public", add(grants(), capitalOf("region", 400_000), organisation("school", hub.KindTrainingBody), capitalOf("school", 200_000), searched()), d, Stakeholder, "", true},
		{"40 % is more than a third", add(grants(), capitalOf("region", 400_000)), one(d, func(t *Thresholds) { t.Decision = 1.0 / 3 }), Dominant, "CAPITAL", false},
	} {
		p, err := answerOf(t, in2025(), row.records...).Posture(t.Context(), row.t)
		if err != nil {
			t.Fatal(row.name, err)
		}
		var reached []string
		for _, in := range p.Inputs {
			if in.Reached != nil && *in.Reached {
				reached = append(reached, string(in.Code))
			}
			if words := in.Code.Words(); words.En == "" || words.Fr == "" {
				t.Errorf("%s has no words", in.Code)
			}
			if in.Reached != nil && in.Threshold == nil {
				t.Errorf("%s: %s is reached without a threshold", row.name, in.Code)
			}
		}
		if p.Code != row.want || strings.Join(reached, " ") != row.reached || p.OnKnown != row.onKnown {
			t.Errorf("%s: %s by %v, on known %v; want %s by %q, %v", row.name, p.Code, reached, p.OnKnown, row.want, row.reached, row.onKnown)
		}
		for _, text := range []string{p.Explanation().En, p.Explanation().Fr} {
			if !strings.Contains(text, "erdict") || (p.Code == Dominant) != strings.Contains(text, "%") {
				t.Errorf("%s: %s", row.name, text)
			}
		}
	}
}

// seatsOf are those of a governance, of so many when that is stated.
func seatsOf(local string, n, of int) *hub.Role {
	r := role(local, hub.RoleGovernanceSeat)
	r.Seats = &n
	if of > 0 {
		r.SeatsTotal = &of
	}
	return r
}

func capitalOf(local string, share hub.Ratio) *hub.Role {
	r := role(local, hub.RoleCapitalHolder)
	r.CapitalShare = &share
	return r
}

// votesOf are those of a member of whom no other number is stated later.
func votesOf(local string, n int) *hub.Membership {
	m := member(local)
	m.Votes, m.ValidFrom = &n, "2024-01-01"
	return m
}

func TestThresholds(t *testing.T) {
	a := answerOf(t, in2025(), valley()...)
	for _, change := range []func(*Thresholds, float64){
		func(t *Thresholds, v float64) { t.Decision = v }, func(t *Thresholds, v float64) { t.Money = v }, func(t *Thresholds, v float64) { t.KnownMoney = v },
		func(t *Thresholds, v float64) { t.Lost = v }, func(t *Thresholds, v float64) { t.Held = v },
	} {
		for _, v := range []float64{-.1, 1.1} {
			th := DefaultThresholds()
			change(&th, v)
			if _, err := a.Posture(t.Context(), th); err == nil || !strings.Contains(err.Error(), "share from 0 to 1") {
				t.Errorf("%+v: %v", th, err)
			}
		}
	}
}
