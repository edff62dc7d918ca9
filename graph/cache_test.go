package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

func TestDocumentCache(t *testing.T) {
	ctx := t.Context()
	c := newDocumentCache()
	doc := &ast.QueryDocument{}
	holds := func(text string) bool {
		got, ok := c.Get(ctx, text)
		return ok && got == doc
	}
	long := strings.Repeat("x", longDocument+1)
	c.Add(ctx, long, doc)
	if holds(long) || c.bytes != 0 {
		t.Error("keeps a long document")
	}
	// Used again and again, so that it stays.
	c.Add(ctx, "first", doc)
	for i := range cachedDocuments {
		c.Add(ctx, fmt.Sprintf("%04d", i), doc)
		if !holds("first") {
			t.Fatalf("lost the document in use after %d others", i)
		}
	}
	if holds("0000") || !holds("0001") {
		t.Error("the least recently used did not leave first")
	}
	if len(c.entries) != cachedDocuments || c.recent.Len() != cachedDocuments {
		t.Errorf("%d entries, want %d", len(c.entries), cachedDocuments)
	}
	// 999 of 4 bytes and "first".
	if want := (cachedDocuments-1)*4 + len("first"); c.bytes != want {
		t.Errorf("counts %d bytes, want %d", c.bytes, want)
	}
	c.Add(ctx, "first", doc)
	if c.recent.Len() != cachedDocuments {
		t.Error("keeps a document twice")
	}
}

func TestDocumentCacheIsBoundedInBytes(t *testing.T) {
	c := newDocumentCache()
	const n = cachedBytes/longDocument + 100
	for i := range n {
		c.Add(t.Context(), fmt.Sprintf("%0*d", longDocument, i), &ast.QueryDocument{})
	}
	if c.bytes > cachedBytes || len(c.entries) > cachedDocuments {
		t.Errorf("%d bytes in %d entries", c.bytes, len(c.entries))
	}
	if _, ok := c.Get(t.Context(), fmt.Sprintf("%0*d", longDocument, n-1)); !ok {
		t.Error("lost the newest document")
	}
}
