package storetest

import (
	"fmt"
	"slices"
	"strings"

	"polehub/hub"
)

// holds says whether a record satisfies a filter; nil is satisfied by all.
func (s *state) holds(f hub.Filter, r hub.Record) bool {
	switch f := f.(type) {
	case nil:
		return true
	case hub.And:
		return !slices.ContainsFunc(f, func(g hub.Filter) bool { return !s.holds(g, r) })
	case hub.Or:
		return slices.ContainsFunc(f, func(g hub.Filter) bool { return s.holds(g, r) })
	case hub.Not:
		return !s.holds(f.Filter, r)
	case hub.Match:
		return matches(f, r)
	case hub.Has:
		return s.has(f, r)
	case hub.Words:
		return hasWords(f, hub.SearchTokens(r))
	}
	panic(fmt.Sprintf("storetest: filter of type %T", f))
}

func (s *state) has(f hub.Has, r hub.Record) bool {
	total, satisfied := 0, 0
	for _, target := range s.related(r, f.Relation) {
		total++
		if s.holds(f.Where, target) {
			satisfied++
		}
	}
	switch f.Quantifier {
	case hub.Some:
		return satisfied > 0
	case hub.None:
		return satisfied == 0
	case hub.All:
		return satisfied == total
	}
	panic(fmt.Sprintf("storetest: quantifier %d", f.Quantifier))
}

// related lists the records on the other side of a relation, each once, in no
// order.
func (s *state) related(r hub.Record, rel *hub.Relation) []hub.Record {
	ids := map[hub.ID]bool{}
	switch {
	case rel.Own != nil:
		for _, id := range references(rel.Own, r) {
			ids[id] = true
		}
	case rel.Through != "":
		for _, between := range s.all(hub.NounNamed(rel.Through)) {
			if slices.Contains(references(rel.In, between), r.Key()) {
				for _, id := range references(rel.Out, between) {
					ids[id] = true
				}
			}
		}
	default:
		for _, target := range s.all(hub.NounNamed(rel.To)) {
			for _, via := range rel.Via {
				if slices.Contains(references(via, target), r.Key()) {
					ids[target.Key()] = true
				}
			}
		}
	}
	var out []hub.Record
	for id := range ids {
		if target := s.records[id]; target != nil {
			out = append(out, target)
		}
	}
	return out
}

// references lists the ids in a reference field.
func references(f *hub.Field, r hub.Record) []hub.ID {
	var ids []hub.ID
	switch v := f.Get(r).(type) {
	case string:
		ids = append(ids, hub.ID(v))
	case []string:
		for _, id := range v {
			ids = append(ids, hub.ID(id))
		}
	}
	return ids
}

func matches(m hub.Match, r hub.Record) bool {
	v := m.Field.Get(r)
	if m.Op == hub.OpMissing {
		return v == nil
	}
	if v == nil {
		return false
	}
	switch m.Op {
	case hub.OpIn:
		return slices.ContainsFunc(m.Values, func(want any) bool { return is(m.Field, v, want) })
	case hub.OpLt:
		return compareValues(v, m.Values[0]) < 0
	case hub.OpLte:
		return compareValues(v, m.Values[0]) <= 0
	case hub.OpGt:
		return compareValues(v, m.Values[0]) > 0
	case hub.OpGte:
		return compareValues(v, m.Values[0]) >= 0
	}
	name, operand := hub.Fold(v.(string)), hub.Fold(m.Values[0].(string))
	switch {
	case operand == "":
		return false
	case m.Op == hub.OpContains:
		return strings.Contains(name, operand)
	case m.Op == hub.OpStartsWith:
		return strings.HasPrefix(name, operand)
	}
	panic(fmt.Sprintf("storetest: operator %d", m.Op))
}

// is says whether the value v of a field, or one of its items, is want; a flag
// is known by its code.
func is(f *hub.Field, v, want any) bool {
	items, ok := v.([]string)
	if !ok {
		return v == want
	}
	return slices.ContainsFunc(items, func(item string) bool {
		if f.Type == hub.TypeFlags {
			item = string(hub.DecodeFlag(item).Code)
		}
		return item == want
	})
}

// hasWords says whether each word begins one of the tokens.
func hasWords(words hub.Words, tokens []string) bool {
	for _, word := range words {
		if !slices.ContainsFunc(tokens, func(token string) bool { return strings.HasPrefix(token, word) }) {
			return false
		}
	}
	return true
}
