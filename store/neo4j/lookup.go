package neo4j

import (
	"context"
	"fmt"
	"strings"

	"polehub/hub"
)

// lookup is a statement that finds records of several nouns by their ids. Its
// text is constant for the nouns that are read and for those that are checked.
type lookup struct {
	statement
	read []shape // of the lists of records, which the columns of the answer begin with
}

func newLookup(read, check []hub.ID) lookup {
	l := lookup{statement: statement{params: map[string]any{}}}
	var text strings.Builder
	var columns []string
	add := func(name string, p *place, ids []hub.ID, list func(*compiler, scope) string) {
		c := newCompiler()
		s := newScope(p, root)
		name += fmt.Sprint(len(columns))
		l.params[name] = texted(ids)
		columns = append(columns, name)
		text.WriteString("CALL () { MATCH " + s.pattern() + " " + s.seek("id") + " WHERE n.id IN $" + name + " RETURN collect(" + list(c, s) + ") AS " + name + " }\n")
	}
	for noun, ids := range hub.ByNoun(read) {
		sh := placeOf(noun).shaped(nil)
		l.read = append(l.read, sh)
		add("read", sh.place, ids, func(c *compiler, s scope) string { return c.list(s, sh) })
	}
	for noun, ids := range hub.ByNoun(check) {
		add("check", placeOf(noun), ids, func(*compiler, scope) string { return "n.id" })
	}
	l.text = text.String() + "RETURN " + strings.Join(columns, ", ")
	return l
}

// Lookup reads some records and looks whether others are there: see hub.Reader.
func (r reader) Lookup(ctx context.Context, read, check []hub.ID) ([]hub.Record, []hub.ID, error) {
	l := newLookup(read, check)
	var values []any
	if len(l.params) > 0 {
		var err error
		if values, err = single(r.run(ctx, l.statement)); err != nil {
			return nil, nil, err
		}
	}
	found := make(map[hub.ID]hub.Record, len(read))
	for i, sh := range l.read {
		for columns := range lists(values[i]) {
			record := sh.record(columns, r.misfit)
			found[record.Key()] = record
		}
	}
	there := make(map[string]bool, len(check))
	for _, v := range values[len(l.read):] {
		ids, _ := v.([]any)
		for _, id := range ids {
			id, _ := id.(string)
			there[id] = true
		}
	}
	var missing []hub.ID
	for _, id := range check {
		if !there[string(id)] {
			missing = append(missing, id)
		}
	}
	return hub.Arrange(read, found), missing, nil
}

// Find gives records by id: see hub.Reader.
func (r reader) Find(ctx context.Context, noun *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	asked := make([]hub.ID, len(ids))
	for i, id := range ids {
		if hub.NounOf(id) == noun {
			asked[i] = id
		}
	}
	found, _, err := r.Lookup(ctx, asked, nil)
	return found, err
}
