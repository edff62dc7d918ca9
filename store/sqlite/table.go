package sqlite

import (
	"slices"

	"polehub/hub"
)

// table is a noun as the database keeps it: the fragments of statements that
// follow from the noun's fields. Identifiers in statements come from here.
type table struct {
	noun *hub.Noun
	// name is the table, and the prefix of its companions.
	name string
	// columns are those of a row that is written: the key, then those of the
	// fields, in order.
	columns []column
	// words is true when the table has a companion of search tokens.
	words bool
	// links are the lists of references that have a companion table.
	links []*hub.Field
}

// column is one column of a table.
type column struct {
	name  string
	field *hub.Field // nil for the key
	part  part
}

// part says what of a field a column holds.
type part int

const (
	value part = iota
	sortKey
	folded
)

// schema is all tables, by noun.
type schema map[*hub.Noun]*table

// newSchema reads the table of nouns.
func newSchema() schema {
	s := schema{}
	for _, n := range hub.Nouns() {
		t := &table{noun: n, name: n.File, columns: []column{{name: "key"}}}
		for _, f := range n.Fields {
			t.columns = append(t.columns, column{f.Column, f, value})
			if f.Named {
				t.columns = append(t.columns, column{keyColumn(f), f, sortKey}, column{foldColumn(f), f, folded})
			}
			t.words = t.words || f.Searched
		}
		s[n] = t
	}
	for _, n := range hub.Nouns() {
		for _, r := range n.Relations {
			for _, f := range r.Via {
				if f.Type == hub.TypeRefs {
					to := s.named(r.To)
					to.links = append(to.links, f)
				}
			}
		}
	}
	return s
}

// named is the table of the noun with this name.
func (s schema) named(noun string) *table { return s[hub.NounNamed(noun)] }

// linked reports whether a field has a companion table.
func (t *table) linked(f *hub.Field) bool {
	return slices.Contains(t.links, f)
}

// linkTable is the companion of a list of references.
func (t *table) linkTable(f *hub.Field) string { return t.name + "_" + f.Column }

// wordTable is the companion of search tokens.
func (t *table) wordTable() string { return t.name + "_words" }

// sortColumn is the column that a field is ordered by.
func sortColumn(f *hub.Field) string {
	if f.Named {
		return keyColumn(f)
	}
	return f.Column
}

func keyColumn(f *hub.Field) string  { return f.Column + "_key" }
func foldColumn(f *hub.Field) string { return f.Column + "_fold" }

// nullable reports whether the column that a field is ordered by may be NULL.
func nullable(f *hub.Field) bool {
	return f.Named || !f.Required && f.Enum != hub.Tris
}
