package sqlite

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"polehub/hub"
)

// selection is what a statement reads of the records of one noun: the id and
// the fields that are wanted.
//
// The driver takes some locks for each column that it reads, which costs more
// than the column: all single values come as one JSON array. Lists are JSON
// already and fractions would be rounded; they come as columns of their own.
type selection struct {
	noun   *hub.Noun
	packed []*hub.Field // the id first
	single []*hub.Field
}

// packedAtLeast is from how many values on an array is cheaper than columns.
const packedAtLeast = 3

// selectionOf reads the fields of noun that are in the list; all for nil.
func selectionOf(noun *hub.Noun, fields []*hub.Field) selection {
	s := selection{noun: noun, packed: make([]*hub.Field, 0, len(noun.Fields))}
	for i, f := range noun.Fields {
		switch {
		case fields != nil && i > 0 && !slices.Contains(fields, f):
		case f.Type == hub.TypeList || f.Type == hub.TypeRefs || f.Type == hub.TypeFlags || f.Type == hub.TypeFloat:
			s.single = append(s.single, f)
		default:
			s.packed = append(s.packed, f)
		}
	}
	return s
}

// isPacked reports whether the single values come as an array.
func (s selection) isPacked() bool { return len(s.packed) >= packedAtLeast }

// width is how many columns the selection has.
func (s selection) width() int {
	if s.isPacked() {
		return 1 + len(s.single)
	}
	return len(s.packed) + len(s.single)
}

// selected writes the columns of a selection under an alias.
func (b *builder) selected(s selection, alias string) {
	column := func(f *hub.Field) { b.add(alias, ".", f.Column) }
	if s.isPacked() {
		b.add("json_array(")
	}
	between(b, ", ", s.packed, column)
	if s.isPacked() {
		b.add(")")
	}
	for _, f := range s.single {
		b.add(", ")
		column(f)
	}
}

// record makes a record of the values of the columns; nil when there is none,
// for the id of a joined record is NULL when nothing is joined.
func (s selection) record(values []any) (hub.Record, error) {
	record := s.noun.New()
	if s.isPacked() {
		text, _ := values[0].(string)
		if err := unpack(text, s.packed, record); err != nil {
			return nil, err
		}
		values = values[1:]
	} else {
		for i, f := range s.packed {
			if err := load(f, record, values[i]); err != nil {
				return nil, err
			}
		}
		values = values[len(s.packed):]
	}
	if record.Key() == "" {
		return nil, nil
	}
	for i, f := range s.single {
		if err := load(f, record, values[i]); err != nil {
			return nil, err
		}
	}
	return record, nil
}

var errUnpack = errors.New("sqlite: a row is not the array that was asked for")

// unpack puts the values of a JSON array, as SQLite writes it, into the fields
// of an empty record.
func unpack(text string, fields []*hub.Field, record hub.Record) error {
	for _, f := range fields {
		if len(text) < 2 {
			return errUnpack
		}
		text = text[1:] // the bracket or the comma before the value
		value, rest, err := nextText(text)
		switch {
		case err != nil:
			return err
		case value != "":
			if err := loadText(f, record, value); err != nil {
				return err
			}
		case rest == text: // it is no text
			end := strings.IndexAny(text, ",]")
			if end < 0 {
				return errUnpack
			}
			if rest = text[end:]; text[:end] == "null" {
				break
			}
			n, err := strconv.ParseInt(text[:end], 10, 64)
			if err != nil {
				return errUnpack
			}
			if err := f.Set(record, n); err != nil {
				return err
			}
		}
		text = rest
	}
	if text != "]" {
		return errUnpack
	}
	return nil
}

// nextText reads the text at the beginning of s and gives what follows it; s
// itself when it begins with something else.
func nextText(s string) (value, rest string, err error) {
	if s == "" || s[0] != '"' {
		return "", s, nil
	}
	end := 1 + strings.IndexByte(s[1:], '"')
	if end == 0 {
		return "", "", errUnpack
	}
	if strings.IndexByte(s[:end], '\\') < 0 {
		return s[1:end], s[end+1:], nil
	}
	for end = 1; s[end] != '"'; end++ {
		if s[end] == '\\' {
			end++
		}
		if end+1 >= len(s) {
			return "", "", errUnpack
		}
	}
	value, err = unescape(s[:end+1])
	return value, s[end+1:], err
}

func unescape(quoted string) (text string, err error) {
	err = json.Unmarshal([]byte(quoted), &text)
	return text, err
}
