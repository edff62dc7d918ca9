package graph

import (
	"container/list"
	"context"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// Bounds of the cache of documents: entries, bytes of all texts, and the length
// from which a text is not kept.
const (
	cachedDocuments = 1000
	cachedBytes     = 16 << 20
	longDocument    = 16 << 10
)

// documentCache keeps parsed and validated documents by their text, the least
// recently used leave first. A document is shared by the operations that run it
// and never changed.
type documentCache struct {
	mu      sync.Mutex
	bytes   int
	recent  *list.List // of cachedDocument, last used first
	entries map[string]*list.Element
}

type cachedDocument struct {
	text string
	doc  *ast.QueryDocument
}

func newDocumentCache() *documentCache {
	return &documentCache{recent: list.New(), entries: make(map[string]*list.Element)}
}

// Get finds a document and marks it as used.
func (c *documentCache) Get(_ context.Context, text string) (*ast.QueryDocument, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[text]
	if !ok {
		return nil, false
	}
	c.recent.MoveToFront(e)
	return e.Value.(cachedDocument).doc, true
}

// Add keeps a document unless its text is long.
func (c *documentCache) Add(_ context.Context, text string, doc *ast.QueryDocument) {
	if len(text) > longDocument {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.entries[text]; ok {
		return
	}
	c.entries[text] = c.recent.PushFront(cachedDocument{text, doc})
	c.bytes += len(text)
	for len(c.entries) > cachedDocuments || c.bytes > cachedBytes {
		oldest := c.recent.Remove(c.recent.Back()).(cachedDocument)
		delete(c.entries, oldest.text)
		c.bytes -= len(oldest.text)
	}
}
