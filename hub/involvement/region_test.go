package involvement

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/hub/hubtest"
	"polehub/seed/demo/invent"
	"polehub/store/sqlite"
	"polehub/store/storetest"
)

// twoPoles are the poles p and q, which share the member b, and r, which has one of
// its own. The region grants 90 to a and b of p and q together, and 30 to c of q; a
// town is a member of p; the State evaluates q; of r nothing is recorded.
func twoPoles(t *testing.T, more ...string) []hub.Record {
	return hubtest.Facts(t, append([]string{
		"pole pole:p startedOn=2018-01-01", "pole pole:q startedOn=2019-01-01", "pole pole:r startedOn=2020-01-01",
		"organisation org:region kind=LOCAL_AUTHORITY publicTier=REGION",
		"organisation org:town kind=LOCAL_AUTHORITY publicTier=MUNICIPALITY",
		"organisation org:state kind=PUBLIC_BODY publicTier=STATE",
		"membership organisationId=org:a poleId=pole:p",
		"membership organisationId=org:b poleId=pole:p",
		"membership organisationId=org:b poleId=pole:q",
		"membership organisationId=org:c poleId=pole:q",
		"membership organisationId=org:d poleId=pole:r",
		"membership organisationId=org:town poleId=pole:p validFrom=2019-01-01",
		"role organisationId=org:state poleId=pole:q role=EVALUATOR",
		"contract contract:1 type=GRANT amount=90.00 startsOn=2020-01-01 endsOn=2021-01-01",
		"party contractId=contract:1 organisationId=org:region role=FUNDER",
		"party contractId=contract:1 organisationId=org:a role=BENEFICIARY",
		"party contractId=contract:1 organisationId=org:b role=BENEFICIARY",
		"contract contract:2 type=GRANT amount=30.00 startsOn=2020-01-01 endsOn=2021-01-01",
		"party contractId=contract:2 organisationId=org:region role=FUNDER",
		"party contractId=contract:2 organisationId=org:c role=BENEFICIARY",
	}, more...))
}

func TestRegion(t *testing.T) {
	h := hubWith(t, storetest.NewOracle(), twoPoles(t)...)
	g, err := AskRegion(t.Context(), h, nil, OnDay("2020-06-01"))
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(g.Poles, g.Involved, g.Without, g.Unknown)
	if want := "[pole:p pole:q pole:r] [pole:p pole:q] [] [pole:r]"; got != want {
		t.Errorf("poles %s, want %s", got, want)
	}
	var words []string
	for _, a := range g.Authorities {
		paid, err := a.Paid()
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, fmt.Sprintf("%s: %d %s %s", a.Organisation.ID, len(a.Poles), a.Since(), sumInWords(paid)))
	}
	// Contract 1 counts once, though it concerns p and q.
	want := []string{"org:region: 2 2020-01-01 120.00+0?", "org:state: 1 2015-01-01 NO_AMOUNTS+0?", "org:town: 1 2019-01-01 NO_AMOUNTS+0?"}
	if !slices.Equal(words, want) {
		t.Errorf("authorities %q, want %q", words, want)
	}
	money, err := g.Money()
	if err != nil || len(money.Totals) != 1 || amountInWords(money.Totals[0]) != "TO_MEMBERS REGION GRANT 2 120.00+0?" {
		t.Errorf("money %+v, %v", money, err)
	}
	years, err := money.Years(t.Context())
	// 152 days until 2020-06-01, the day included 153 of 366: ⌊9000·153/366⌋ split over
	// two, ⌊3000·153/366⌋ cents.
	if err != nil || len(years) != 1 || sumInWords(years[0].Sum) != decimal(9000*153/366+3000*153/366)+"+0?" {
		t.Errorf("years %+v, %v", years, err)
	}
	for name, c := range map[string]struct {
		got  []*Tally
		want string
	}{
		"tier": {g.ByTier(), "MUNICIPALITY - 1 1, REGION - 1 2, STATE - 1 1, "},
		"role": {g.ByRole(), " EVALUATOR 1 1,  GRANT_FUNDER 1 2,  MEMBER 1 1, "},
		"both": {g.ByTierAndRole(), "MUNICIPALITY MEMBER 1 1, REGION GRANT_FUNDER 1 2, STATE EVALUATOR 1 1, "},
	} {
		var words strings.Builder
		for _, t := range c.got {
			role := RoleKind("-")
			if t.Role != nil {
				role = *t.Role
			}
			fmt.Fprintf(&words, "%s %s %d %d, ", t.Tier, role, t.Authorities, t.Poles)
		}
		if words.String() != c.want {
			t.Errorf("by %s: %q, want %q", name, words.String(), c.want)
		}
	}
}

// TestRegionSearched tells a pole without public actors from one of which nobody
// knows, and asks about some poles only.
func TestRegionSearched(t *testing.T) {
	h := hubWith(t, storetest.NewOracle(), twoPoles(t, "observation observation:r poleId=pole:r covers=ROLES,CONTRACTS contractTypes=ALL")...)
	g, err := AskRegion(t.Context(), h, hub.In(hub.PoleNoun.ID(), "pole:p", "pole:r"), OnDay("2020-06-01"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(g.Poles, g.Involved, g.Without, g.Unknown); got != "[pole:p pole:r] [pole:p] [pole:r] []" {
		t.Error(got)
	}
	// Of the grant to a and b all 90 are money of members of p; the 30 to c are not.
	if money, err := g.Money(); err != nil || sumInWords(money.Public) != "90.00+0?" {
		t.Errorf("%+v %v", money, err)
	}
	none, err := AskRegion(t.Context(), h, hub.In(hub.PoleNoun.ID(), "pole:none"), OnDay("2020-06-01"))
	if err != nil || len(none.Poles) != 0 || len(none.Authorities) != 0 {
		t.Errorf("%+v %v", none, err)
	}
	if money, err := none.Money(); err != nil || money.Public.Amount != nil {
		t.Errorf("%+v %v", money, err)
	}
}

func TestAuthorities(t *testing.T) {
	h := hubWith(t, storetest.NewOracle(), twoPoles(t)...)
	ids := []hub.ID{"org:a", "org:region", "org:none", "org:state"}
	list, err := AskAuthorities(t.Context(), h, ids, OnDay("2020-06-01"))
	if err != nil {
		t.Fatal(err)
	}
	if list[0] != nil || list[2] != nil {
		t.Errorf("a firm and nobody: %+v %+v", list[0], list[2])
	}
	region := list[1]
	if len(region.Poles) != 2 || region.Poles[0].Pole.ID != "pole:p" || sumInWords(region.Poles[0].Paid) != "90.00+0?" || sumInWords(region.Poles[1].Paid) != "75.00+0?" {
		t.Errorf("of p the 90 of contract 1, of q 45 of it and 30: %+v", region.Poles)
	}
	if paid, err := region.Paid(); err != nil || sumInWords(paid) != "120.00+0?" {
		t.Errorf("both together %+v, %v", paid, err)
	}
	if tallies := region.ByRole(); len(tallies) != 1 || *tallies[0].Role != RoleKind(hub.RoleGrantFunder) || tallies[0].Poles != 2 {
		t.Errorf("%+v", tallies)
	}
	later, err := AskAuthorities(t.Context(), h, ids, OnDay("2022-06-01"))
	if err != nil || later[1] == nil || len(later[1].Poles) != 0 || later[1].Since() != "" {
		t.Errorf("after its grants: %+v, %v", later[1], err)
	}
}

// TestAuthoritiesAreThoseOfPoles: over the demonstration, what is answered about each
// authority is what is answered about its poles, in both stores, by as many calls.
func TestAuthoritiesAreThoseOfPoles(t *testing.T) {
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "hub.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close(context.WithoutCancel(t.Context())) })
	records := invent.Records()
	var said []map[string][]string
	for _, store := range []hub.Store{storetest.NewOracle(), file} {
		h := hubWith(t, store, records...)
		for _, q := range []Question{OnDay("2025-06-01"), {From: "2018-01-01", To: "2021-01-01"}} {
			g, err := AskRegion(t.Context(), h, nil, q)
			if err != nil {
				t.Fatal(err)
			}
			answers, err := Ask(t.Context(), h, g.Poles, q)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range answers {
				said = append(said, inWords(t, a))
			}
			var ids []hub.ID
			for _, a := range g.Authorities {
				ids = append(ids, a.Organisation.ID)
			}
			list, err := AskAuthorities(t.Context(), h, ids, q)
			if err != nil {
				t.Fatal(err)
			}
			for i, a := range list {
				var own, of []hub.ID
				for _, p := range a.Poles {
					own = append(own, p.Pole.ID)
				}
				for _, p := range g.Authorities[i].Poles {
					of = append(of, p.Pole.ID)
				}
				paid, err := a.Paid()
				if err != nil {
					t.Fatal(err)
				}
				among, err := g.Authorities[i].Paid()
				if err != nil || !slices.Equal(own, of) || !reflect.DeepEqual(paid, among) {
					t.Errorf("%s: %v %+v, and among all %v %+v %v", ids[i], own, paid, of, among, err)
				}
			}
		}
	}
	if half := len(said) / 2; half == 0 || !reflect.DeepEqual(said[:half], said[half:]) {
		t.Error("the stores give different answers")
	}
}

// TestCallsDoNotDependOnPoles counts the calls to the store for one and for several.
func TestCallsDoNotDependOnPoles(t *testing.T) {
	calls := func(ask func(h *hub.Hub) error) int {
		n := 0
		h := hubWith(t, storetest.NewOracle(), invent.Records()...)
		h.Store = hubtest.Counted{Store: h.Store, Calls: &n}
		if err := ask(h); err != nil {
			t.Fatal(err)
		}
		return n
	}
	poles := func(ids ...hub.ID) int {
		return calls(func(h *hub.Hub) error { _, err := Ask(t.Context(), h, ids, in2025()); return err })
	}
	if one, more := poles("pole:demo-velo"), poles("pole:demo-velo", "pole:demo-etoile", "pole:demo-grand"); one != more || one == 0 {
		t.Errorf("%d calls for a pole, %d for three", one, more)
	}
	actors := func(ids ...hub.ID) int {
		return calls(func(h *hub.Hub) error { _, err := AskAuthorities(t.Context(), h, ids, in2025()); return err })
	}
	if one, more := actors("org:siren-000000059"), actors("org:siren-000000059", "org:siren-000000554", "org:siren-000000224"); one != more || one == 0 {
		t.Errorf("%d calls for an authority, %d for three", one, more)
	}
	region := func(where hub.Filter) int {
		return calls(func(h *hub.Hub) error { _, err := AskRegion(t.Context(), h, where, in2025()); return err })
	}
	if one, all := region(hub.In(hub.PoleNoun.ID(), "pole:demo-velo")), region(nil); one != all || one == 0 {
		t.Errorf("%d calls for a pole, %d for all", one, all)
	}
}
