package graph

import (
	"context"
	"math"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"polehub/hub"
)

// sizeGuard refuses operations that are too large or too deep once their
// fragments are expanded. It stands before everything else that walks an
// operation, because those walks follow every spread anew: 27 fragments that
// each spread the next one twice are 1 kB of text and 2^27 fields.
type sizeGuard struct {
	maxFields int
	maxDepth  int
}

// ExtensionName tells gqlgen what this is.
func (sizeGuard) ExtensionName() string { return "SizeGuard" }

// Validate accepts every schema.
func (sizeGuard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses with OPERATION_TOO_LARGE; the message states
// the limit and what was counted.
func (g sizeGuard) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if usesDefer(op.Doc) {
		return gqlerror.Wrap(&protocolError{code: codeDefer, msg: "@defer is not supported"})
	}
	switch s := measure(op.Doc, op.Operation); {
	case s.fields > g.maxFields:
		return gqlerror.Wrap(limitError(hub.OperationTooLarge,
			"the operation selects %s fields, fragments expanded; the limit is %d", count(s.fields), g.maxFields))
	case s.depth > g.maxDepth:
		return gqlerror.Wrap(limitError(hub.OperationTooLarge,
			"the operation is %s levels deep; the limit is %d", count(s.depth), g.maxDepth))
	}
	return nil
}

// size is what a selection comes to with its fragments expanded. Introspection
// counts like everything else, and so does each alias.
type size struct {
	fields int
	depth  int
}

// measure is the size of an operation, in time linear in the document: the
// result of each fragment is remembered. Validation has refused cycles before.
func measure(doc *ast.QueryDocument, op *ast.OperationDefinition) size {
	m := measurer{doc: doc, known: make(map[string]size, len(doc.Fragments))}
	return m.selections(op.SelectionSet)
}

type measurer struct {
	doc   *ast.QueryDocument
	known map[string]size
}

func (m measurer) selections(set ast.SelectionSet) size {
	var total size
	for _, selection := range set {
		var s size
		switch selection := selection.(type) {
		case *ast.Field:
			s = m.selections(selection.SelectionSet)
			s.fields = add(s.fields, 1)
			s.depth = add(s.depth, 1)
		case *ast.InlineFragment:
			s = m.selections(selection.SelectionSet)
		case *ast.FragmentSpread:
			s = m.fragment(selection.Name)
		}
		total.fields = add(total.fields, s.fields)
		total.depth = max(total.depth, s.depth)
	}
	return total
}

func (m measurer) fragment(name string) size {
	if s, ok := m.known[name]; ok {
		return s
	}
	var s size
	if f := m.doc.Fragments.ForName(name); f != nil {
		s = m.selections(f.SelectionSet)
	}
	m.known[name] = s
	return s
}

// usesDefer looks for @defer anywhere in a document, used or not: by a plain
// POST it would answer null in fields that are never null, and the rest would
// never come.
func usesDefer(doc *ast.QueryDocument) bool {
	for _, op := range doc.Operations {
		if defers(op.SelectionSet) {
			return true
		}
	}
	for _, f := range doc.Fragments {
		if defers(f.SelectionSet) {
			return true
		}
	}
	return false
}

func defers(set ast.SelectionSet) bool {
	for _, selection := range set {
		var inner ast.SelectionSet
		var directives ast.DirectiveList
		switch selection := selection.(type) {
		case *ast.Field:
			inner = selection.SelectionSet
		case *ast.InlineFragment:
			inner, directives = selection.SelectionSet, selection.Directives
		case *ast.FragmentSpread:
			directives = selection.Directives
		}
		if directives.ForName("defer") != nil || defers(inner) {
			return true
		}
	}
	return false
}

// add is a+b for numbers that are not negative; it stops at the largest int.
func add(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

// multiply is a×b for numbers that are not negative; it stops at the largest
// int.
func multiply(a, b int) int {
	if a != 0 && b > math.MaxInt/a {
		return math.MaxInt
	}
	return a * b
}
