package hub

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// EncodeRecord writes a record as a JSON object of its fields that are not
// missing, in the order of the table; money and shares as whole numbers. It is
// the form of the change log. Equal records give the same bytes.
func EncodeRecord(r Record) []byte {
	b := make([]byte, 0, 256)
	b = append(b, '{')
	for _, f := range r.Noun().Fields {
		v := f.Get(r)
		if v == nil {
			continue
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, f.Name...)
		b = append(b, '"', ':')
		switch v := v.(type) {
		case string:
			b = appendJSONString(b, v)
		case int64:
			b = strconv.AppendInt(b, v, 10)
		case float64:
			b = strconv.AppendFloat(b, v, 'g', -1, 64)
		case []string:
			b = append(b, '[')
			for i, s := range v {
				if i > 0 {
					b = append(b, ',')
				}
				b = appendJSONString(b, s)
			}
			b = append(b, ']')
		}
	}
	return append(b, '}')
}

// DecodeRecord reads what EncodeRecord wrote. Fields that the noun no longer
// has are an error.
func DecodeRecord(n *Noun, data []byte) (Record, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var raw map[string]any
	if err := dec.Decode(&raw); err != nil {
		return nil, fmt.Errorf("decode %s: %w", n.Name, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("decode %s: something follows the object", n.Name)
	}
	r := n.New()
	for name, v := range raw {
		f := n.Field(name)
		if f == nil {
			return nil, fmt.Errorf("decode %s: unknown field %q", n.Name, name)
		}
		value, err := decodeValue(f, v)
		if err == nil {
			err = f.Set(r, value)
		}
		if err != nil {
			return nil, fmt.Errorf("decode %s: %w", n.Name, err)
		}
	}
	return r, nil
}

func decodeValue(f *Field, v any) (any, error) {
	switch v := v.(type) {
	case json.Number:
		if f.Type == TypeFloat {
			return v.Float64()
		}
		return v.Int64()
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			s, ok := item.(string)
			if !ok {
				return nil, Invalid(f.Name, "a list of texts was expected")
			}
			items[i] = s
		}
		return items, nil
	}
	return v, nil
}

// Equal reports whether two records of one noun have the same content.
func Equal(a, b Record) bool {
	if a.Noun() != b.Noun() {
		return false
	}
	for _, f := range a.Noun().Fields {
		if !equalValues(f.Get(a), f.Get(b)) {
			return false
		}
	}
	return true
}

func equalValues(a, b any) bool {
	if list, ok := a.([]string); ok {
		other, ok := b.([]string)
		return ok && slices.Equal(list, other)
	}
	if _, ok := b.([]string); ok {
		return false
	}
	return a == b
}

// Restrict clears the fields of a record that are not in the list, except the
// id; see Query.Fields. A nil list leaves the record whole.
func Restrict(r Record, fields []*Field) {
	if fields == nil {
		return
	}
	n := r.Noun()
	for _, f := range n.Fields[1:] {
		if !slices.Contains(fields, f) {
			// Every type takes nil.
			_ = f.Set(r, nil)
		}
	}
}

// Clone copies a record, so that one can be changed without the other.
func Clone(r Record) Record {
	c := r.Noun().New()
	for _, f := range r.Noun().Fields {
		v := f.Get(r)
		if list, ok := v.([]string); ok {
			v = slices.Clone(list)
		}
		if err := f.Set(c, v); err != nil {
			panic("hub: clone: " + err.Error())
		}
	}
	return c
}
