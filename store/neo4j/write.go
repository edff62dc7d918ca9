package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"polehub/hub"
)

// batchRows is how many rows one statement writes.
const batchRows = 2000

// phase is the order in which the statements about one noun are sent.
type phase int

const (
	creating phase = iota
	changing
	disconnecting
	connecting
	removing
)

// batch is the rows of one writing statement, whose text says what to do with a
// row and is constant for a noun, an operation and the references that it
// concerns.
type batch struct {
	phase phase
	text  string
	rows  []any
}

// counting is the statement for a list of rows; it gives how many of them found
// what they need.
func (b *batch) counting(rows, count string) string {
	return "UNWIND " + rows + " AS row " + b.text + " RETURN count(*) AS " + count
}

// lost is the error of a batch that wrote fewer rows than it has.
func (b *batch) lost(written any, rows int) error {
	if written == int64(rows) {
		return nil
	}
	return &hub.Error{Code: hub.Conflict, Msg: "the database changed meanwhile: a record that was read is no longer there",
		Cause: fmt.Errorf("%v of %d rows written by %s", written, rows, b.text)}
}

// Apply writes changes and logs them: see hub.Tx.
func (tx *transaction) Apply(ctx context.Context, stamp hub.Stamp, changes []hub.Change) error {
	if len(changes) == 0 {
		return nil
	}
	all, err := batches(changes)
	if err != nil {
		return err
	}
	for _, b := range all {
		if err := tx.send(ctx, b); err != nil {
			return err
		}
	}
	return tx.log(ctx, stamp, changes)
}

// batches sorts changes into the statements that write them, in the order in
// which they are sent: noun by noun, and deletes last, in the reverse order.
func batches(changes []hub.Change) ([]*batch, error) {
	byNoun := map[*hub.Noun][]hub.Change{}
	for _, change := range changes {
		n := change.Record().Noun()
		byNoun[n] = append(byNoun[n], change)
	}
	var out, removals []*batch
	for _, n := range hub.Nouns() {
		of := byNoun[n]
		// Locks are taken in the order of the ids.
		slices.SortFunc(of, func(a, b hub.Change) int { return cmp.Compare(a.Record().Key(), b.Record().Key()) })
		puts, deletes := newWriter(), newWriter()
		for _, change := range of {
			if change.After == nil {
				deletes.remove(placeOf(n), change.Before)
			} else if err := puts.put(placeOf(n), change); err != nil {
				return nil, err
			}
		}
		out = append(out, puts.inOrder()...)
		removals = append(deletes.inOrder(), removals...)
	}
	return append(out, removals...), nil
}

// send writes the rows of a batch, a part at a time.
func (tx *transaction) send(ctx context.Context, b *batch) error {
	for part := range slices.Chunk(b.rows, batchRows) {
		values, err := single(tx.run(ctx, statement{b.counting("$rows", "n"), map[string]any{"rows": part}}))
		if err != nil {
			return err
		}
		if err := b.lost(values[0], len(part)); err != nil {
			return err
		}
	}
	return nil
}

// writer sorts the changes of one noun into batches.
type writer struct {
	batches map[string]*batch
	all     []*batch
}

func newWriter() *writer { return &writer{batches: map[string]*batch{}} }

func (w *writer) add(when phase, text string, row any) {
	b := w.batches[text]
	if b == nil {
		b = &batch{phase: when, text: text}
		w.batches[text] = b
		w.all = append(w.all, b)
	}
	b.rows = append(b.rows, row)
}

// inOrder lists the batches in the order of their phases.
func (w *writer) inOrder() []*batch {
	slices.SortStableFunc(w.all, func(a, b *batch) int { return cmp.Compare(a.phase, b.phase) })
	return w.all
}

// put adds what creates or replaces a record.
func (w *writer) put(p *place, change hub.Change) error {
	after, err := p.properties(change.After)
	if err != nil {
		return err
	}
	if change.Before == nil {
		if p.relationship() {
			w.createRelationship(p, change.After, after)
		} else {
			w.createNode(p, change.After, after)
		}
		return nil
	}
	before, err := p.properties(change.Before)
	if err != nil {
		return err
	}
	changed := difference(before, after)
	id := string(change.After.Key())
	if p.relationship() {
		w.replaceRelationship(p, change, changed)
		return nil
	}
	w.add(changing, "MATCH (n:"+p.label+" {id: row.id}) SET n += row.changed", map[string]any{"id": id, "changed": changed})
	if was, is := secondLabel(change.Before), secondLabel(change.After); was != is {
		w.add(changing, "MATCH (n:"+p.label+" {id: row}) REMOVE n:"+was+" SET n:"+is, id)
	}
	for _, f := range p.edges() {
		was, is := references(f, change.Before), references(f, change.After)
		if slices.Equal(was, is) {
			continue
		}
		w.add(disconnecting, "MATCH (n:"+p.label+" {id: row}) CALL (n) { MATCH "+edgePattern("n", "e", p.refs[f.Name], "")+" DELETE e }", id)
		w.connect(p, f, id, is)
	}
	return nil
}

// difference lists what must be set, and as nil what must go, to turn the
// properties before into those after. Properties of other programs stay.
func difference(before, after map[string]any) map[string]any {
	out := map[string]any{}
	for name := range before {
		if _, stays := after[name]; !stays {
			out[name] = nil
		}
	}
	for name, v := range after {
		if was, had := before[name]; !had || !same(was, v) {
			out[name] = v
		}
	}
	return out
}

func same(a, b any) bool {
	switch a := a.(type) {
	case []string:
		other, ok := b.([]string)
		return ok && slices.Equal(a, other)
	case []int64:
		other, ok := b.([]int64)
		return ok && slices.Equal(a, other)
	}
	return a == b
}

// secondLabel is the label that an organisation has by its kind; empty for
// other records.
func secondLabel(r hub.Record) string {
	if o, ok := r.(*hub.Organisation); ok {
		return kindLabel(o.Kind)
	}
	return ""
}

// references lists the ids that a reference field holds.
func references(f *hub.Field, r hub.Record) []string {
	if f.Type == hub.TypeRefs {
		return f.List(r)
	}
	if id := f.Text(r); id != "" {
		return []string{id}
	}
	return nil
}

// createNode adds a node. References that are never missing come with it; the
// others follow as edges of their own.
func (w *writer) createNode(p *place, r hub.Record, props map[string]any) {
	labels := p.label
	if second := secondLabel(r); second != "" {
		labels += ":" + second
	}
	row := map[string]any{"p": props}
	var find, join strings.Builder
	for _, f := range p.edges() {
		ref := p.refs[f.Name]
		if !ref.required || ref.many {
			continue
		}
		row[f.Name] = f.Text(r)
		find.WriteString("MATCH (" + f.Name + ":" + ref.label + " {id: row." + f.Name + "}) ")
		join.WriteString(" CREATE " + edgePattern("n", "", ref, f.Name))
	}
	w.add(creating, find.String()+"CREATE (n:"+labels+") SET n = row.p"+join.String(), row)
	for _, f := range p.edges() {
		if ref := p.refs[f.Name]; !ref.required || ref.many {
			w.connect(p, f, string(r.Key()), references(f, r))
		}
	}
}

// connect adds the edges of a reference field; lists keep their order.
func (w *writer) connect(p *place, f *hub.Field, id string, targets []string) {
	ref := p.refs[f.Name]
	edge := ""
	if ref.many {
		edge = "e"
	}
	text := "MATCH (n:" + p.label + " {id: row[0]}) MATCH (x:" + ref.label + " {id: row[1]}) CREATE " + edgePattern("n", edge, ref, "x")
	if ref.many {
		text += " SET e." + positionName + " = row[2]"
	}
	for i, target := range targets {
		w.add(connecting, text, []any{id, target, int64(i)})
	}
}

// ends gives the ids at the ends of the relationship of a record.
func (p *place) ends(r hub.Record) (start, end string) {
	return p.endField(atStart).Text(r), p.endField(atEnd).Text(r)
}

// createRelationship adds a relationship. A party without organisation leads to
// a placeholder of its own, so that unknown parties are not taken for one.
func (w *writer) createRelationship(p *place, r hub.Record, props map[string]any) {
	start, end := p.ends(r)
	if end == "" {
		w.add(creating, "MATCH (s:"+p.start+" {id: row.s}) CREATE (s)-[n:"+p.label+"]->(:"+unknownLabel+") SET n = row.p",
			map[string]any{"s": start, "p": props})
		return
	}
	w.add(creating, "MATCH (s:"+p.start+" {id: row.s}) MATCH (e:"+p.end+" {id: row.e}) CREATE (s)-[n:"+p.label+"]->(e) SET n = row.p",
		map[string]any{"s": start, "e": end, "p": props})
}

// replaceRelationship changes the properties of a relationship, or moves it to
// other ends, which the graph can only do by a new one.
func (w *writer) replaceRelationship(p *place, change hub.Change, changed map[string]any) {
	id := string(change.After.Key())
	wasStart, wasEnd := p.ends(change.Before)
	start, end := p.ends(change.After)
	if wasStart == start && wasEnd == end {
		w.add(changing, "MATCH ()-[n:"+p.label+" {id: row.id}]->() SET n += row.changed", map[string]any{"id": id, "changed": changed})
		return
	}
	text := "MATCH (s:" + p.start + " {id: row.s})"
	to := "(:" + unknownLabel + ")"
	if end != "" {
		text += " MATCH (e:" + p.end + " {id: row.e})"
		to = "(e)"
	}
	gone := ""
	if wasEnd == "" {
		gone = ", old"
	}
	carried := strings.TrimSuffix("row, s, "+strings.Trim(to, "()"), ", :"+unknownLabel)
	text += " MATCH ()-[n:" + p.label + " {id: row.id}]->(old) WITH " + carried + ", n, old, properties(n) AS kept DELETE n" + gone +
		" CREATE (s)-[m:" + p.label + "]->" + to + " SET m = kept SET m += row.changed"
	w.add(changing, text, map[string]any{"id": id, "s": start, "e": end, "changed": changed})
}

// remove adds what deletes a record. A node that other programs have joined to
// facts of theirs stays, and the update fails.
func (w *writer) remove(p *place, r hub.Record) {
	id := string(r.Key())
	if p.relationship() {
		gone := "n"
		if _, end := p.ends(r); end == "" {
			gone = "n, e"
		}
		w.add(removing, "MATCH ()-[n:"+p.label+" {id: row}]->(e) DELETE "+gone+"", id)
		return
	}
	var text strings.Builder
	text.WriteString("MATCH (n:" + p.label + " {id: row})")
	for _, f := range p.edges() {
		text.WriteString(" CALL (n) { MATCH " + edgePattern("n", "e", p.refs[f.Name], "") + " DELETE e }")
	}
	w.add(removing, text.String()+" DELETE n", id)
}
