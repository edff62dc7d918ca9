package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"maps"
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

// batch is the rows of one writing statement, whose text is constant for a
// noun, an operation and the references that it concerns.
type batch struct {
	phase phase
	text  string
	rows  []any
}

// Apply writes changes and logs them: see hub.Tx.
func (tx *transaction) Apply(ctx context.Context, stamp hub.Stamp, changes []hub.Change) error {
	if len(changes) == 0 {
		return nil
	}
	byNoun := map[*hub.Noun][]hub.Change{}
	for _, change := range changes {
		n := change.Record().Noun()
		byNoun[n] = append(byNoun[n], change)
	}
	nouns := hub.Nouns()
	for _, n := range nouns {
		// Locks are taken in the order of the ids.
		slices.SortFunc(byNoun[n], func(a, b hub.Change) int { return cmp.Compare(a.Record().Key(), b.Record().Key()) })
		if err := tx.applyTo(ctx, placeOf(n), byNoun[n], false); err != nil {
			return err
		}
	}
	for _, n := range slices.Backward(nouns) {
		if err := tx.applyTo(ctx, placeOf(n), byNoun[n], true); err != nil {
			return err
		}
	}
	return tx.log(ctx, stamp, changes)
}

// applyTo writes the deletes among the changes of one noun, or all the others.
func (tx *transaction) applyTo(ctx context.Context, p *place, changes []hub.Change, deletes bool) error {
	w := &writer{batches: map[string]*batch{}}
	for _, change := range changes {
		switch {
		case (change.After == nil) != deletes:
		case deletes:
			w.remove(p, change.Before)
		default:
			if err := w.put(p, change); err != nil {
				return err
			}
		}
	}
	for _, b := range w.inOrder() {
		if err := tx.send(ctx, b.text, b.rows, nil); err != nil {
			return err
		}
	}
	return nil
}

// send writes rows, a part at a time, and checks that each found what it needs.
func (tx *transaction) send(ctx context.Context, text string, rows []any, params map[string]any) error {
	for part := range slices.Chunk(rows, batchRows) {
		all := map[string]any{"rows": part}
		maps.Copy(all, params)
		values, err := single(tx.run(ctx, statement{text, all}))
		if err != nil {
			return err
		}
		if written, _ := values[0].(int64); written != int64(len(part)) {
			return &hub.Error{Code: hub.Conflict, Msg: "the database changed meanwhile: a record that was read is no longer there",
				Cause: fmt.Errorf("%d of %d rows written by %s", written, len(part), text)}
		}
	}
	return nil
}

// writer sorts the changes of one noun into batches.
type writer struct {
	batches map[string]*batch
	all     []*batch
}

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
	w.add(changing, "UNWIND $rows AS row MATCH (n:"+p.label+" {id: row.id}) SET n += row.changed RETURN count(*)", map[string]any{"id": id, "changed": changed})
	if was, is := secondLabel(change.Before), secondLabel(change.After); was != is {
		w.add(changing, "UNWIND $rows AS row MATCH (n:"+p.label+" {id: row}) REMOVE n:"+was+" SET n:"+is+" RETURN count(*)", id)
	}
	for _, f := range p.edges() {
		was, is := references(f, change.Before), references(f, change.After)
		if slices.Equal(was, is) {
			continue
		}
		w.add(disconnecting, "UNWIND $rows AS row MATCH (n:"+p.label+" {id: row}) CALL (n) { MATCH "+edgePattern("n", "e", p.refs[f.Name], "")+" DELETE e } RETURN count(*)", id)
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
		find.WriteString(" MATCH (" + f.Name + ":" + ref.label + " {id: row." + f.Name + "})")
		join.WriteString(" CREATE " + edgePattern("n", "", ref, f.Name))
	}
	w.add(creating, "UNWIND $rows AS row"+find.String()+" CREATE (n:"+labels+") SET n = row.p"+join.String()+" RETURN count(*)", row)
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
	text := "UNWIND $rows AS row MATCH (n:" + p.label + " {id: row[0]}) MATCH (x:" + ref.label + " {id: row[1]}) CREATE " + edgePattern("n", edge, ref, "x")
	if ref.many {
		text += " SET e." + positionName + " = row[2]"
	}
	for i, target := range targets {
		w.add(connecting, text+" RETURN count(*)", []any{id, target, int64(i)})
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
		w.add(creating, "UNWIND $rows AS row MATCH (s:"+p.start+" {id: row.s}) CREATE (s)-[n:"+p.label+"]->(:"+unknownLabel+") SET n = row.p RETURN count(*)",
			map[string]any{"s": start, "p": props})
		return
	}
	w.add(creating, "UNWIND $rows AS row MATCH (s:"+p.start+" {id: row.s}) MATCH (e:"+p.end+" {id: row.e}) CREATE (s)-[n:"+p.label+"]->(e) SET n = row.p RETURN count(*)",
		map[string]any{"s": start, "e": end, "p": props})
}

// replaceRelationship changes the properties of a relationship, or moves it to
// other ends, which the graph can only do by a new one.
func (w *writer) replaceRelationship(p *place, change hub.Change, changed map[string]any) {
	id := string(change.After.Key())
	wasStart, wasEnd := p.ends(change.Before)
	start, end := p.ends(change.After)
	if wasStart == start && wasEnd == end {
		w.add(changing, "UNWIND $rows AS row MATCH ()-[n:"+p.label+" {id: row.id}]->() SET n += row.changed RETURN count(*)", map[string]any{"id": id, "changed": changed})
		return
	}
	text := "UNWIND $rows AS row MATCH (s:" + p.start + " {id: row.s})"
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
		" CREATE (s)-[m:" + p.label + "]->" + to + " SET m = kept SET m += row.changed RETURN count(*)"
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
		w.add(removing, "UNWIND $rows AS row MATCH ()-[n:"+p.label+" {id: row}]->(e) DELETE "+gone+" RETURN count(*)", id)
		return
	}
	text := "UNWIND $rows AS row MATCH (n:" + p.label + " {id: row})"
	for _, f := range p.edges() {
		text += " CALL (n) { MATCH " + edgePattern("n", "e", p.refs[f.Name], "") + " DELETE e }"
	}
	w.add(removing, text+" DELETE n RETURN count(*)", id)
}
