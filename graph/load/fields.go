package load

import (
	"context"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"polehub/hub"
)

// NounOf is the noun whose records a type of the API shows; nil for none.
func NounOf(d *ast.Definition) *hub.Noun {
	switch {
	case d.Name == "PoleRole":
		return hub.RoleNoun
	case d.Name == "Organisation" || slices.Contains(d.Interfaces, "Organisation"):
		return hub.OrganisationNoun
	}
	return hub.NounNamed(strings.ToLower(d.Name[:1]) + d.Name[1:])
}

// Behind names the fields of the hub ("noun.field") that a field of the API is
// made of, besides ids; false when that is not known. What a relation leads to
// is asked for by the fields selected there.
func Behind(n *hub.Noun, field string) ([]string, bool) {
	own := func(name string) string { return n.Name + "." + name }
	if n.Field(field) != nil {
		return []string{own(field)}, true
	}
	if r := n.Relation(field); r != nil {
		if r.Own == nil {
			return nil, true
		}
		return []string{own(r.Own.Name)}, true
	}
	switch own(field) {
	case "source.demonstration":
		return []string{"source.kind"}, true
	case "organisation.siren":
		return []string{"identifier.scheme", "identifier.value", "identifier.valid"}, true
	case "organisation.ess":
		return []string{"organisation.legalCategory", "claim.claim", "claim.value", "claim.basis", "claim.validFrom", "claim.validTo"}, true
	case "organisation.publicInvolvement":
		return []string{"organisation.kind", "organisation.publicTier"}, true
	case "organisation.partners":
		return []string{"tie.fromId", "tie.toId"}, true
	case "tie.family", "tie.isDirected":
		return []string{"tie.type"}, true
	case "pole.network", "pole.cooperationDensity", "pole.mix", "pole.grid", "pole.grids", "pole.dataGaps", "pole.money", "pole.change", "pole.survey", "pole.twoMode", "pole.layers", "pole.publicInvolvement": // read by their own queries
		return nil, true
	}
	if field == "demonstration" {
		return []string{own("sources"), "source.kind"}, true
	}
	return nil, field == "__typename"
}

// needs is what an operation reads of the records of each noun: its fields in
// the order of the noun. It is nil when every field is read.
type needs map[*hub.Noun][]*hub.Field

// of is the list for a query; nil for everything.
func (n needs) of(q hub.Query) []*hub.Field {
	if n == nil {
		return nil
	}
	fields := slices.Clone(n[q.Noun])
	for _, key := range q.Order {
		if !slices.Contains(fields, key.Field) {
			fields = append(fields, key.Field) // for cursors
		}
	}
	for i, r := range q.With {
		if !slices.ContainsFunc(q.With[:i], func(other *hub.Relation) bool { return other.To == r.To }) && r.To != q.Noun.Name {
			fields = append(fields, n[hub.NounNamed(r.To)]...)
		}
	}
	return fields
}

// needsOf walks through an operation once. Directives and types of fragments
// are not looked at: the fields are those that any record may be asked for. A
// mutation reads everything.
func needsOf(oc *graphql.OperationContext) needs {
	if oc == nil || oc.Operation == nil || oc.Operation.Operation != ast.Query {
		return nil
	}
	w := walk{read: map[string]bool{}, fragments: map[string]bool{}, known: true}
	w.selections(oc.Operation.SelectionSet)
	if !w.known {
		return nil
	}
	n := needs{}
	for _, noun := range hub.Nouns() {
		n[noun] = slices.DeleteFunc(slices.Clone(noun.Fields), func(f *hub.Field) bool {
			// The kind of an organisation decides its type.
			return f != noun.ID() && f != hub.OrganisationNoun.Field("kind") && !w.read[noun.Name+"."+f.Name]
		})
	}
	return n
}

type walk struct {
	read      map[string]bool // "noun.field"
	fragments map[string]bool // been through
	known     bool
}

func (w *walk) selections(set ast.SelectionSet) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			if noun := NounOf(s.ObjectDefinition); noun != nil {
				fields, known := Behind(noun, s.Name)
				w.known = w.known && known
				for _, f := range fields {
					w.read[f] = true
				}
			}
			w.selections(s.SelectionSet)
		case *ast.InlineFragment:
			w.selections(s.SelectionSet)
		case *ast.FragmentSpread:
			if !w.fragments[s.Name] {
				w.fragments[s.Name] = true
				w.selections(s.Definition.SelectionSet)
			}
		}
	}
}

// needs is what the operation of ctx reads.
func (o *Operation) needs(ctx context.Context) needs {
	o.walk.Do(func() {
		if graphql.HasOperationContext(ctx) {
			o.wanted = needsOf(graphql.GetOperationContext(ctx))
		}
	})
	return o.wanted
}
