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
