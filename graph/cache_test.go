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
	c.Add(ctx, strings.Repeat("x", longDocument+1), doc)
	if entries, bytes := c.Size(); entries != 0 || bytes != 0 {
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
	// 999 of 4 bytes and "first".
	if entries, bytes := c.Size(); entries != cachedDocuments || bytes != (cachedDocuments-1)*4+len("first") {
		t.Errorf("%d entries of %d bytes", entries, bytes)
	}
}

func TestDocumentCacheIsBoundedInBytes(t *testing.T) {
	c := newDocumentCache()
	const n = cachedBytes/longDocument + 100
	for i := range n {
		c.Add(t.Context(), fmt.Sprintf("%0*d", longDocument, i), &ast.QueryDocument{})
	}
	if entries, bytes := c.Size(); bytes > cachedBytes || entries > cachedDocuments {
		t.Errorf("%d bytes in %d entries", bytes, entries)
	}
	if _, ok := c.Get(t.Context(), fmt.Sprintf("%0*d", longDocument, n-1)); !ok {
		t.Error("lost the newest document")
	}
}
