package graph

import (
	"encoding/json"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/hub/involvement"
)

// TestPublicInvolvementOfNetworks asks for the parts that rest on networks and ledgers.
func TestPublicInvolvementOfNetworks(t *testing.T) {
	api := testAPI(t, demoHub(t))
	got := answer(t, api, `{ poles(first: 20) { nodes { id publicInvolvement(at: "2025-06-01") {
		actors { organisation { id } }
		network { between { num den pairsUnknown } among { value reason } eiIndex { value chance { expected } nullTest { pUpper exact } } contracts { num den }
			positions { organisation { id name } isMember ties knownPairs unknownPairs contracts brokerage { id value } } }
		without { organisations { id } isAll connectedness { first { value } second { value } difference } compactness { difference } isolates { id first { n } second { n } }
			moneyBefore { amount currency reason unknownAmounts } moneyAfter { amount currency reason unknownAmounts } }
		posture { code label(lang: EN) explanation inputs { code label value threshold isReached measure { id } } isDecidedOnKnown }
		strict: posture(thresholds: {money: 1, lost: 1, decision: 1}) { code }
		trajectory { year from to actors { organisation { name } } roles { role actors } publicMoney { amount } allMoney { amount unknownAmounts } publicShare { value reason } posture { code } }
		peers { code label own leastMembers mostMembers n q1 median q3 reason }
		peerPostures { posture label(lang: EN) poles n }
	} } } }`, nil)
	type money struct {
		Amount         *string
		UnknownAmounts int
	}
	var a struct {
		Data struct {
			Poles struct {
				Nodes []struct {
					ID                string
					PublicInvolvement struct {
						Actors  []struct{ Organisation struct{ ID string } }
						Network struct {
							Positions []struct {
								Organisation struct{ ID string }
								IsMember     bool
								Brokerage    []any
							}
						}
						Without []struct {
							Organisations           []struct{ ID string }
							IsAll                   bool
							MoneyBefore, MoneyAfter money
						}
						Posture struct {
							Code, Label, Explanation string
							Inputs                   []struct{ Code string }
						}
						Strict     struct{ Code string }
						Trajectory []struct {
							Year    int
							Posture struct{ Code string }
						}
						Peers []struct {
							Code   string
							Median *float64
							Reason *string
						}
					}
				}
			}
		}
		Errors []any
	}
	if err := json.Unmarshal([]byte(got), &a); err != nil || a.Errors != nil || len(a.Data.Poles.Nodes) < 5 {
		t.Fatalf("%v in %s", err, got)
	}
	compared := 0
	for _, pole := range a.Data.Poles.Nodes {
		p := pole.PublicInvolvement
		alone := len(p.Actors)
		if alone > 1 {
			alone++ // and all together
		}
		if len(p.Network.Positions) != len(p.Actors) || len(p.Without) != alone || p.Strict.Code == string(involvement.Dominant) {
			t.Errorf("%s: %d actors, %d positions, without %d, strictly %s", pole.ID, len(p.Actors), len(p.Network.Positions), len(p.Without), p.Strict.Code)
		}
		for i, at := range p.Network.Positions {
			if at.Organisation.ID != p.Actors[i].Organisation.ID || (len(at.Brokerage) == 6) != at.IsMember {
				t.Errorf("%s: %+v", pole.ID, at)
			}
		}
		if p.Posture.Code == "" || p.Posture.Label == "" || !strings.Contains(p.Posture.Explanation, "Heuristique") || len(p.Trajectory) == 0 || p.Trajectory[len(p.Trajectory)-1].Year != 2025 {
			t.Errorf("%s: %+v, %+v", pole.ID, p.Posture, p.Trajectory)
		}
		if len(p.Peers) != len(involvement.ComparedCodes()) {
			t.Errorf("%s: %d compared", pole.ID, len(p.Peers))
		}
		for _, c := range p.Peers {
			if (c.Median == nil) != (c.Reason != nil) {
				t.Errorf("%s: %+v", pole.ID, c)
			}
			if c.Median != nil {
				compared++
			}
		}
	}
	if compared == 0 {
		t.Error("nothing is compared")
	}
}

// TestPublicInvolvementCallsTheStore: the parts of an answer need no call more than who
// the actors are, and the comparison with all poles as many for twenty as for one.
func TestPublicInvolvementCallsTheStore(t *testing.T) {
	calls := func(document string) int {
		h := demoHub(t)
		counting := &counter{Store: h.Store, calls: map[string]int{}}
		h.Store = counting
		if got := answer(t, testAPI(t, h), document, nil); strings.Contains(got, `"errors"`) {
			t.Fatal(got)
		}
		n := 0
		for _, times := range counting.take() {
			n += times
		}
		return n
	}
	const parts = `network{eiIndex{value}} without{isAll} posture{code} trajectory{year}`
	who, all := calls(`{poles(first:20){nodes{publicInvolvement{asOf}}}}`), calls(`{poles(first:20){nodes{publicInvolvement{asOf `+parts+`}}}}`)
	if who != all || who == 0 {
		t.Errorf("%d calls for the actors, %d with all parts", who, all)
	}
	one, many := calls(`{poles(first:1){nodes{publicInvolvement{peers{n}}}}}`), calls(`{poles(first:20){nodes{publicInvolvement{peers{n} peerPostures{n}}}}}`)
	if one != many || one <= who {
		t.Errorf("%d calls for the peers of a pole, %d of twenty", one, many)
	}
}

// TestPostureDefaults: those of the schema are those of the hub.
func TestPostureDefaults(t *testing.T) {
	fields := Schema(New(&hub.Hub{})).Schema().Types["PostureThresholdsInput"].Fields
	d := involvement.DefaultThresholds()
	for name, want := range map[string]float64{"decision": d.Decision, "money": d.Money, "knownMoney": d.KnownMoney, "lost": d.Lost, "held": d.Held} {
		if got, err := fields.ForName(name).DefaultValue.Value(nil); err != nil || got != want {
			t.Errorf("%s: %v, %v; want %g", name, got, err, want)
		}
	}
	if len(fields) != 5 {
		t.Errorf("%d thresholds", len(fields))
	}
	ask(t, testAPI(t, demoHub(t)), `{pole(id:"pole:demo-velo"){id publicInvolvement{asOf posture(thresholds:{money:2}){code}}}}`,
		[]string{string(hub.BadUserInput), "thresholds.money: 2 is not a share", `"posture":null`, `"id":"pole:demo-velo"`}, nil)
}
