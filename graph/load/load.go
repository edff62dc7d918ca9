// Package load reads what one GraphQL operation asks for, with one call to the
// store for each field of a level, whatever the number of records there.
//
// Records that came out of one call to the store are a cohort. The first
// resolver that needs something for one record of a cohort reads it for all of
// them, and the others find it there: no timer, no batch size, no dependence on
// how resolvers are scheduled. The number of calls is at most the number of
// fields that cost one, times the calls that gave their parents, which is fixed
// by the document.
//
// An Operation lives as long as one operation; nothing that was loaded for one
// caller is served to another.
package load

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"time"
	_ "time/tzdata" // Europe/Paris on machines without zone files

	"polehub/hub"
)

// Operation is what is known in the course of one operation.
type Operation struct {
	Hub *hub.Hub

	computing sync.Mutex // held by what computes long

	mu      sync.RWMutex
	cohorts map[hub.Record]*cohort
	records map[hub.ID]hub.Record // nil: looked for and not there
	today   hub.Date
	walk    sync.Once
	wanted  needs
	made    sync.Map
}

// cohort is the records of one call to the store, with what was read for them.
type cohort struct {
	records []hub.Record
	// targets are the records that were read together with these, by the field
	// that refers to them.
	targets map[*hub.Field]map[hub.ID]hub.Record
	mu      sync.Mutex
	loads   map[any]*load
}

func newCohort(records ...hub.Record) *cohort {
	return &cohort{records: records, loads: map[any]*load{}}
}

// load is one reading for a cohort: done once, by whoever comes first.
type load struct {
	once  sync.Once
	value any
	err   error
}

type contextKey struct{}

// Begin starts an operation. Dates default to the day it is in Paris.
func Begin(ctx context.Context, h *hub.Hub) context.Context {
	return context.WithValue(ctx, contextKey{}, &Operation{
		Hub: h, cohorts: map[hub.Record]*cohort{}, records: map[hub.ID]hub.Record{},
		today: Today(h),
	})
}

// Today is the day it is in Paris by the clock of a hub.
func Today(h *hub.Hub) hub.Date { return hub.DateOf(h.Clock().In(paris())) }

// paris is the time zone of the hub. Its rules are in the program, so that a
// bare machine has them.
var paris = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		panic("load: " + err.Error())
	}
	return zone
})

// From is the operation that Begin started. Without one it panics: the
// executor was put together wrongly.
func From(ctx context.Context) *Operation {
	op, ok := ctx.Value(contextKey{}).(*Operation)
	if !ok {
		panic("load: no operation in the context")
	}
	return op
}

// Today is the day that dates default to.
func (o *Operation) Today() hub.Date { return o.today }

// Forget drops everything that was read, after a change.
func (o *Operation) Forget() {
	o.mu.Lock()
	defer o.mu.Unlock()
	clear(o.cohorts)
	clear(o.records)
}

// join makes a cohort known, and its records by id. A record that is there
// already, under another pointer, is not exchanged.
func (o *Operation) join(c *cohort) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, r := range c.records {
		o.cohorts[r] = c
		if o.records[r.Key()] == nil {
			o.records[r.Key()] = r
		}
	}
}

// Join makes a cohort of records that came in another way than by a reading of
// this operation.
func Join[T hub.Record](ctx context.Context, records []T) {
	c := newCohort(make([]hub.Record, len(records))...)
	for i, r := range records {
		c.records[i] = r
	}
	From(ctx).join(c)
}

// Compute runs a long computation that uses all processors: one at a time in an
// operation, and none once its deadline has passed.
func Compute(ctx context.Context, fn func()) error {
	o := From(ctx)
	o.computing.Lock()
	defer o.computing.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	fn()
	return nil
}

// cohortOf is the cohort of a record; one that came by itself is its own.
func (o *Operation) cohortOf(r hub.Record) *cohort {
	o.mu.RLock()
	c := o.cohorts[r]
	o.mu.RUnlock()
	if c != nil {
		return c
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if c = o.cohorts[r]; c == nil {
		c = newCohort(r)
		o.cohorts[r] = c
	}
	return c
}

// loaded gives what fn reads for a cohort under a key; fn runs once. A panic is
// an error here, which everybody is told who needs the reading.
func loaded[V any](c *cohort, key any, fn func() (V, error)) (V, error) {
	c.mu.Lock()
	l := c.loads[key]
	if l == nil {
		l = &load{}
		c.loads[key] = l
	}
	c.mu.Unlock()
	l.once.Do(func() {
		defer func() {
			if cause := recover(); cause != nil {
				l.err = fmt.Errorf("reading: panic: %v\n%s", cause, debug.Stack())
			}
		}()
		l.value, l.err = fn()
	})
	v, _ := l.value.(V)
	return v, l.err
}

// Once gives what make makes for an operation, the first time that the key is
// asked for.
func Once[V any](ctx context.Context, key any, make func() V) V {
	o := From(ctx)
	v, found := o.made.Load(key)
	if !found {
		v, _ = o.made.LoadOrStore(key, make())
	}
	return v.(V)
}

// ids are the ids of the cohort, none twice, in its order.
func (c *cohort) ids() []hub.ID {
	seen := make(map[hub.ID]bool, len(c.records))
	ids := make([]hub.ID, 0, len(c.records))
	for _, r := range c.records {
		if id := r.Key(); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// PerCohort gives what fn makes for all records of r's cohort together, under
// a key; fn runs once, with the ids of the cohort.
func PerCohort[V any](ctx context.Context, r hub.Record, key any, fn func(ids []hub.ID) (V, error)) (V, error) {
	c := From(ctx).cohortOf(r)
	return loaded(c, key, func() (V, error) { return fn(c.ids()) })
}
