package storetest

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

// mutantVariable names the mutant that TestMutantProcess takes.
const mutantVariable = "STORETEST_MUTANT"

// TestMutants: a store with one fault does not pass. Each runs in a process of
// its own, because a test that must fail cannot be a part of one that passes.
func TestMutants(t *testing.T) {
	for name, m := range mutants() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			group, _, _ := strings.Cut(m.fails, "/")
			cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestMutantProcess$/^"+group+"$", "-rapid.seed=1", "-rapid.nofailfile", "-rapid.shrinktime=10ms")
			cmd.Env = append(os.Environ(), mutantVariable+"="+name)
			out, err := cmd.CombinedOutput()
			if err == nil || !strings.Contains(string(out), "--- FAIL: TestMutantProcess/"+m.fails) {
				t.Errorf("%s passes the suite, or fails elsewhere: %v\n%s", m.fails, err, hub.Clip(string(out), 3000))
			}
		})
	}
}

// TestMutantProcess runs the suite on the mutant that the environment names.
func TestMutantProcess(t *testing.T) {
	if m, ok := mutants()[os.Getenv(mutantVariable)]; ok {
		Test(t, func(testing.TB) hub.Store { return faulty{NewOracle(), m} })
	}
}

// mutant spoils some questions or answers of a store; what is nil stays right.
type mutant struct {
	fails  string // the check that finds the fault
	ask    func(hub.Query) hub.Query
	rows   func(hub.Query, []hub.Row) []hub.Row
	tally  func(hub.Query, []hub.Tally) []hub.Tally
	lookup func(found []hub.Record, missing []hub.ID) ([]hub.Record, []hub.ID)
	log    func(hub.ChangeQuery) hub.ChangeQuery
	change func(hub.Change) bool // keep it
	view   func(hub.Store, func(hub.Reader) error) error
	update func(context.Context, hub.Store, func(hub.Tx) error) (hub.Revision, error)
}

func mutants() map[string]mutant {
	all := map[string]mutant{}
	for _, group := range []map[string]mutant{filterMutants(), rowMutants(), lookupMutants(), writeMutants()} {
		maps.Copy(all, group)
	}
	return all
}

// filterMutants read filters wrongly.
func filterMutants() map[string]mutant {
	asking := func(change func(hub.Filter) hub.Filter) func(hub.Query) hub.Query {
		return func(q hub.Query) hub.Query { q.Where = rewrite(q.Where, change); return q }
	}
	return map[string]mutant{
		"AllNeedsOne": {fails: "Reads/Filters/AllVia", ask: asking(func(f hub.Filter) hub.Filter {
			if has, ok := f.(hub.Has); ok && has.Quantifier == hub.All {
				return hub.And{f, hub.Has{Relation: has.Relation, Quantifier: hub.Some}}
			}
			return f
		})},
		"NotOfMissingIsUnknown": {fails: "Reads/Filters/NotHoldsForMissing", ask: asking(func(f hub.Filter) hub.Filter {
			if not, ok := f.(hub.Not); ok {
				if m, ok := not.Filter.(hub.Match); ok && m.Op != hub.OpMissing {
					return hub.And{f, hub.Not{Filter: hub.Missing(m.Field)}}
				}
			}
			return f
		})},
		"UnderscoreIsAWildcard": {fails: "Reads/Filters/ContainsUnderscoreIsNoWildcard", ask: asking(func(f hub.Filter) hub.Filter {
			if m, ok := f.(hub.Match); ok && m.Op == hub.OpContains && m.Values[0] == "_" {
				return hub.And{}
			}
			return f
		})},
		"EmptyOrHolds": {fails: "Reads/Filters/EmptyOr", ask: asking(func(f hub.Filter) hub.Filter {
			if or, ok := f.(hub.Or); ok && len(or) == 0 {
				return hub.And{}
			}
			return f
		})},
		"LteIsLt": {fails: "Random/Hub4", ask: asking(func(f hub.Filter) hub.Filter {
			if m, ok := f.(hub.Match); ok && m.Op == hub.OpLte {
				m.Op = hub.OpLt
				return m
			}
			return f
		})},
	}
}

// rewrite changes every filter of a tree, from the leaves up.
func rewrite(f hub.Filter, change func(hub.Filter) hub.Filter) hub.Filter {
	each := func(filters []hub.Filter) []hub.Filter {
		out := make([]hub.Filter, len(filters))
		for i, g := range filters {
			out[i] = rewrite(g, change)
		}
		return out
	}
	switch g := f.(type) {
	case nil:
		return nil
	case hub.And:
		f = hub.And(each(g))
	case hub.Or:
		f = hub.Or(each(g))
	case hub.Not:
		f = hub.Not{Filter: rewrite(g.Filter, change)}
	case hub.Has:
		g.Where = rewrite(g.Where, change)
		f = g
	}
	return change(f)
}

// rowMutants give wrong rows or counts.
func rowMutants() map[string]mutant {
	return map[string]mutant{
		"MissingFirst": {fails: "Reads/Rows/ByDate", rows: func(q hub.Query, rows []hub.Row) []hub.Row {
			if len(q.Order) == 0 || q.Backward || q.Limit > 0 || q.Parents != nil {
				return rows
			}
			missing := func(row hub.Row) int { return len(fmt.Sprint(hub.SortValue(q.Order[0].Field, row.Record) == nil)) }
			slices.SortStableFunc(rows, func(a, b hub.Row) int { return missing(a) - missing(b) })
			return rows
		}},
		"SkipsAtBorder": {fails: "Random/Hub4", rows: func(q hub.Query, rows []hub.Row) []hub.Row {
			if q.After != nil && len(q.Order) > 0 && len(rows) > 1 && q.Backward {
				return rows[1:]
			}
			return rows
		}},
		"LimitForAllParents": {fails: "Reads/Rows/LimitForEach", rows: func(q hub.Query, rows []hub.Row) []hub.Row {
			if q.Limit > 0 && len(rows) > q.Limit {
				return rows[:q.Limit]
			}
			return rows
		}},
		"ParentsSorted": {fails: "Reads/Rows/GroupedAsAsked", ask: func(q hub.Query) hub.Query {
			if q.Parents != nil {
				q.Parents = &hub.Parents{Relation: q.Parents.Relation, IDs: slices.Sorted(slices.Values(q.Parents.IDs))}
			}
			return q
		}},
		"ThroughTwice": {fails: "Reads/Rows/ThroughOnce", rows: func(q hub.Query, rows []hub.Row) []hub.Row {
			if q.Parents != nil && q.Parents.Relation.Through != "" && len(rows) > 0 {
				return append(rows[:1:1], rows...)
			}
			return rows
		}},
		"InnerJoin": {fails: "Reads/With/NilAndSeveral", rows: func(_ hub.Query, rows []hub.Row) []hub.Row {
			return slices.DeleteFunc(rows, func(row hub.Row) bool { return slices.Contains(row.With, nil) })
		}},
		"CountsZero": {fails: "Reads/Tally/ZeroIsLeftOut", tally: func(q hub.Query, tallies []hub.Tally) []hub.Tally {
			if q.Parents == nil && len(tallies) == 0 {
				return []hub.Tally{{}}
			}
			return tallies
		}},
		"MissingValueFirst": {fails: "Reads/Tally/ByMissingLast", tally: func(q hub.Query, tallies []hub.Tally) []hub.Tally {
			if last := len(tallies) - 1; last > 0 && q.Parents == nil && tallies[last].Value == "" {
				return append(tallies[last:last+1:last+1], tallies[:last]...)
			}
			return tallies
		}},
		"TextEndsAtNul": {fails: "Random/Hub4", rows: func(_ hub.Query, rows []hub.Row) []hub.Row {
			for _, row := range rows {
				for _, f := range row.Record.Noun().Fields {
					if before, _, ok := strings.Cut(f.Text(row.Record), "\x00"); ok {
						set(row.Record, f, before)
					}
				}
			}
			return rows
		}},
		"RefsSorted": {fails: "Reads/EveryField", rows: func(_ hub.Query, rows []hub.Row) []hub.Row {
			for _, row := range rows {
				if c, ok := row.Record.(*hub.Contract); ok {
					slices.Sort(c.PoleIDs)
				}
			}
			return rows
		}},
	}
}

// lookupMutants find records by their ids wrongly.
func lookupMutants() map[string]mutant {
	return map[string]mutant{
		"ChecksNothing": {fails: "Reads/Lookup/MissingInTheOrderAsked", lookup: func(found []hub.Record, _ []hub.ID) ([]hub.Record, []hub.ID) { return found, nil }},
		"MissingSorted": {fails: "Reads/Lookup/MissingInTheOrderAsked", lookup: func(found []hub.Record, missing []hub.ID) ([]hub.Record, []hub.ID) {
			return found, slices.Sorted(slices.Values(missing))
		}},
		"LeavesOutNothing": {fails: "Reads/Lookup/SeveralNouns", lookup: func(found []hub.Record, missing []hub.ID) ([]hub.Record, []hub.ID) {
			return slices.DeleteFunc(found, func(r hub.Record) bool { return r == nil }), missing
		}},
		"NounByNoun": {fails: "Reads/Lookup/SeveralNouns", lookup: func(found []hub.Record, missing []hub.ID) ([]hub.Record, []hub.ID) {
			slices.SortStableFunc(found, func(a, b hub.Record) int { return rank(a) - rank(b) })
			return found, missing
		}},
	}
}

// rank is the place of the noun of a record.
func rank(r hub.Record) int {
	if r == nil {
		return len(hub.Nouns())
	}
	return slices.Index(hub.Nouns(), r.Noun())
}

// writeMutants write, log or isolate wrongly.
func writeMutants() map[string]mutant {
	return map[string]mutant{
		"LosesLogEntry":     {fails: "Writes/FirstLog", change: func(c hub.Change) bool { return c.Sequence != 1 }},
		"LosesLateLogEntry": {fails: "Random/Updates", change: func(c hub.Change) bool { return c.Sequence < 6 }},
		"SinceIsIncluded": {fails: "Writes/LogFilters/Since", log: func(q hub.ChangeQuery) hub.ChangeQuery {
			q.Since--
			return q
		}},
		"LogForgetsNouns": {fails: "Writes/LogFilters/Nouns", log: func(q hub.ChangeQuery) hub.ChangeQuery {
			q.Nouns = nil
			return q
		}},
		"FailedUpdateStays": {fails: "Writes/AllOrNothing", update: func(ctx context.Context, s hub.Store, fn func(hub.Tx) error) (hub.Revision, error) {
			var failed error
			revision, err := s.Update(ctx, func(tx hub.Tx) error { failed = fn(tx); return nil })
			if failed != nil {
				return 0, failed
			}
			return revision, err
		}},
		"WrapsTheError": {fails: "Writes/AllOrNothing/an_error_before_any_write", update: func(ctx context.Context, s hub.Store, fn func(hub.Tx) error) (hub.Revision, error) {
			revision, err := s.Update(ctx, fn)
			if err != nil {
				err = fmt.Errorf("update: %w", err)
			}
			return revision, err
		}},
		"RevisionAlwaysMoves": {fails: "Writes/Revision", update: func(ctx context.Context, s hub.Store, fn func(hub.Tx) error) (hub.Revision, error) {
			revision, err := s.Update(ctx, fn)
			return revision + 1, err
		}},
		"ViewMoves": {fails: "Together/View", view: func(s hub.Store, fn func(hub.Reader) error) error { return fn(s) }},
		"IgnoresContexts": {fails: "Together/Contexts", update: func(_ context.Context, s hub.Store, fn func(hub.Tx) error) (hub.Revision, error) {
			return s.Update(context.Background(), fn)
		}},
	}
}

// faulty is a store with the faults of a mutant.
type faulty struct {
	hub.Store
	mutant mutant
}

func (f faulty) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	return faultyReader{f.Store, f.mutant}.Rows(ctx, q)
}

func (f faulty) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	return faultyReader{f.Store, f.mutant}.Tally(ctx, q)
}

func (f faulty) Lookup(ctx context.Context, read, check []hub.ID) ([]hub.Record, []hub.ID, error) {
	return faultyReader{f.Store, f.mutant}.Lookup(ctx, read, check)
}

func (f faulty) Changes(ctx context.Context, q hub.ChangeQuery) iter.Seq2[hub.Change, error] {
	return faultyReader{f.Store, f.mutant}.Changes(ctx, q)
}

func (f faulty) View(ctx context.Context, fn func(hub.Reader) error) error {
	wrapped := func(r hub.Reader) error { return fn(faultyReader{r, f.mutant}) }
	if f.mutant.view != nil {
		return f.mutant.view(f.Store, wrapped)
	}
	return f.Store.View(ctx, wrapped)
}

func (f faulty) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	if f.mutant.update != nil {
		return f.mutant.update(ctx, f.Store, fn)
	}
	return f.Store.Update(ctx, fn)
}

// faultyReader is a reader with the faults of a mutant.
type faultyReader struct {
	hub.Reader
	mutant mutant
}

func (f faultyReader) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	return func(yield func(hub.Row, error) bool) {
		asked := q
		if f.mutant.ask != nil {
			asked = f.mutant.ask(q)
		}
		var rows []hub.Row
		for row, err := range f.Reader.Rows(ctx, asked) {
			if err != nil {
				yield(row, err)
				return
			}
			rows = append(rows, row)
		}
		if f.mutant.rows != nil {
			rows = f.mutant.rows(q, rows)
		}
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

func (f faultyReader) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	tallies, err := f.Reader.Tally(ctx, q)
	if f.mutant.tally != nil && err == nil {
		tallies = f.mutant.tally(q, tallies)
	}
	return tallies, err
}

func (f faultyReader) Lookup(ctx context.Context, read, check []hub.ID) ([]hub.Record, []hub.ID, error) {
	found, missing, err := f.Reader.Lookup(ctx, read, check)
	if f.mutant.lookup != nil && err == nil {
		found, missing = f.mutant.lookup(found, missing)
	}
	return found, missing, err
}

func (f faultyReader) Changes(ctx context.Context, q hub.ChangeQuery) iter.Seq2[hub.Change, error] {
	return func(yield func(hub.Change, error) bool) {
		if f.mutant.log != nil {
			q = f.mutant.log(q)
		}
		for c, err := range f.Reader.Changes(ctx, q) {
			if err == nil && f.mutant.change != nil && !f.mutant.change(c) {
				continue
			}
			if !yield(c, err) {
				return
			}
		}
	}
}
