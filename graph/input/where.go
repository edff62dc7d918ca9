// Package input turns the input objects of the API into values of the hub by
// the table of nouns: filters, orders and records. Input objects come as maps,
// as the document or its variables give them, so that a field that is absent,
// null or set are three things; the executor has checked them against the
// schema before.
//
// Messages name the field by its path and the value.
package input

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"polehub/hub"
)

// The limits of a filter.
const (
	MaxNesting = 6
	MaxItems   = 100
	MaxSearch  = 200  // characters
	MaxText    = 1000 // bytes of a text to compare with
	MaxKeys    = 3
)

// Filter reads a where argument for records of a noun; nil when there is no
// condition.
func Filter(n *hub.Noun, where any) (hub.Filter, error) {
	if where == nil {
		return nil, nil
	}
	conditions, err := object(n, where, "where", 1)
	if err != nil || len(conditions) == 0 {
		return nil, err
	}
	return conditions, nil
}

// object reads one where object: its conditions are and-ed, in the order of
// their names, so that equal filters are equal values.
func object(n *hub.Noun, v any, path string, depth int) (hub.And, error) {
	where, ok := v.(map[string]any)
	if !ok {
		return nil, hub.Invalid(path, "an object was expected")
	}
	if depth > MaxNesting {
		return nil, hub.Invalid(path, "is nested more than %d deep", MaxNesting)
	}
	all := hub.And{}
	for _, name := range slices.Sorted(maps.Keys(where)) {
		if where[name] == nil {
			continue
		}
		f, err := condition(n, name, where[name], path+"."+name, depth)
		if err != nil {
			return nil, err
		}
		all = append(all, f...)
	}
	return all, nil
}

func condition(n *hub.Noun, name string, v any, path string, depth int) (hub.And, error) {
	switch name {
	case "AND", "OR":
		branches, err := objects(n, v, path, depth+1)
		if err != nil || name == "AND" {
			return hub.And(branches), err
		}
		return hub.And{hub.Or(branches)}, nil
	case "NOT":
		inner, err := object(n, v, path, depth+1)
		return hub.And{hub.Not{Filter: inner}}, err
	case "search":
		f, err := Search(n, v, path)
		return hub.And{f}, err
	}
	// A noun with a list of references has a field and a relation of one name;
	// what stands under a relation tells them apart.
	if r := n.Relation(name); r != nil && (n.Field(name) == nil || !isListFilter(v)) {
		return related(r, v, path, depth)
	}
	if f := n.Field(name); f != nil {
		return comparisons(f, v, path)
	}
	return nil, hub.Invalid(path, "records of kind %s have no such field", n.Name)
}

func isListFilter(v any) bool {
	m, ok := v.(map[string]any)
	if !ok {
		return false
	}
	for name := range m {
		if name == "includes" || name == "includesAny" || name == "isNull" {
			return true
		}
	}
	return false
}

func objects(n *hub.Noun, v any, path string, depth int) ([]hub.Filter, error) {
	items, err := list(v, path)
	if err != nil {
		return nil, err
	}
	filters := make([]hub.Filter, len(items))
	for i, item := range items {
		if filters[i], err = object(n, item, path+"."+strconv.Itoa(i), depth); err != nil {
			return nil, err
		}
	}
	return filters, nil
}

// Search reads a search text.
func Search(n *hub.Noun, v any, path string) (hub.Filter, error) {
	text, ok := v.(string)
	if !ok {
		return nil, hub.Invalid(path, "a text was expected")
	}
	if runes := utf8.RuneCountInString(text); runes > MaxSearch {
		return nil, hub.Invalid(path, "is %d characters long: at most %d", runes, MaxSearch)
	}
	return hub.SearchFor(n, text), nil
}

// related reads the condition on related records: an object for one, some,
// none and all for many.
func related(r *hub.Relation, v any, path string, depth int) (hub.And, error) {
	to := hub.NounNamed(r.To)
	if !r.Many {
		inner, err := object(to, v, path, depth+1)
		return hub.And{hub.Has{Relation: r, Quantifier: hub.Some, Where: inner}}, err
	}
	where, ok := v.(map[string]any)
	if !ok {
		return nil, hub.Invalid(path, "an object was expected")
	}
	all := hub.And{}
	for _, q := range []struct {
		name       string
		quantifier hub.Quantifier
	}{{"some", hub.Some}, {"none", hub.None}, {"all", hub.All}} {
		if where[q.name] == nil {
			continue
		}
		inner, err := object(to, where[q.name], path+"."+q.name, depth+1)
		if err != nil {
			return nil, err
		}
		all = append(all, hub.Has{Relation: r, Quantifier: q.quantifier, Where: inner})
	}
	return all, nil
}

// comparisons reads the operators on one field. isNull: true together with
// another operator matches nothing, as it should.
func comparisons(f *hub.Field, v any, path string) (hub.And, error) {
	operators, ok := v.(map[string]any)
	if !ok {
		return nil, hub.Invalid(path, "an object was expected")
	}
	all := hub.And{}
	for _, name := range slices.Sorted(maps.Keys(operators)) {
		if operators[name] == nil {
			continue
		}
		c, err := comparison(f, name, operators[name], path+"."+name)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

var operators = map[string]hub.Op{
	"eq": hub.OpIn, "in": hub.OpIn, "includes": hub.OpIn, "includesAny": hub.OpIn,
	"lt": hub.OpLt, "lte": hub.OpLte, "gt": hub.OpGt, "gte": hub.OpGte,
	"contains": hub.OpContains, "startsWith": hub.OpStartsWith,
}

func comparison(f *hub.Field, name string, v any, path string) (hub.Filter, error) {
	if name == "isNull" {
		missing := hub.Missing(f)
		if v == true {
			return missing, nil
		}
		return hub.Not{Filter: missing}, nil
	}
	op, ok := operators[name]
	if !ok {
		return nil, hub.Invalid(path, "there is no such operator")
	}
	items := []any{v}
	if name == "in" || name == "includesAny" {
		var err error
		if items, err = list(v, path); err != nil {
			return nil, err
		}
	}
	values := make([]any, len(items))
	for i, item := range items {
		var err error
		if values[i], err = operand(f, item, path); err != nil {
			return nil, err
		}
	}
	return hub.Match{Field: f, Op: op, Values: values}, nil
}

// operand is the canonical value of one operand: that of an item for lists.
func operand(f *hub.Field, v any, path string) (any, error) {
	if err := short(v, path); err != nil {
		return nil, err
	}
	switch f.Type {
	case hub.TypeList, hub.TypeRefs, hub.TypeFlags:
		return text(v, path)
	}
	return scalar(f, v, path)
}

// short refuses a text that is too long to compare with.
func short(v any, path string) error {
	if s, ok := v.(string); ok && len(s) > MaxText {
		return hub.Invalid(path, "is %d bytes long: at most %d", len(s), MaxText)
	}
	return nil
}

// list reads a list of at most MaxItems; one value stands for a list of one,
// as GraphQL has it.
func list(v any, path string) ([]any, error) {
	items, ok := v.([]any)
	if !ok {
		items = []any{v}
	}
	if len(items) > MaxItems {
		return nil, hub.Invalid(path, "has %d items: at most %d", len(items), MaxItems)
	}
	return items, nil
}

// Order reads an orderBy argument.
func Order(n *hub.Noun, orderBy any) ([]hub.Order, error) {
	if orderBy == nil {
		return nil, nil
	}
	items, err := list(orderBy, "orderBy")
	if err != nil {
		return nil, err
	}
	if len(items) > MaxKeys {
		return nil, hub.Invalid("orderBy", "has %d keys: at most %d", len(items), MaxKeys)
	}
	order := make([]hub.Order, len(items))
	for i, item := range items {
		path := "orderBy." + strconv.Itoa(i)
		key, _ := item.(map[string]any)
		name, _ := key["field"].(string)
		f := FieldOfEnum(n, name)
		if f == nil || !f.Sortable {
			return nil, hub.Invalid(path+".field", "%q is nothing that records of kind %s are sorted by", name, n.Name)
		}
		order[i] = hub.Order{Field: f, Desc: key["direction"] == "DESC"}
	}
	return order, nil
}

// Codes reads the arguments that name an enumerated field of the noun, in the
// singular or the plural: only records with one of these codes.
func Codes(n *hub.Noun, args map[string]any) ([]hub.Filter, error) {
	var all []hub.Filter
	for _, f := range n.Fields {
		for _, name := range []string{f.Name, f.Name + "s"} {
			if f.Type != hub.TypeEnum || args[name] == nil {
				continue
			}
			items, err := list(args[name], name)
			if err != nil {
				return nil, err
			}
			all = append(all, hub.Match{Field: f, Op: hub.OpIn, Values: items})
		}
	}
	return all, nil
}

// FieldOfEnum finds the field that an enum value such as STARTED_ON names.
func FieldOfEnum(n *hub.Noun, value string) *hub.Field {
	return n.Field(Camel(value))
}

// Camel writes SCREAMING_SNAKE as camelCase.
func Camel(value string) string {
	words := strings.Split(strings.ToLower(value), "_")
	for i, w := range words[1:] {
		if w != "" {
			words[i+1] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, "")
}

// Screaming writes camelCase as SCREAMING_SNAKE.
func Screaming(name string) string {
	var b strings.Builder
	for _, c := range name {
		if 'A' <= c && c <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteRune(c)
	}
	return strings.ToUpper(b.String())
}

// text reads a text, a code or a number that is kept as text.
func text(v any, path string) (any, error) {
	if s, ok := v.(string); ok {
		return s, nil
	}
	if n, ok := whole(v); ok {
		return strconv.FormatInt(n, 10), nil
	}
	return nil, hub.Invalid(path, "a text was expected")
}
