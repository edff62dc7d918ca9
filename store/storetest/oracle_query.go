package storetest

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"polehub/hub"
)

// Revision is the number of the update that made this state.
func (s *state) Revision(ctx context.Context) (hub.Revision, error) {
	return s.revision, alive(ctx)
}

// Find looks up ids one by one.
func (s *state) Find(ctx context.Context, noun *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	if err := alive(ctx); err != nil {
		return nil, err
	}
	found := make([]hub.Record, len(ids))
	for i, id := range ids {
		if r := s.records[id]; r != nil && r.Noun() == noun {
			found[i] = hub.Clone(r)
		}
	}
	return found, nil
}

// Lookup looks up ids one by one.
func (s *state) Lookup(ctx context.Context, read, check []hub.ID) (found []hub.Record, missing []hub.ID, err error) {
	for _, id := range read {
		var r hub.Record
		if stored := s.records[id]; stored != nil {
			r = hub.Clone(stored)
		}
		found = append(found, r)
	}
	for _, id := range check {
		if s.records[id] == nil {
			missing = append(missing, id)
		}
	}
	return found, missing, alive(ctx)
}

// Rows takes the answer of each parent in turn: filter, sort, cut.
func (s *state) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	return func(yield func(hub.Row, error) bool) {
		for _, g := range s.groups(q) {
			for _, r := range page(g.records, q) {
				if err := alive(ctx); err != nil {
					yield(hub.Row{}, err)
					return
				}
				row := hub.Row{Parent: g.parent, Record: hub.Clone(r), With: s.joined(r, q.With)}
				restrict(row, q.Fields)
				if !yield(row, nil) {
					return
				}
			}
		}
		if err := alive(ctx); err != nil {
			yield(hub.Row{}, err)
		}
	}
}

// restrict keeps of the records of a row what a query wants of them.
func restrict(row hub.Row, fields []*hub.Field) {
	hub.Restrict(row.Record, fields)
	for _, r := range row.With {
		if r != nil {
			hub.Restrict(r, fields)
		}
	}
}

// group is what a query finds under one parent; the parent is empty when the
// query has none.
type group struct {
	parent  hub.ID
	records []hub.Record
}

func (s *state) groups(q hub.Query) []group {
	if q.Parents == nil {
		return []group{{records: s.filter(s.all(q.Noun), q.Where)}}
	}
	var groups []group
	for _, id := range q.Parents.IDs {
		parent := s.records[id]
		if parent == nil {
			continue
		}
		groups = append(groups, group{id, s.filter(s.related(parent, q.Parents.Relation), q.Where)})
	}
	return groups
}

// all lists the records of a noun, in no order.
func (s *state) all(n *hub.Noun) []hub.Record {
	var out []hub.Record
	for _, r := range s.records {
		if r.Noun() == n {
			out = append(out, r)
		}
	}
	return out
}

func (s *state) filter(records []hub.Record, where hub.Filter) []hub.Record {
	return slices.DeleteFunc(records, func(r hub.Record) bool { return !s.holds(where, r) })
}

// page sorts the records and cuts the page that the query asks for.
func page(records []hub.Record, q hub.Query) []hub.Record {
	compare := func(a, b hub.Position) int {
		c := comparePositions(a, b, q.Order)
		if q.Backward {
			return -c
		}
		return c
	}
	slices.SortFunc(records, func(a, b hub.Record) int {
		return compare(hub.PositionOf(a, q.Order), hub.PositionOf(b, q.Order))
	})
	if q.After != nil {
		records = slices.DeleteFunc(records, func(r hub.Record) bool {
			return compare(hub.PositionOf(r, q.Order), *q.After) <= 0
		})
	}
	if q.Limit > 0 && len(records) > q.Limit {
		records = records[:q.Limit]
	}
	return records
}

// comparePositions orders forward: missing values last whatever the direction,
// the id last and ascending.
func comparePositions(a, b hub.Position, order []hub.Order) int {
	for i, o := range order {
		x, y := a.Values[i], b.Values[i]
		switch {
		case x == nil && y == nil:
			continue
		case x == nil:
			return 1
		case y == nil:
			return -1
		}
		c := compareValues(x, y)
		if o.Desc {
			c = -c
		}
		if c != 0 {
			return c
		}
	}
	return cmp.Compare(a.ID, b.ID)
}

// compareValues orders two canonical values of one field.
func compareValues(a, b any) int {
	switch a := a.(type) {
	case string:
		return strings.Compare(a, b.(string))
	case int64:
		return cmp.Compare(a, b.(int64))
	case float64:
		return cmp.Compare(a, b.(float64))
	}
	panic("storetest: a value that does not compare")
}

// joined gives the targets of to-one relations, nil where there is none.
func (s *state) joined(r hub.Record, with []*hub.Relation) []hub.Record {
	if len(with) == 0 {
		return nil
	}
	out := make([]hub.Record, len(with))
	for i, rel := range with {
		if targets := s.related(r, rel); len(targets) == 1 {
			out[i] = hub.Clone(targets[0])
		}
	}
	return out
}

// Tally counts the groups of Rows without cutting pages.
func (s *state) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	if err := alive(ctx); err != nil {
		return nil, err
	}
	var out []hub.Tally
	for _, g := range s.groups(q) {
		counts := map[string]int{}
		for _, r := range g.records {
			counts[s.tallied(r, q)]++
		}
		var tallies []hub.Tally
		for value, count := range counts {
			tallies = append(tallies, hub.Tally{Parent: g.parent, Value: value, Count: count})
		}
		slices.SortFunc(tallies, func(a, b hub.Tally) int {
			if a.Value == "" || b.Value == "" {
				return cmp.Compare(b.Value, a.Value) // the missing value comes last
			}
			return cmp.Compare(a.Value, b.Value)
		})
		out = append(out, tallies...)
	}
	return out, nil
}

// tallied is the value under which a record counts.
func (s *state) tallied(r hub.Record, q hub.Query) string {
	if q.By == nil {
		return ""
	}
	if q.ByOf != nil {
		targets := s.related(r, q.ByOf)
		if len(targets) == 0 {
			return ""
		}
		r = targets[0]
	}
	return q.By.Text(r)
}

// Changes walks the log.
func (s *state) Changes(ctx context.Context, q hub.ChangeQuery) iter.Seq2[hub.Change, error] {
	return func(yield func(hub.Change, error) bool) {
		given := 0
		for _, c := range s.log {
			if err := alive(ctx); err != nil {
				yield(hub.Change{}, err)
				return
			}
			r := c.Record()
			switch {
			case c.Revision <= q.Since,
				len(q.Nouns) > 0 && !slices.Contains(q.Nouns, r.Noun()),
				len(q.IDs) > 0 && !slices.Contains(q.IDs, r.Key()),
				q.By != "" && q.By != c.Stamp.By:
				continue
			}
			c.Before, c.After = cloneOrNil(c.Before), cloneOrNil(c.After)
			if !yield(c, nil) {
				return
			}
			given++
			if given == q.First {
				return
			}
		}
		if err := alive(ctx); err != nil {
			yield(hub.Change{}, err)
		}
	}
}
