// Package recent keeps values by key in bounded memory: the least recently used
// leave first.
package recent

import (
	"container/list"
	"sync"
)

// Cache keeps values by key. It is safe for concurrent use.
type Cache[K comparable, V any] struct {
	maxEntries, maxBytes int

	mu    sync.Mutex
	bytes int
	order *list.List // of entry, last used first
	byKey map[K]*list.Element
}

type entry[K comparable, V any] struct {
	key   K
	value V
	bytes int
}

// New makes a cache of at most so many entries, and of so many bytes by what
// Put is told.
func New[K comparable, V any](maxEntries, maxBytes int) *Cache[K, V] {
	return &Cache[K, V]{maxEntries: maxEntries, maxBytes: maxBytes, order: list.New(), byKey: make(map[K]*list.Element)}
}

// Get finds a value and marks it as used.
func (c *Cache[K, V]) Get(key K) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.byKey[key]; ok {
		c.order.MoveToFront(e)
		return e.Value.(entry[K, V]).value, true
	}
	var none V
	return none, false
}

// Put keeps a value that takes so many bytes, in place of the one that was there
// under its key. What alone is too large for the cache is not kept, and then
// nothing is under its key.
func (c *Cache[K, V]) Put(key K, value V, bytes int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.byKey[key]; ok {
		c.remove(e)
	}
	if bytes > c.maxBytes {
		return
	}
	c.byKey[key] = c.order.PushFront(entry[K, V]{key, value, bytes})
	c.bytes += bytes
	for len(c.byKey) > c.maxEntries || c.bytes > c.maxBytes {
		c.remove(c.order.Back())
	}
}

func (c *Cache[K, V]) remove(e *list.Element) {
	old := c.order.Remove(e).(entry[K, V])
	delete(c.byKey, old.key)
	c.bytes -= old.bytes
}

// Size is how much is kept now.
func (c *Cache[K, V]) Size() (entries, bytes int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.byKey), c.bytes
}
