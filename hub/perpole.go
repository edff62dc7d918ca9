package hub

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Bounds of the memory of what was made for poles: how many bytes by the estimate of
// keepable.weight, and for how long. The age matters when other programs write into the
// database, which moves no revision.
const (
	maxKept    = 64 << 20
	maxKeptAge = time.Minute
)

// memory keeps what was made for poles at one revision. A write moves the revision,
// which empties it; so do age and having no room.
type memory struct {
	mu       sync.Mutex
	revision Revision
	since    time.Time
	kept     map[memoryKey]keepable
	bytes    int // that kept takes
}

// keepable is what can be kept.
type keepable interface {
	// weight is about how many bytes it takes.
	weight() int
}

// pointer is a pointer to T that can be kept.
type pointer[T any] interface {
	*T
	keepable
}

// memoryKey is a pole and what was made for it.
type memoryKey struct {
	pole ID
	what string
}

// recall returns what is kept for poles, and the others.
func recall[T any](m *memory, now time.Time, revision Revision, what string, poles []ID) (map[ID]*T, []ID) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.revision != revision || now.Sub(m.since) > maxKeptAge {
		m.revision, m.since = revision, now
		m.forget()
	}
	found := make(map[ID]*T, len(poles))
	var missing []ID
	for _, id := range poles {
		if v, ok := any(m.kept[memoryKey{id, what}]).(*T); ok {
			found[id] = v
		} else {
			missing = append(missing, id)
		}
	}
	return found, missing
}

// forget empties the memory.
func (m *memory) forget() { m.kept, m.bytes = map[memoryKey]keepable{}, 0 }

// keep keeps what was made at a revision, unless that has passed, in the place of all
// else when there is no room.
func keep[T any, P pointer[T]](m *memory, revision Revision, what string, fresh map[ID]*T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.revision != revision {
		return
	}
	for id, v := range fresh {
		key, bytes := memoryKey{id, what}, len(id)+len(what)+P(v).weight()
		if m.kept[key] != nil || bytes > maxKept {
			continue
		}
		if m.bytes+bytes > maxKept {
			m.forget()
		}
		m.kept[key] = P(v)
		m.bytes += bytes
	}
}

// perPole gives what make makes for each pole, in the order of ids; nil where it
// makes nothing, which is where there is no such pole. What was made before at the
// same revision, under the same name of what it is, is not made again.
func perPole[T any, P pointer[T]](ctx context.Context, h *Hub, ids []ID, what string, build func(ctx context.Context, r Reader, revision Revision, ids []ID, into map[ID]*T) error) ([]*T, error) {
	revision, err := h.Store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	wanted := slices.Compact(slices.Sorted(slices.Values(ids)))
	known, missing := recall[T](&h.memory, h.Clock(), revision, what, wanted)
	if len(missing) > 0 {
		fresh := map[ID]*T{}
		err := h.Store.View(ctx, func(r Reader) error {
			clear(fresh)
			current, err := r.Revision(ctx)
			if err != nil {
				return err
			}
			if current != revision { // a write came between: one answer, one revision
				revision = current
				known, missing = recall[T](&h.memory, h.Clock(), revision, what, wanted)
			}
			return build(ctx, r, revision, missing, fresh)
		})
		if err != nil {
			return nil, err
		}
		keep[T, P](&h.memory, revision, what, fresh)
		maps.Copy(known, fresh)
	}
	out := make([]*T, len(ids))
	for i, id := range ids {
		out[i] = known[id]
	}
	return out, nil
}

// eachPole makes something for each pole, on all processors. A panic is an error,
// for it happens where nobody could stop it.
func eachPole[T any](ctx context.Context, ids []ID, into map[ID]*T, build func(pole ID) (*T, error)) error {
	made, errs := make([]*T, len(ids)), make([]error, len(ids))
	one := func(i int) {
		defer func() {
			if cause := recover(); cause != nil {
				errs[i] = fmt.Errorf("%s: panic: %v\n%s", ids[i], cause, debug.Stack())
			}
		}()
		made[i], errs[i] = build(ids[i])
	}
	var next atomic.Int64
	var working sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(ids)) {
		working.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(ids) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				one(i)
			}
		})
	}
	working.Wait()
	if err := cmp.Or(append(errs, ctx.Err())...); err != nil { // of the first pole that has one
		return err
	}
	for i, id := range ids {
		into[id] = made[i]
	}
	return nil
}
