package sqlite

import (
	"encoding/json"
	"fmt"
	"strings"

	"polehub/hub"
)

// stored is what a column keeps of a record: NULL when missing.
func (c column) stored(r hub.Record) any {
	switch c.part {
	case sortKey:
		return textOrNull(hub.SortKey(c.field.Text(r)))
	case folded:
		if fold := hub.Fold(c.field.Text(r)); len(fold) > len(hub.SortKey(fold)) {
			return fold
		}
		return nil
	}
	switch v := c.field.Get(r).(type) {
	case []string:
		return encodeList(v)
	default:
		return v
	}
}

func textOrNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// load puts what a column keeps into an empty record.
func load(f *hub.Field, r hub.Record, v any) error {
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return loadText(f, r, v)
	default:
		return f.Set(r, v)
	}
}

func loadText(f *hub.Field, r hub.Record, v string) (err error) {
	switch p := f.Pointer(r).(type) {
	case *string:
		*p = v
	case *[]string:
		*p, err = decodeList[string](v)
	case *[]hub.ID:
		*p, err = decodeList[hub.ID](v)
	default:
		var items []string
		if items, err = decodeList[string](v); err == nil {
			err = f.Set(r, items)
		}
	}
	if err != nil {
		return fmt.Errorf("sqlite: column %s: %w", f.Column, err)
	}
	return nil
}

// encodeList writes texts as a JSON array. Most lists are short and plain: they
// are written without the encoder.
func encodeList[T ~string](items []T) string {
	n := 2
	for _, item := range items {
		if !plain(string(item)) {
			return encodeAnyList(items)
		}
		n += len(item) + 3
	}
	b := make([]byte, 0, n)
	b = append(b, '[')
	for i, item := range items {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, item...)
		b = append(b, '"')
	}
	return string(append(b, ']'))
}

func encodeAnyList[T ~string](items []T) string {
	data, err := json.Marshal(items)
	if err != nil {
		panic("sqlite: texts do not encode: " + err.Error())
	}
	return string(data)
}

func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7F || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// decodeList reads what encodeList wrote. Without a backslash no text holds a
// quote, so the texts stand between quotes and commas as they are.
func decodeList[T ~string](s string) ([]T, error) {
	if len(s) <= 4 || strings.Contains(s, `\`) {
		var items []T
		err := json.Unmarshal([]byte(s), &items)
		return items, err
	}
	s = s[2 : len(s)-2]
	items := make([]T, 0, strings.Count(s, `","`)+1)
	for {
		item, rest, more := strings.Cut(s, `","`)
		items = append(items, T(item))
		if !more {
			return items, nil
		}
		s = rest
	}
}
