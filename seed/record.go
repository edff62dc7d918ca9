package seed

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"polehub/hub"
)

// flagsPointer is where a record keeps its flags; every noun has the field.
func flagsPointer(r hub.Record) *[]hub.Flag {
	fields := r.Noun().Fields
	return fields[len(fields)-1].Pointer(r).(*[]hub.Flag)
}

func flagsOf(r hub.Record) []hub.Flag { return *flagsPointer(r) }

// addFlag adds a flag that the record does not carry yet.
func addFlag(r hub.Record, flag hub.Flag) {
	if p := flagsPointer(r); !slices.Contains(*p, flag) {
		*p = append(slices.Clip(*p), flag)
	}
}

// sortFlags puts flags into an order that does not tell which came first.
func sortFlags(r hub.Record) {
	p := flagsPointer(r)
	*p = slices.Clone(*p)
	slices.SortFunc(*p, func(a, b hub.Flag) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Raw, b.Raw), cmp.Compare(a.Message, b.Message))
	})
}

func dropFlags(r hub.Record, drop func(hub.Flag) bool) {
	p := flagsPointer(r)
	if slices.ContainsFunc(*p, drop) {
		*p = slices.DeleteFunc(slices.Clone(*p), drop)
	}
}

// orderFlags puts the flags of a merged record in an order that does not depend
// on who came first; those of stored stay as they are when none came or went.
func orderFlags(next, stored hub.Record) {
	p, before := flagsPointer(next), flagsOf(stored)
	if len(*p) == len(before) && !slices.ContainsFunc(*p, func(flag hub.Flag) bool { return !slices.Contains(before, flag) }) {
		*p = slices.Clone(before)
		return
	}
	sortFlags(next)
}

// sourcesPointer is where a record keeps its sources; nil for a source.
func sourcesPointer(r hub.Record) *[]hub.ID {
	fields := r.Noun().Fields
	if f := fields[len(fields)-2]; f.Ref == hub.SourceNoun.Name {
		return f.Pointer(r).(*[]hub.ID)
	}
	return nil
}

func sourcesOf(r hub.Record) []hub.ID {
	if p := sourcesPointer(r); p != nil {
		return *p
	}
	return nil
}

// covers reports whether all holds each of some.
func covers(all, some []hub.ID) bool {
	for _, id := range some {
		if !slices.Contains(all, id) {
			return false
		}
	}
	return true
}

func without[T comparable](items, others []T) []T {
	return slices.DeleteFunc(slices.Clone(items), func(item T) bool { return slices.Contains(others, item) })
}

// minimum is the smallest id; empty, which is smaller than any, when there is none.
func minimum(ids []hub.ID) hub.ID {
	if len(ids) == 0 {
		return ""
	}
	return slices.Min(ids)
}

func joined(ids []hub.ID) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	slices.Sort(texts)
	return strings.Join(texts, " ")
}

// unitedLists is the union, sorted, so that the order of files does not matter;
// a itself when b adds nothing.
func unitedLists(a, b []string) []string {
	if !slices.ContainsFunc(b, func(s string) bool { return !slices.Contains(a, s) }) {
		return a
	}
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// stated is the canonical value of a field; nil when the record does not state
// it, as for a three-state fact that is unknown.
func stated(f *hub.Field, r hub.Record) any {
	v := f.Get(r)
	if f.Enum == hub.Tris && v == string(hub.TriUnknown) {
		return nil
	}
	return v
}

// set puts a value that the same field of another record holds.
func set(f *hub.Field, r hub.Record, v any) {
	if list, ok := v.([]string); ok {
		v = slices.Clone(list)
	}
	if err := f.Set(r, v); err != nil {
		panic("seed: copy a field: " + err.Error())
	}
}

// text writes a canonical value as the bundle does.
func text(f *hub.Field, v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int64:
		switch f.Type {
		case hub.TypeMoney:
			return hub.Money(v).String()
		case hub.TypeRatio:
			return hub.Ratio(v).String()
		}
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []string:
		return joinList(v)
	}
	return fmt.Sprint(v)
}

// listEscapes keeps items apart that hold the separator.
var listEscapes = strings.NewReplacer(`\`, `\\`, `|`, `\|`)

// joinList writes the items of a list into one cell.
func joinList(items []string) string {
	escaped := make([]string, len(items))
	for i, item := range items {
		escaped[i] = listEscapes.Replace(item)
	}
	return strings.Join(escaped, "|")
}

// splitList reads what joinList wrote; empty items are left out. A backslash
// before anything but the two escaped characters stands for itself.
func splitList(cell string) []string {
	if strings.IndexByte(cell, '\\') < 0 {
		items := strings.Split(cell, "|")
		return slices.DeleteFunc(items, func(s string) bool { return s == "" })
	}
	var items []string
	var item strings.Builder
	flush := func() {
		if item.Len() > 0 {
			items = append(items, item.String())
			item.Reset()
		}
	}
	for i := 0; i < len(cell); i++ {
		switch c := cell[i]; {
		case c == '\\' && i+1 < len(cell) && (cell[i+1] == '\\' || cell[i+1] == '|'):
			i++
			item.WriteByte(cell[i])
		case c == '|':
			flush()
		default:
			item.WriteByte(c)
		}
	}
	flush()
	return items
}
