package neo4j

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
)

// properties gives the properties of a record's node or relationship, with the
// companions of named and searched fields. Missing values are left out, and so
// are unknown ones and the folded text where the sort key holds all of it.
func (p *place) properties(r hub.Record) (map[string]any, error) {
	props := make(map[string]any, len(p.fields)+3)
	for _, f := range p.fields {
		v := f.Get(r)
		if v == nil || v == string(hub.TriUnknown) && f.Enum == hub.Tris && !f.Required {
			continue
		}
		stored, err := f.stored(v)
		if err != nil {
			return nil, err
		}
		props[f.Name] = stored
		if f.Named {
			text := v.(string)
			folded, key := hub.Fold(text), hub.SortKey(text)
			setText(props, f.Name+"Key", key)
			if folded != key {
				setText(props, f.Name+"Fold", folded)
			}
		} else if plainOrder(f.Field) {
			if text := v.(string); orderText(text) != text {
				props[f.Name+"Key"] = orderText(text)
			}
		}
	}
	if p.searched {
		setText(props, searchName, searchText(hub.SearchTokens(r)))
	}
	return props, nil
}

// plainOrder reports whether the field is sorted by its text as it is.
func plainOrder(f *hub.Field) bool {
	return f.Type == hub.TypeText && f.Sortable && !f.Named && f.Name != "id"
}

// orderText writes a text so that Neo4j orders it by its bytes in UTF-8. Neo4j
// compares a parameter by the units of UTF-16, where what lies beyond U+FFFF
// comes before U+E000 to U+FFFF: both are spelled out. Most texts have neither.
func orderText(s string) string {
	var b strings.Builder
	for i, r := range s {
		if r < 0xE000 && b.Len() == 0 {
			continue
		}
		if b.Len() == 0 {
			b.WriteString(s[:i])
		}
		switch {
		case r > 0xFFFF:
			fmt.Fprintf(&b, "\uE001%06x", r)
		case r >= 0xE000:
			fmt.Fprintf(&b, "\uE000%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return s
	}
	return b.String()
}

func setText(props map[string]any, name, text string) {
	if text != "" {
		props[name] = text
	}
}

// searchText joins search tokens with a space before each, so that a word
// begins a token when the text contains a space and the word.
func searchText(tokens []string) string {
	if len(tokens) == 0 {
		return ""
	}
	return " " + strings.Join(tokens, " ")
}

// stored turns a canonical value of the field into what the graph holds: days
// are native dates, everything else stays.
func (f property) stored(v any) (any, error) {
	switch v := v.(type) {
	case string:
		if f.Type == hub.TypeDate {
			return dateOf(f.Name, v)
		}
		return v, nil
	case []string:
		if !f.numbers {
			return v, nil
		}
		numbers := make([]int64, len(v))
		for i, item := range v {
			if _, err := fmt.Sscan(item, &numbers[i]); err != nil {
				return nil, hub.Invalid(f.Name, "%q is not a whole number", hub.Clip(item, 40))
			}
		}
		return numbers, nil
	case int64, float64:
		return v, nil
	}
	return nil, hub.Invalid(f.Name, "a value of Go type %T does not fit", v)
}

func dateOf(field, iso string) (neo4j.Date, error) {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return neo4j.Date{}, hub.Invalid(field, "%q is not a date: expected a day such as 2024-01-31", hub.Clip(iso, 40))
	}
	return neo4j.DateOf(t), nil
}

// isoOf writes a date of the graph; false when the hub knows no such day.
func isoOf(d neo4j.Date) (string, bool) {
	year, month, day := d.Time().Date()
	if year < 1000 || year > 2999 {
		return "", false
	}
	b := [10]byte{
		'0' + byte(year/1000), '0' + byte(year/100%10), '0' + byte(year/10%10), '0' + byte(year%10), '-',
		'0' + byte(month/10), '0' + byte(month%10), '-', '0' + byte(day/10), '0' + byte(day%10),
	}
	return string(b[:]), true
}

// set puts a value of the graph into the field; false when it does not fit.
func (f *property) set(r hub.Record, v any) bool {
	switch p := f.Pointer(r).(type) {
	case *string:
		switch v := v.(type) {
		case string:
			*p = v
			return true
		case neo4j.Date:
			iso, ok := isoOf(v)
			*p = iso
			return ok && f.Type == hub.TypeDate
		}
		return false
	case **float64:
		switch v := v.(type) {
		case float64:
			*p = &v
			return true
		case int64:
			*p = new(float64(v))
			return true
		}
		return false
	}
	if list, ok := v.([]any); ok {
		items, ok := texts(list)
		return ok && f.Set(r, items) == nil
	}
	_, number := v.(int64)
	return number && f.Set(r, v) == nil
}

// texts turns a list of the graph into texts; false when it holds anything but
// texts and whole numbers.
func texts(list []any) ([]string, bool) {
	out := make([]string, len(list))
	for i, item := range list {
		switch item := item.(type) {
		case string:
			out[i] = item
		case int64:
			out[i] = fmt.Sprint(item)
		default:
			return nil, false
		}
	}
	return out, true
}

// checkParameter refuses what the driver cannot send. The driver notices only
// after it has sent a part of the message, which ruins the connection.
func checkParameter(v any) error {
	switch v := v.(type) {
	case nil, bool, int, int64, float64, neo4j.Date, []int64:
		return nil
	case string:
		return checkText(v)
	case time.Time:
		if v.Location() != time.UTC {
			return fmt.Errorf("the time %v is not in UTC", v)
		}
		return nil
	case []string:
		for _, s := range v {
			if err := checkText(s); err != nil {
				return err
			}
		}
		return nil
	case []any:
		for _, item := range v {
			if err := checkParameter(item); err != nil {
				return err
			}
		}
		return nil
	case map[string]any:
		for _, item := range v {
			if err := checkParameter(item); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("a value of Go type %T is no parameter", v)
}

func checkText(s string) error {
	if !utf8.ValidString(s) {
		return hub.Invalid("", "%q is not valid UTF-8", hub.Clip(s, 40))
	}
	return nil
}
