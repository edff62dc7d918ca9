package graph

import (
	"context"

	"github.com/vektah/gqlparser/v2/ast"

	"polehub/graph/recent"
)

// Bounds of the cache of documents: entries, bytes of all texts, and the length
// from which a text is not kept.
const (
	cachedDocuments = 1000
	cachedBytes     = 16 << 20
	longDocument    = 16 << 10
)

// documentCache keeps parsed and validated documents by their text. A document
// is shared by the operations that run it and never changed.
type documentCache struct {
	*recent.Cache[string, *ast.QueryDocument]
}

func newDocumentCache() documentCache {
	return documentCache{recent.New[string, *ast.QueryDocument](cachedDocuments, cachedBytes)}
}

// Get finds a document and marks it as used.
func (c documentCache) Get(_ context.Context, text string) (*ast.QueryDocument, bool) {
	return c.Cache.Get(text)
}

// Add keeps a document unless its text is long.
func (c documentCache) Add(_ context.Context, text string, doc *ast.QueryDocument) {
	if len(text) <= longDocument {
		c.Put(text, doc, len(text))
	}
}
