package graph

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

// TestPublicActors asks who the public actors of a pole of the demonstration are,
// as a funder would.
func TestPublicActors(t *testing.T) {
	api := testAPI(t, demoHub(t))
	got := answer(t, api, `{ pole(id: "pole:demo-deux-rives") { publicInvolvement(at: "2025-06-01") {
		poleId asOf from to
		actors { organisation { id kind } tier since roles { role circle basis isDerived from to seats ofSeats votes capitalShare amount currency factIds sources { id } } }
		first { since reason undatedIds actors { organisation { id } roles { role } } }
	} } }`, nil)
	var a struct {
		Data struct {
			Pole struct {
				PublicInvolvement struct {
					AsOf, From, To string
					Actors         []struct {
						Organisation struct{ ID, Kind string }
						Since        string
						Roles        []struct {
							Role, Circle, Basis string
							IsDerived           bool
							FactIDs             []string
							Sources             []struct{ ID string }
						}
					}
					First struct {
						Since  string
						Actors []any
					}
				}
			}
		}
		Errors []any
	}
	if err := json.Unmarshal([]byte(got), &a); err != nil || a.Errors != nil {
		t.Fatalf("%v in %s", err, got)
	}
	p := a.Data.Pole.PublicInvolvement
	if p.AsOf != "2025-06-01" || p.From != p.AsOf || p.To != "2025-06-02" {
		t.Errorf("as of %s, from %s to %s", p.AsOf, p.From, p.To)
	}
	if len(p.Actors) == 0 || p.First.Since == "" || len(p.First.Actors) == 0 {
		t.Fatalf("no public actors: %s", got)
	}
	derived := false
	for i, actor := range p.Actors {
		if i > 0 && actor.Since < p.Actors[i-1].Since || actor.Since < p.First.Since {
			t.Errorf("%s since %s, after %s", actor.Organisation.ID, actor.Since, p.Actors[i-1].Since)
		}
		for _, role := range actor.Roles {
			derived = derived || role.IsDerived
			contracts := slices.ContainsFunc(role.FactIDs, func(id string) bool { return strings.HasPrefix(id, "contract:") })
			if role.IsDerived != contracts || len(role.FactIDs) == 0 || len(role.Sources) == 0 {
				t.Errorf("%s: %+v", actor.Organisation.ID, role)
			}
			if (role.Circle != "") != (role.Role == "MEMBER") || (role.Basis == "") != (role.Role == "MEMBER") {
				t.Errorf("%s: %+v", actor.Organisation.ID, role)
			}
		}
	}
	if !derived {
		t.Errorf("no role follows from contracts: %s", got)
	}
}

func TestPublicInvolvementRefuses(t *testing.T) {
	api := testAPI(t, demoHub(t))
	for arguments, want := range map[string]string{
		`from: "2020-01-01", to: "2019-01-01"`:                   "2020-01-01",
		`from: "2020-01-01"`:                                     "from and to",
		`at: "2020-13-01"`:                                       "2020-13-01",
		`at: "2020-01-01", from: "2020-01-01", to: "2021-01-01"`: "from and to",
	} {
		got := answer(t, api, `{pole(id: "pole:demo-velo") { id publicInvolvement(`+arguments+`) { poleId } }}`, nil)
		if !strings.Contains(got, string(hub.BadUserInput)) || !strings.Contains(got, want) || !strings.Contains(got, `{"id":"pole:demo-velo","publicInvolvement":null}`) {
			t.Errorf("%s: %s", arguments, got)
		}
	}
}

// TestPublicMoneyAndDecisions asks for the rest of the facts.
func TestPublicMoneyAndDecisions(t *testing.T) {
	api := testAPI(t, demoHub(t))
	got := answer(t, api, `{ pole(id: "pole:demo-deux-rives") { publicInvolvement(from: "2020-01-01", to: "2022-01-01") {
		asOf actors { paid { amount currency reason unknownAmounts } }
		money { totals { year direction tier instrument contracts amount currency reason unknownAmounts } years { year direction tier instrument amount }
			public { amount } other { amount } unclassed { amount } measures { id value reason } stated { tier instrument amount currency roleIds } contracts unknownAmounts undated }
		decision { seats { held unclassed known total share reason unknown publicUnknown } votes { held } capital { public local known reason ceiling isSCIC isOverCeiling } }
		gaps { code label(lang: EN) aboutIds } notes { code label }
	} } }`, nil)
	type amount struct {
		Year                        *int
		Direction, Tier, Instrument string
		Amount                      *float64 `json:",string"`
	}
	var a struct {
		Data struct {
			Pole struct {
				PublicInvolvement struct {
					AsOf  *string
					Money struct {
						Totals, Years []amount
						Measures      []struct{ ID string }
						Stated        []struct{ RoleIDs []string }
					}
					Decision struct {
						Seats   struct{ Held, Known, Total int }
						Capital struct{ Ceiling string }
					}
					Gaps []struct{ Code, Label string }
				}
			}
		}
		Errors []any
	}
	if err := json.Unmarshal([]byte(got), &a); err != nil || a.Errors != nil {
		t.Fatalf("%v in %s", err, got)
	}
	p := a.Data.Pole.PublicInvolvement
	if p.AsOf != nil || p.Decision.Seats.Held < 1 || p.Decision.Seats.Total < p.Decision.Seats.Known || p.Decision.Capital.Ceiling != "0.5" {
		t.Errorf("%+v", p)
	}
	if len(p.Money.Totals) == 0 || len(p.Money.Years) == 0 || len(p.Money.Stated) == 0 || len(p.Money.Stated[0].RoleIDs) == 0 || p.Money.Measures[0].ID != "PUBLIC_MONEY_SHARE" {
		t.Errorf("%+v", p.Money)
	}
	for _, total := range p.Money.Totals {
		if total.Year != nil {
			t.Errorf("a total of %d", *total.Year)
		}
	}
	for _, y := range p.Money.Years {
		if y.Year == nil || *y.Year < 2020 || *y.Year > 2021 {
			t.Errorf("%+v is no year of the period", y)
		}
	}
	for _, g := range p.Gaps {
		if g.Label == "" {
			t.Errorf("%s has no words", g.Code)
		}
	}
}

// TestPublicInvolvementOfMany: the region and the authorities in it agree.
func TestPublicInvolvementOfMany(t *testing.T) {
	api := testAPI(t, demoHub(t))
	const fields = `organisation { id name } tier asOf from to since poles { pole { id name } since roles { role sources { id } } paid { amount } } byRole { role poles authorities tier } paid { amount } totals { amount } years { year amount }`
	got := answer(t, api, `{
		publicInvolvement(where: {name: {contains: "e"}}, at: "2025-06-01") { asOf from to revision poleIds involvedPoleIds poleIdsWithout poleIdsUnknown
			authorities { `+fields+` } byTier { tier role authorities poles } byRole { role } byTierAndRole { tier role } money { public { amount } years { year amount } } }
		organisations(where: {publicTier: {in: [REGION]}}) { nodes { id publicInvolvement(at: "2025-06-01") { `+fields+` } } }
		firms: organisations(where: {kind: {in: [ENTERPRISE]}}, first: 1) { nodes { publicInvolvement { since } } }
	}`, nil)
	type authority struct {
		Organisation struct{ ID string }
		Poles        []struct{ Pole struct{ ID string } }
	}
	var a struct {
		Data struct {
			PublicInvolvement struct {
				PoleIDs, InvolvedPoleIDs, PoleIDsWithout, PoleIDsUnknown []string
				Authorities                                              []authority
				ByTier                                                   []struct{ Authorities int }
			}
			Organisations struct {
				Nodes []struct {
					ID                string
					PublicInvolvement authority
				}
			}
			Firms struct {
				Nodes []struct{ PublicInvolvement *authority }
			}
		}
		Errors []any
	}
	if err := json.Unmarshal([]byte(got), &a); err != nil || a.Errors != nil {
		t.Fatalf("%v in %.2000s", err, got)
	}
	g := a.Data.PublicInvolvement
	if len(g.PoleIDs) != len(g.InvolvedPoleIDs)+len(g.PoleIDsWithout)+len(g.PoleIDsUnknown) || len(g.InvolvedPoleIDs) == 0 {
		t.Errorf("%d poles: %v %v %v", len(g.PoleIDs), g.InvolvedPoleIDs, g.PoleIDsWithout, g.PoleIDsUnknown)
	}
	all := 0
	for _, tier := range g.ByTier {
		all += tier.Authorities
	}
	if all != len(g.Authorities) {
		t.Errorf("%d by tier, %d in all", all, len(g.Authorities))
	}
	poles := map[string]int{}
	for _, authority := range g.Authorities {
		poles[authority.Organisation.ID] = len(authority.Poles)
	}
	if len(a.Data.Organisations.Nodes) == 0 {
		t.Error("no region")
	}
	for _, o := range a.Data.Organisations.Nodes {
		if n := len(o.PublicInvolvement.Poles); n < poles[o.ID] {
			t.Errorf("%s: in %d poles, %d among those chosen", o.ID, n, poles[o.ID])
		}
	}
	if a.Data.Firms.Nodes[0].PublicInvolvement != nil {
		t.Error("a firm is a public actor")
	}
}
