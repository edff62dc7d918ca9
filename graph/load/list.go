package load

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"polehub/graph/input"
	"polehub/graph/relay"
	"polehub/hub"
)

// MaxList is the greatest number of records in a list without pages.
const MaxList = 1000

// list is a list as asked for: the query but for its parents, and what its
// cursors are bound to.
type list struct {
	query hub.Query
	page  relay.Page
	at    hub.Date
	id    relay.List // of the field and the arguments that decide what is in the list
}

// read turns the arguments of the field being resolved into a list of noun.
func (o *Operation) read(ctx context.Context, noun *hub.Noun) (*list, error) {
	fc := graphql.GetFieldContext(ctx)
	args := fc.Field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	l := &list{query: hub.Query{Noun: noun}}
	var err error
	if l.page, err = relay.ReadPage(args); err != nil {
		return nil, err
	}
	if l.query.Order, err = input.Order(noun, args["orderBy"]); err != nil {
		return nil, err
	}
	conditions := hub.And{}
	where, err := input.Filter(noun, args["where"])
	if err != nil {
		return nil, err
	}
	if where != nil {
		conditions = append(conditions, where)
	}
	if fc.Field.Definition.Arguments.ForName("history") != nil {
		if l.at, err = o.day(args); err != nil {
			return nil, err
		}
		if l.at != "" {
			conditions = append(conditions, hub.InForce(noun, l.at))
		}
	}
	codes, err := input.Codes(noun, args)
	if err != nil {
		return nil, err
	}
	if conditions = append(conditions, codes...); len(conditions) > 0 {
		l.query.Where = conditions
	}
	l.query.Limit, l.query.Backward = l.page.Limit+1, l.page.Backward
	shape := maps.Clone(args)
	for _, name := range []string{"first", "last", "after", "before"} {
		delete(shape, name)
	}
	l.id = relay.NewList(fc.Field.ObjectDefinition.Name+"."+fc.Field.Name, shape)
	return l, nil
}

// day reads the arguments at and history; empty means all times.
func (o *Operation) day(args map[string]any) (hub.Date, error) {
	at := args["at"]
	switch {
	case args["history"] == true && at != nil:
		return "", hub.Invalid("at", "cannot be given together with history")
	case args["history"] == true:
		return "", nil
	case at == nil:
		return o.today, nil
	}
	return o.Day(new(fmt.Sprint(at)))
}

// Day reads a day, today when nil.
func (o *Operation) Day(at *string) (hub.Date, error) { return o.dayOf("at", at) }

func (o *Operation) dayOf(argument string, day *string) (hub.Date, error) {
	if day == nil {
		return o.today, nil
	}
	d, err := hub.ParseDate(*day)
	if err != nil {
		return "", hub.Invalid(argument, "%q is not a date: expected a day such as 2024-01-31", hub.Clip(*day, 40))
	}
	return d, nil
}

// Time reads the arguments of a time: the period [from, to), or the one of the day
// at, today when there is none of them.
func (o *Operation) Time(at, from, to *string) (first, end hub.Date, err error) {
	switch {
	case from == nil && to == nil:
		first, err = o.Day(at)
		return first, first.AddDays(1), err
	case at != nil || from == nil || to == nil:
		return "", "", hub.Invalid("from", "give at for a day, or from and to for a period")
	}
	if first, err = o.dayOf("from", from); err == nil {
		end, err = o.dayOf("to", to)
	}
	return first, end, err
}

// Rows runs a query; its records and the targets of its joins are cohorts.
func (o *Operation) Rows(ctx context.Context, q hub.Query) ([]hub.Row, error) {
	var rows []hub.Row
	q.Fields = o.needs(ctx).of(q)
	for row, err := range o.Hub.Store.Rows(ctx, q) {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	c := newCohort(make([]hub.Record, len(rows))...)
	for i, row := range rows {
		c.records[i] = row.Record
	}
	c.targets = make(map[*hub.Field]map[hub.ID]hub.Record, len(q.With))
	for i, r := range q.With {
		c.targets[r.Own] = o.targets(rows, i)
	}
	o.join(c)
	return rows, nil
}

// targets makes a cohort of the records that one join gave, each id once.
func (o *Operation) targets(rows []hub.Row, i int) map[hub.ID]hub.Record {
	byID := make(map[hub.ID]hub.Record, len(rows))
	c := newCohort()
	for _, row := range rows {
		if r := row.With[i]; r != nil && byID[r.Key()] == nil {
			byID[r.Key()] = r
			c.records = append(c.records, r)
		}
	}
	o.join(c)
	return byID
}

// Roots is the page of all records of a noun that the arguments of the field
// being resolved ask for.
func Roots[T hub.Record](ctx context.Context, noun *hub.Noun) (*relay.Connection[T], error) {
	return Narrowed[T](ctx, noun, func(where hub.Filter) (hub.Filter, error) { return where, nil })
}

// Narrowed is Roots under the filter that narrow makes of the one in the arguments,
// nil for none. It must follow from them, for cursors are bound to them.
func Narrowed[T hub.Record](ctx context.Context, noun *hub.Noun, narrow func(where hub.Filter) (hub.Filter, error)) (*relay.Connection[T], error) {
	o := From(ctx)
	l, err := o.read(ctx, noun)
	if err != nil {
		return nil, err
	}
	if l.query.Where, err = narrow(l.query.Where); err != nil {
		return nil, err
	}
	if l.query.After, err = after(l.id, l); err != nil {
		return nil, err
	}
	counts, field := newCohort(), graphql.GetFieldContext(ctx).Field.Field
	rows, err := o.readAsked(ctx, l, counts, field, askedOf(ctx, noun, nil))
	if err != nil {
		return nil, err
	}
	count := func(ctx context.Context, by string) ([]hub.Tally, error) {
		all, err := o.tallies(ctx, counts, countKey{field, by}, l.query)
		return all[""], err
	}
	return connection[T](l, l.id, rows, count), nil
}

// readAsked reads the page of a list if something of it is asked for, and makes
// the counts that are asked for at the same time; the counts of a level are
// kept with cohort c.
func (o *Operation) readAsked(ctx context.Context, l *list, c *cohort, field *ast.Field, a asked) ([]hub.Row, error) {
	all := l.query
	l.query.With = a.joins
	var counting sync.WaitGroup
	defer counting.Wait()
	for _, by := range a.counts {
		// Who asks for the count is told when it failed.
		count := func() { _, _ = o.tallies(ctx, c, countKey{field, by}, all) }
		if !a.page && len(a.counts) == 1 {
			count()
		} else {
			counting.Go(count)
		}
	}
	if !a.page {
		return nil, nil
	}
	return o.Rows(ctx, l.query)
}

func after(id relay.List, l *list) (*hub.Position, error) {
	if l.page.Cursor == "" {
		return nil, nil
	}
	position, err := id.Position(l.page.Cursor, l.query.Order)
	if e, ok := err.(*hub.Error); ok {
		e.Field = "after"
		if l.page.Backward {
			e.Field = "before"
		}
	}
	return position, err
}

// connection cuts the row that was read beyond the page and puts a page that
// was read backwards in order.
func connection[T hub.Record](l *list, id relay.List, rows []hub.Row, count func(context.Context, string) ([]hub.Tally, error)) *relay.Connection[T] {
	c := &relay.Connection[T]{Page: l.page, At: l.at, Count: count, More: len(rows) > l.page.Limit,
		Cursor: func(r T) string { return id.Cursor(hub.PositionOf(r, l.query.Order)) }}
	rows = rows[:min(len(rows), l.page.Limit)]
	c.Nodes = make([]T, len(rows))
	for i, row := range rows {
		c.Nodes[i] = row.Record.(T)
	}
	if l.page.Backward {
		slices.Reverse(c.Nodes)
	}
	return c
}

// children is one level of a list, for all parents of a cohort.
type children struct {
	list *list
	rows map[hub.ID][]hub.Row
}

// Children is the page of the records that a relation of parent leads to, as
// the arguments of the field being resolved ask for.
func Children[T hub.Record](ctx context.Context, parent hub.Record, relation string) (*relay.Connection[T], error) {
	o := From(ctx)
	c := o.cohortOf(parent)
	rel := relationOf(parent.Noun(), relation)
	field := graphql.GetFieldContext(ctx).Field.Field
	level, err := loaded(c, field, func() (*children, error) { return o.children(ctx, c, rel, field) })
	if err != nil {
		return nil, err
	}
	l := level.list
	id := l.id.Of(parent.Key())
	if _, err := after(id, l); err != nil {
		return nil, err
	}
	count := func(ctx context.Context, by string) ([]hub.Tally, error) {
		all, err := o.tallies(ctx, c, countKey{field, by}, l.query)
		return all[parent.Key()], err
	}
	return connection[T](l, id, level.rows[parent.Key()], count), nil
}

// children reads one page for each parent of a cohort. A cursor belongs to one
// parent; when the field has one, only that parent is read.
func (o *Operation) children(ctx context.Context, c *cohort, rel *hub.Relation, field *ast.Field) (*children, error) {
	l, err := o.read(ctx, hub.NounNamed(rel.To))
	if err != nil {
		return nil, err
	}
	parents := c.ids()
	if l.page.Cursor != "" {
		parents = slices.DeleteFunc(parents, func(id hub.ID) bool {
			position, err := after(l.id.Of(id), l)
			if err == nil {
				l.query.After = position
			}
			return err != nil
		})
	}
	l.query.Parents = &hub.Parents{Relation: rel, IDs: parents}
	if len(parents) == 0 {
		return &children{list: l}, nil
	}
	rows, err := o.readAsked(ctx, l, c, field, askedOf(ctx, l.query.Noun, rel))
	if err != nil {
		return nil, err
	}
	return &children{l, byParent(rows)}, nil
}

func byParent(rows []hub.Row) map[hub.ID][]hub.Row {
	groups := map[hub.ID][]hub.Row{}
	start := 0
	for i := range rows {
		if i+1 == len(rows) || rows[i+1].Parent != rows[i].Parent {
			groups[rows[i].Parent] = rows[start : i+1]
			start = i + 1
		}
	}
	return groups
}

// List is all records that a relation of parent leads to and the filter lets
// pass, MaxList at most: parties by their position, amendments by their number,
// others by id.
func List[T hub.Record](ctx context.Context, parent hub.Record, relation string, where hub.Filter) ([]T, error) {
	o := From(ctx)
	c := o.cohortOf(parent)
	rel := relationOf(parent.Noun(), relation)
	key := graphql.GetFieldContext(ctx).Field.Field
	groups, err := loaded(c, key, func() (map[hub.ID][]hub.Row, error) {
		noun := hub.NounNamed(rel.To)
		var order []hub.Order
		switch noun {
		case hub.PartyNoun:
			order = []hub.Order{{Field: noun.Field("position")}}
		case hub.AmendmentNoun:
			order = []hub.Order{{Field: noun.Field("number")}}
		}
		rows, err := o.Rows(ctx, hub.Query{Noun: noun, Where: where, Order: order, Limit: MaxList + 1,
			Parents: &hub.Parents{Relation: rel, IDs: c.ids()}, With: listJoins(ctx, noun, rel)})
		return byParent(rows), err
	})
	if err != nil {
		return nil, err
	}
	rows := groups[parent.Key()]
	if len(rows) > MaxList {
		return nil, hub.Invalid("", "%s has more than %d %s", parent.Key(), MaxList, relation)
	}
	out := make([]T, len(rows))
	for i, row := range rows {
		out[i] = row.Record.(T)
	}
	return out, nil
}

// ListOn is List of what is in force on a day; of all times when at is nil.
func ListOn[T hub.Record](ctx context.Context, parent hub.Record, relation string, at *string) ([]T, error) {
	if at == nil {
		return List[T](ctx, parent, relation, nil)
	}
	day, err := From(ctx).Day(at)
	if err != nil {
		return nil, err
	}
	return List[T](ctx, parent, relation, hub.InForce(hub.NounNamed(relationOf(parent.Noun(), relation).To), day))
}

func relationOf(n *hub.Noun, name string) *hub.Relation {
	r := n.Relation(name)
	if r == nil {
		panic(fmt.Sprintf("load: %s has no relation %s", n.Name, name))
	}
	return r
}

// countKey is the key of a count of a list.
type countKey struct {
	field *ast.Field
	by    string
}

// tallies counts a list once for all its parents.
func (o *Operation) tallies(ctx context.Context, c *cohort, key countKey, q hub.Query) (map[hub.ID][]hub.Tally, error) {
	return loaded(c, key, func() (map[hub.ID][]hub.Tally, error) {
		q, err := tally(q, key.by)
		if err != nil {
			return nil, err
		}
		all, err := o.Hub.Store.Tally(ctx, q)
		groups := map[hub.ID][]hub.Tally{}
		for _, t := range all {
			groups[t.Parent] = append(groups[t.Parent], t)
		}
		return groups, err
	})
}

// tally makes the query that counts a list by a field of its noun or, failing
// that, of the organisation its records lead to.
func tally(q hub.Query, by string) (hub.Query, error) {
	q.After, q.Limit, q.Order, q.With = nil, 0, nil, nil
	if by == "" {
		return q, nil
	}
	if q.By = input.FieldOfEnum(q.Noun, by); q.By == nil {
		q.ByOf = relationOf(q.Noun, "organisation")
		q.By = input.FieldOfEnum(hub.OrganisationNoun, by)
	}
	if q.By == nil {
		return q, hub.Invalid("field", "%s cannot be counted by", by)
	}
	return q, nil
}
