package involvement

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"polehub/hub"
	"polehub/hub/hubtest"
	"polehub/seed/demo/invent"
	"polehub/store/neo4j"
	"polehub/store/neo4j/neo4jtest"
	"polehub/store/sqlite"
	"polehub/store/storetest"
)

// demonstration is the demonstration in a store, with its poles.
func demonstration(t tester, store hub.Store) (*hub.Hub, []hub.ID) {
	t.Helper()
	records := invent.Records()
	var poles []hub.ID
	for _, r := range records {
		if p, ok := r.(*hub.Pole); ok {
			poles = append(poles, p.ID)
		}
	}
	return hubWith(t, store, records...), poles
}

// parts are all parts of an answer that are computed from networks and ledgers.
type parts struct {
	Network    *Network
	Without    []*Without
	Posture    *Posture
	Trajectory []*Year
	Peers      *Peers
}

func partsOf(t tester, a *Answer, all *Profiles) (p parts) {
	t.Helper()
	var errs [5]error
	ctx := t.Context()
	p.Network, errs[0] = a.Network(ctx)
	p.Without, errs[1] = a.Without(ctx)
	p.Posture, errs[2] = a.Posture(ctx, DefaultThresholds())
	p.Trajectory, errs[3] = a.Trajectory(ctx)
	p.Peers, errs[4] = a.Peers(ctx, all)
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func ask(t tester, h *hub.Hub, poles []hub.ID, q Question) ([]*Answer, *Profiles) {
	t.Helper()
	answers, err := Ask(t.Context(), h, poles, q)
	if err != nil {
		t.Fatal(err)
	}
	all, err := ReadProfiles(t.Context(), h, q)
	if err != nil {
		t.Fatal(err)
	}
	return answers, all
}

func times() []Question {
	return []Question{OnDay("2014-06-01"), OnDay("2025-06-01"), {From: "2020-01-01", To: "2024-01-01"}, {From: "2025-06-01", To: "2025-06-02", Groups: "COLLAPSE"}}
}

// TestStoresAgree asks the same of the demonstration in every store: all that is
// answered is the same, with the facts behind it, as JSON to the byte.
func TestStoresAgree(t *testing.T) {
	for name, open := range map[string]func(*testing.T) hub.Store{"sqlite": openSQLite, "neo4j": openNeo4j} {
		t.Run(name, func(t *testing.T) {
			store := open(t) // skips where there is none
			t.Cleanup(func() { _ = store.Close(context.WithoutCancel(t.Context())) })
			oracle, poles := demonstration(t, storetest.NewOracle())
			other, _ := demonstration(t, store)
			for _, q := range times() {
				if one, two := everything(t, oracle, poles, q), everything(t, other, poles, q); !bytes.Equal(one, two) {
					at := 0
					for one[at] == two[at] {
						at++
					}
					t.Errorf("%+v: at byte %d\n%s\n%s", q, at, one[max(0, at-200):min(len(one), at+200)], two[max(0, at-200):min(len(two), at+200)])
				}
			}
		})
	}
}

func openSQLite(t *testing.T) hub.Store {
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "hub.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func openNeo4j(t *testing.T) hub.Store {
	server := neo4jtest.Start(t)
	server.Clean(t)
	store, err := neo4j.Open(t.Context(), server.URI, neo4j.Options{User: server.User, Password: server.Password, Database: server.Database})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// everything is what a hub answers about poles, about all of them together and about
// every authority, as JSON.
func everything(t *testing.T, h *hub.Hub, poles []hub.ID, q Question) []byte {
	t.Helper()
	var out bytes.Buffer
	must := func(part any, err error) {
		t.Helper()
		if err == nil {
			err = json.NewEncoder(&out).Encode(part)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	answers, all := ask(t, h, poles, q)
	for _, a := range answers {
		must(a, nil)
		money, err := a.Money()
		must(money, err)
		must(money.Years(t.Context()))
		must(money.Measures())
		must(a.Decision(), nil)
		must(a.Gaps())
		must(a.Notes(), nil)
		must(partsOf(t, a, all), nil)
	}
	region, err := AskRegion(t.Context(), h, nil, q)
	must(region, err)
	must(region.Money())
	must([][]*Tally{region.ByTier(), region.ByRole(), region.ByTierAndRole()}, nil)
	var ids []hub.ID
	for _, a := range region.Authorities {
		ids = append(ids, a.Organisation.ID)
	}
	authorities, err := AskAuthorities(t.Context(), h, ids, q)
	must(authorities, err)
	for _, a := range authorities {
		must(a.Totals())
		must(a.Years(t.Context()))
		must(a.Paid())
	}
	return out.Bytes()
}

// TestOrderChangesNothing puts the facts of dossiers into other orders.
func TestOrderChangesNothing(t *testing.T) {
	h, poles := demonstration(t, storetest.NewOracle())
	again, _ := demonstration(t, storetest.NewOracle()) // for a hub keeps its dossiers
	dice := rand.New(rand.NewPCG(1, 2))
	q := OnDay("2025-06-01")
	one, all := ask(t, h, poles, q)
	dossiers, err := again.Dossiers(t.Context(), poles)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dossiers {
		shuffle(dice, d.Memberships)
		shuffle(dice, d.Roles)
		shuffle(dice, d.Observations)
		shuffle(dice, d.Ties)
		shuffle(dice, d.Agreements)
		shuffle(dice, d.Links)
	}
	other, err := Answers(t.Context(), dossiers, q)
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range other {
		x, y := partsOf(t, one[i], all), partsOf(t, a, all)
		for _, year := range slices.Concat(x.Trajectory, y.Trajectory) {
			year.Actors = nil // the contracts behind a role are in the order of the dossier
		}
		if !reflect.DeepEqual(x, y) {
			t.Errorf("%s:\n%+v\n%+v", poles[i], x, y)
		}
	}
}

func shuffle[T any](dice *rand.Rand, list []T) {
	dice.Shuffle(len(list), func(i, k int) { list[i], list[k] = list[k], list[i] })
}

// TestTrajectoryIsWhatYearsAnswer: each year of a trajectory says what is answered when
// that year is asked about, and ends with the year of the day.
func TestTrajectoryIsWhatYearsAnswer(t *testing.T) {
	h, poles := demonstration(t, storetest.NewOracle())
	poles = poles[:5]
	answers, _ := ask(t, h, poles, OnDay("2024-12-31"))
	compared := 0
	for i, a := range answers {
		years, err := a.Trajectory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for k, y := range years {
			if k > 0 && y.Year != years[k-1].Year+1 || y.To > "2025-01-01" {
				t.Errorf("%s: %d after %d, to %s", poles[i], y.Year, years[max(0, k-1)].Year, y.To)
			}
			of, err := Ask(t.Context(), h, poles[i:i+1], Question{From: y.From, To: y.To})
			if err != nil {
				t.Fatal(err)
			}
			posture, err := of[0].Posture(t.Context(), DefaultThresholds())
			if err != nil || !reflect.DeepEqual(posture, y.Posture) {
				t.Errorf("%s %d: %+v, asked for alone %+v, %v", poles[i], y.Year, y.Posture, posture, err)
			}
			compared++
		}
	}
	if compared < 20 {
		t.Errorf("%d years were compared", compared)
	}
}

// TestWithoutAddsUp: what an actor takes with it and what remains are all that was known.
func TestWithoutAddsUp(t *testing.T) {
	h, poles := demonstration(t, storetest.NewOracle())
	for _, q := range times()[1:3] {
		answers, _ := ask(t, h, poles, q)
		for i, a := range answers {
			w, err := a.Without(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, one := range w {
				switch before, after := one.Before, one.After; {
				case before.UnknownAmounts < after.UnknownAmounts:
					t.Errorf("%s: %+v, then %+v", poles[i], before, after)
				case before.Amount == nil && after.Amount != nil && *after.Amount == 0:
					t.Errorf("%s: what was unknown is 0: %+v, then %+v", poles[i], before, after)
				case before.Amount != nil && after.Amount != nil && *after.Amount > *before.Amount:
					t.Errorf("%s: %+v, then %+v", poles[i], before, after)
				}
				if n := one.Connectedness.First.N - one.Connectedness.Second.N; n < 0 || n > len(one.Gone) {
					t.Errorf("%s: %d nodes fewer without %d", poles[i], n, len(one.Gone))
				}
			}
		}
	}
}

// TestCallsOfPeers: profiles of all poles cost as many calls to the store whatever
// their number, and two when nothing changed.
func TestCallsOfPeers(t *testing.T) {
	h, poles := demonstration(t, storetest.NewOracle())
	few := hubWith(t, storetest.NewOracle(), valley()...)
	calls := func(h *hub.Hub) (n int) {
		counted := &hub.Hub{Store: hubtest.Counted{Store: h.Store, Calls: &n}, Clock: h.Clock}
		all, err := ReadProfiles(t.Context(), counted, in2025())
		if err != nil || len(all.poles) == 0 {
			t.Fatal(all, err)
		}
		first := n
		if _, err := ReadProfiles(t.Context(), counted, in2025()); err != nil || n != first+1 {
			t.Errorf("asked again: %d calls more, %v", n-first, err)
		}
		return first
	}
	// The valley has no amendments to ask for, nor groups that lead outwards.
	if one, many := calls(few), calls(h); many > one+1 || len(poles) < 5 {
		t.Errorf("%d calls for a pole, %d for %d", one, many, len(poles))
	}
	if _, err := ReadProfiles(t.Context(), h, Question{From: "2025-01-01", To: "2024-01-01"}); err == nil {
		t.Error("a time that ends before it begins")
	}
}

// TestTooManyPoles: those of a hub with more than are compared are not.
func TestTooManyPoles(t *testing.T) {
	records := valley()
	for i := range MaxPoles {
		records = append(records, &hub.Pole{ID: hub.ID(fmt.Sprint("pole:", i)), Name: "pole"})
	}
	h := hubWith(t, storetest.NewOracle(), records...)
	answers, all := ask(t, h, []hub.ID{"pole:valley"}, in2025())
	p, err := answers[0].Peers(t.Context(), all)
	if err != nil || p.Values[0].Reason != TooManyPoles || *p.Values[0].Own != 2 || p.Values[0].Median != nil {
		t.Errorf("%+v, %v", p.Values[0], err)
	}
}
