package graph

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"testing"

	"polehub/hub"
	"polehub/store/storetest"
)

// counter is a store that counts the calls that reach it, or one of its readers.
type counter struct {
	hub.Store
	mu    sync.Mutex
	calls map[string]int
}

// View counts the calls of the reader.
func (c *counter) View(ctx context.Context, fn func(hub.Reader) error) error {
	return c.Store.View(ctx, func(r hub.Reader) error { return fn(counted{r, c}) })
}

// counted is a reader that counts the calls.
type counted struct {
	hub.Reader
	by *counter
}

func (r counted) Find(ctx context.Context, n *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	r.by.count("Find", n)
	return r.Reader.Find(ctx, n, ids)
}

func (r counted) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	r.by.count("Rows", q.Noun)
	return r.Reader.Rows(ctx, q)
}

func (c *counter) count(call string, n *hub.Noun) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.calls[call+" "+n.Name]++
}

func (c *counter) Find(ctx context.Context, n *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	c.count("Find", n)
	return c.Store.Find(ctx, n, ids)
}

func (c *counter) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	c.count("Rows", q.Noun)
	return c.Store.Rows(ctx, q)
}

func (c *counter) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	c.count("Tally", q.Noun)
	return c.Store.Tally(ctx, q)
}

func (c *counter) take() map[string]int {
	c.mu.Lock()
	defer c.mu.Unlock()
	taken := c.calls
	c.calls = map[string]int{}
	return taken
}

// crowd is n poles of 3 members each, every member in 2 contracts of 2 parties.
func crowd(n int) []hub.Record {
	fact := hub.Fact{SourceIDs: []hub.ID{"source:s"}}
	records := []hub.Record{
		&hub.Source{ID: "source:s", Title: "S", Kind: hub.SourceSurvey},
		&hub.Organisation{ID: "org:funder", Name: "Funder", Kind: hub.KindLocalAuthority, Fact: fact},
	}
	for p := range n {
		pole := hub.ID(fmt.Sprintf("pole:p%02d", p))
		records = append(records, &hub.Pole{ID: pole, Name: fmt.Sprintf("Pole %02d", p), Fact: fact})
		for m := range 3 {
			org := hub.ID(fmt.Sprintf("org:p%02d-m%d", p, m))
			records = append(records,
				&hub.Organisation{ID: org, Name: string(org), Kind: hub.KindEnterprise, Fact: fact},
				&hub.Membership{PoleID: pole, OrganisationID: org, Circle: hub.CirclePartner, Fact: fact})
			for c := range 2 {
				contract := hub.ID(fmt.Sprintf("contract:p%02d-m%d-c%d", p, m, c))
				records = append(records,
					&hub.Contract{ID: contract, Type: hub.ContractGrant, Title: string(contract), PoleIDs: []hub.ID{pole}, Fact: fact},
					&hub.Party{ContractID: contract, OrganisationID: org, Role: hub.PartyBeneficiary, Fact: fact},
					&hub.Party{ContractID: contract, OrganisationID: "org:funder", Role: hub.PartyFunder, Fact: fact})
			}
		}
	}
	return records
}

// TestStoreCalls: the number of calls to the store follows from the document
// and not from the number of records.
func TestStoreCalls(t *testing.T) {
	rows := []struct {
		name, document string
		want           map[string]int
	}{
		{"three levels, joined", `{poles(first:%d){nodes{name members(first:2){nodes{organisation{name}}}}}}`,
			// the poles; then the members together with their organisations
			map[string]int{"Rows pole": 1, "Rows membership": 1}},
		{"with counts", `{poles(first:%d){totalCount nodes{members(first:2){totalCount countBy(field:KIND){count} nodes{circle}}}}}`,
			// two counts of the members, and one of the poles, which are more than a page
			map[string]int{"Rows pole": 1, "Rows membership": 1, "Tally membership": 2, "Tally pole": 1}},
		{"counts alone", `{poles(first:%d){nodes{members{a:totalCount b:totalCount countBy(field:KIND){value}} contracts{at:__typename} ties{at}}}}`,
			// no page is read of which nothing is shown
			map[string]int{"Rows pole": 1, "Tally membership": 2}},
		{"six levels", `{poles(first:%d){nodes{members(first:2){nodes{organisation{contracts(first:1){nodes{parties{organisation{name sources{title}}}}}}}}}}}`,
			map[string]int{"Rows pole": 1, "Rows membership": 1, "Rows contract": 1, "Rows party": 1, "Find source": 1}},
		{"edges and nodes and aliases", `{poles(first:%d){edges{node{a:members(first:1){nodes{id}} b:members(first:2){edges{node{organisation{name}}}}}}}}`,
			map[string]int{"Rows pole": 1, "Rows membership": 2}},
		{"to-one without a connection", `{poles(first:%d){nodes{contracts(first:1){nodes{parties{contract{title} organisation{identifiers{raw} claims{claim}}}}}}}}`,
			map[string]int{"Rows pole": 1, "Rows contract": 1, "Rows party": 1, "Rows identifier": 1, "Rows claim": 1}},
		{"in the fragment of one type", `{poles(first:%d){nodes{members{nodes{organisation{... on Enterprise{siren} ... on LocalAuthority{claims{claim}}}}}}}}`,
			map[string]int{"Rows pole": 1, "Rows membership": 1, "Rows identifier": 1}},
	}
	counted := map[string]*counter{}
	for kind, open := range stores(t) {
		counted[kind] = &counter{Store: open(), calls: map[string]int{}}
		hubOver(t, counted[kind], crowd(60)...)
		counted[kind].take()
	}
	for _, row := range rows {
		for kind, store := range counted {
			t.Run(row.name+"/"+kind, func(t *testing.T) {
				for _, poles := range []int{5, 50} {
					got := answer(t, testAPI(t, &hub.Hub{Store: store, Clock: noonClock}), fmt.Sprintf(row.document, poles), nil)
					if calls := store.take(); fmt.Sprint(calls) != fmt.Sprint(row.want) {
						t.Errorf("%d poles: calls %v, want %v", poles, calls, row.want)
					}
					if len(got) < poles*20 || contains(got, `"errors"`) {
						t.Errorf("%d poles: %.300s", poles, got)
					}
				}
			})
		}
	}
}

// TestStoreCallsOfIndicators: density and mix of many poles read what those of
// few do.
func TestStoreCallsOfIndicators(t *testing.T) {
	var calls []string
	for _, poles := range []int{5, 50} {
		store := &counter{Store: storetest.NewOracle(), calls: map[string]int{}}
		api := testAPI(t, hubOver(t, store, crowd(60)...))
		store.take()
		got := answer(t, api, fmt.Sprintf(`{poles(first:%d){nodes{cooperationDensity{n} mix(by:KIND){members} network{nodes{organisation{claims{claim} contracts{totalCount}}}}}}}`, poles), nil)
		if contains(got, `"errors"`) {
			t.Fatalf("%.300s", got)
		}
		calls = append(calls, fmt.Sprint(store.take()))
	}
	if calls[0] != calls[1] {
		t.Errorf("5 poles: %s; 50 poles: %s", calls[0], calls[1])
	}
}

// TestStoreCallsOfGrids: grids and gaps of 3 poles and of 30, on several days, are
// one reading of their dossiers.
func TestStoreCallsOfGrids(t *testing.T) {
	const once = `grid(id: "labo-2012", at: "2020-01-01") { counts { count } }`
	calls := func(poles int, fields string) string {
		store := &counter{Store: storetest.NewOracle(), calls: map[string]int{}}
		api := testAPI(t, hubOver(t, store, crowd(60)...))
		store.take()
		got := answer(t, api, fmt.Sprintf(`{poles(first:%d){nodes{%s}}}`, poles, fields), nil)
		if contains(got, `"errors"`) {
			t.Fatalf("%.300s", got)
		}
		return fmt.Sprint(store.take())
	}
	want := calls(3, once)
	if !contains(want, "Rows membership:1") {
		t.Fatalf("not counted: %s", want)
	}
	many := once + `
		b: grid(id: "labo-2012", at: "2021-01-01", groups: COLLAPSE) { answers { state assessments { id } } }
		c: grid(id: "decret-2015-431", from: "2019-01-01", to: "2022-01-01") { answers { state } }
		d: grid(id: "loi-2014-art-9", thresholds: [{criterion: "L1", name: "satisfied", value: 2}]) { answers { state } }
		dataGaps { code } e: dataGaps(at: "2018-01-01") { code }`
	for _, poles := range []int{3, 30} {
		if got := calls(poles, many); got != want {
			t.Errorf("%d poles: %s, not %s", poles, got, want)
		}
	}
}
