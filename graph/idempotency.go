package graph

import (
	"crypto/sha256"
	"encoding/json"
	"sync"
	"time"

	"polehub/graph/relay"
	"polehub/hub"
)

// The bounds of what is remembered of creates with a key.
const (
	keyLifetime = 24 * time.Hour
	maxKeys     = 10_000
	maxKey      = 64 // bytes
)

// idempotency remembers the results of creates that came with a key, so that
// a repeated call has the first result. It lives in memory: a restart forgets,
// and natural ids still refuse a second record then.
type idempotency struct {
	clock func() time.Time

	mu      sync.Mutex
	entries map[string]*entry
	queue   []*entry // oldest first: all live equally long
}

// entry is one create. Its lock is held while the create runs, so that a
// repeated call waits for the first.
type entry struct {
	name string
	born time.Time

	mu      sync.Mutex
	input   [sha256.Size]byte
	payload any // nil until the create succeeded
}

func newIdempotency(clock func() time.Time) *idempotency {
	return &idempotency{clock: clock, entries: map[string]*entry{}}
}

// entry finds or makes the entry of a key, and forgets what is too old and, to
// make room for a new one, the oldest.
func (k *idempotency) entry(name string) *entry {
	k.mu.Lock()
	defer k.mu.Unlock()
	now := k.clock()
	for len(k.queue) > 0 && now.Sub(k.queue[0].born) >= keyLifetime {
		k.forgetOldest()
	}
	e := k.entries[name]
	if e == nil {
		if len(k.queue) >= maxKeys {
			k.forgetOldest()
		}
		e = &entry{name: name, born: now}
		k.entries[name] = e
		k.queue = append(k.queue, e)
	}
	return e
}

func (k *idempotency) forgetOldest() {
	delete(k.entries, k.queue[0].name)
	k.queue = k.queue[1:]
}

// once runs a create, or answers what it answered before under the same key.
// Refusals are not kept: the caller mends the input and uses the key again.
func once[T any](k *idempotency, scope string, in map[string]any, create func() (*relay.Payload[T], error)) (*relay.Payload[T], error) {
	key, given := in["idempotencyKey"].(string)
	if !given {
		return create()
	}
	if !printable(key) {
		return refused[T](hub.Invalid("idempotencyKey", "%q is not 1 to %d printable ASCII characters", hub.Clip(key, maxKey), maxKey), nil)
	}
	// Maps of JSON values always encode, by sorted keys.
	data, _ := json.Marshal(in)
	e := k.entry(scope + " " + key)
	e.mu.Lock()
	defer e.mu.Unlock()
	if done, ok := e.payload.(*relay.Payload[T]); ok {
		if e.input != sha256.Sum256(data) {
			return refused[T](&hub.Error{Code: hub.IdempotencyClash, Field: "idempotencyKey", Msg: "the key was used with another input"}, nil)
		}
		return done, nil
	}
	payload, err := create()
	if err == nil && len(payload.UserErrors) == 0 {
		e.input, e.payload = sha256.Sum256(data), payload
	}
	return payload, err
}

func printable(key string) bool {
	for i := range len(key) {
		if key[i] < ' ' || key[i] > '~' {
			return false
		}
	}
	return len(key) >= 1 && len(key) <= maxKey
}
