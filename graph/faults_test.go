package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/storetest"
)

// faulty is a store whose calls fail from a given one on.
type faulty struct {
	hub.Store
	fail error
	left atomic.Int64 // calls that still succeed
}

func (f *faulty) broken() bool { return f.left.Add(-1) < 0 }

func (f *faulty) Revision(ctx context.Context) (hub.Revision, error) {
	if f.broken() {
		return 0, f.fail
	}
	return f.Store.Revision(ctx)
}

func (f *faulty) Find(ctx context.Context, n *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	if f.broken() {
		return nil, f.fail
	}
	return f.Store.Find(ctx, n, ids)
}

func (f *faulty) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	if f.broken() {
		return func(yield func(hub.Row, error) bool) { yield(hub.Row{}, f.fail) }
	}
	return f.Store.Rows(ctx, q)
}

func (f *faulty) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	if f.broken() {
		return nil, f.fail
	}
	return f.Store.Tally(ctx, q)
}

func (f *faulty) Changes(ctx context.Context, q hub.ChangeQuery) iter.Seq2[hub.Change, error] {
	if f.broken() {
		return func(yield func(hub.Change, error) bool) { yield(hub.Change{}, f.fail) }
	}
	return f.Store.Changes(ctx, q)
}

func (f *faulty) View(ctx context.Context, fn func(hub.Reader) error) error {
	if f.broken() {
		return f.fail
	}
	return f.Store.View(ctx, fn)
}

func (f *faulty) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	if f.broken() {
		return 0, f.fail
	}
	return f.Store.Update(ctx, fn)
}

// resolvers are documents that go through every kind of resolver, with the
// number of calls to the store of each.
var resolvers = []struct {
	document string
	calls    int
}{
	{`{node(id:"pole:sud"){id}}`, 1},
	{`{nodes(ids:["org:labo","pole:sud"]){id}}`, 2},
	{`{pole(id:"pole:sud"){sources{id} demonstration}}`, 2},
	{`{poles(first:1){totalCount nodes{id}}}`, 2},
	{`{organisation(siret:"73282932000074"){siren identifiers{raw}}}`, 4},
	{`{organisations(first:1){countBy(field:KIND){count} edges{node{id}}}}`, 2},
	{`{contract(id:"contract:c1"){parties{organisation{name}} amendments{number} poles{name}}}`, 4},
	{`{poles{nodes{members(first:1){totalCount countBy(field:KIND){count} nodes{organisation{name}}}}}}`, 4},
	{`{organisation(id:"org:ruche"){ess{value} partOf{kind} partners{organisation{name}} units{nodes{id}} contracts{nodes{id}}}}`, 7},
	{`{search(query:"l"){totalCount nodes{__typename}}}`, 5},
	{`{changes(first:2){nodes{id}}}`, 1},
	{`{hub{revision counts{count} demonstration}}`, 3},
	{`{pole(id:"pole:sud"){cooperationDensity{value} mix{members} network{nodes{id}}}}`, 2},
	{`mutation{createPole(input:{name:"Est"}){userErrors{message}}}`, 1},
	{`mutation{updatePole(input:{id:"pole:sud",name:"Est"}){userErrors{message}}}`, 1},
	{`mutation{endPole(input:{id:"pole:sud",on:"2024-01-01"}){userErrors{message}}}`, 1},
	{`mutation{deleteContract(input:{id:"contract:c1"}){userErrors{message}}}`, 1},
}

// TestFaultsOfTheStore: whichever call fails, and in whatever wrapping, the
// answer has the code and nothing of the cause.
func TestFaultsOfTheStore(t *testing.T) {
	cause := errors.New(canary)
	faults := map[hub.Code]error{
		hub.Internal:    fmt.Errorf("read poles: %w", cause),
		hub.Unavailable: &hub.Error{Code: hub.Unavailable, Msg: "the store cannot be reached", Cause: cause},
		hub.Timeout:     fmt.Errorf("read %s: %w", canary, context.DeadlineExceeded),
		hub.Conflict:    &hub.Error{Code: hub.Conflict, Msg: "changed meanwhile", Cause: cause},
	}
	for code, fault := range faults {
		for _, row := range resolvers {
			for failing := range row.calls {
				store := &faulty{Store: storetest.NewOracle(), fail: fault}
				store.left.Store(1 << 40)
				h := hubOver(t, store, village()...)
				var log bytes.Buffer
				api := NewAPI(Schema(New(h)), DefaultLimits(), slog.New(slog.NewTextHandler(&log, nil)))
				store.left.Store(int64(failing))
				got := answer(t, api, row.document, nil)
				if strings.Contains(got, "SELECT") || strings.Contains(got, "/var/lib") {
					t.Errorf("%s: the cause of call %d shows in %s", row.document, failing, got)
				}
				if !contains(got, `"code":"`+string(code)+`"`) && !(code == hub.Conflict && contains(got, "changed meanwhile")) {
					t.Errorf("%s: call %d failed; no %s in %.400s", row.document, failing, code, got)
				}
				if reported := contains(log.String(), canary); reported != (code == hub.Internal || code == hub.Unavailable) {
					t.Errorf("%s: call %d: logged: %v: %.400s", row.document, failing, reported, log.String())
				}
			}
		}
	}
}

// waiting is a store whose readings last until the caller gives up.
type waiting struct {
	hub.Store
	begun chan struct{}
	ended chan error
}

func (w *waiting) Rows(ctx context.Context, _ hub.Query) iter.Seq2[hub.Row, error] {
	return func(yield func(hub.Row, error) bool) {
		w.begun <- struct{}{}
		<-ctx.Done()
		w.ended <- ctx.Err()
		yield(hub.Row{}, ctx.Err())
	}
}

// TestCancelledRequests: a client that leaves ends the work of the store.
func TestCancelledRequests(t *testing.T) {
	store := &waiting{storetest.NewOracle(), make(chan struct{}, 9), make(chan error, 9)}
	api := testAPI(t, &hub.Hub{Store: store, Clock: noonClock})
	ctx, cancel := context.WithCancel(t.Context())
	answered := make(chan string)
	go func() {
		text, _ := json.Marshal(api.Query(ctx, `{poles{nodes{members{nodes{id}}}} contracts{nodes{id}}}`, "", nil))
		answered <- string(text)
	}()
	<-store.begun
	cancel()
	select {
	case got := <-answered:
		if !contains(got, string(hub.Timeout)) || contains(got, string(hub.Internal)) {
			t.Errorf("answered %s", got)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still at work")
	}
	if err := <-store.ended; !errors.Is(err, context.Canceled) {
		t.Errorf("the store saw %v", err)
	}
}
