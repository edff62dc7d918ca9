package input

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"polehub/hub"
)

// references are the names that the API has for fields with lists of
// references.
var references = map[string]string{"sourceIds": "sources", "poleIds": "poles", "signatoryIds": "signatories"}

// FieldNamed finds the field that an input field stands for; nil when there is
// none.
func FieldNamed(n *hub.Noun, name string) *hub.Field {
	if own, ok := references[name]; ok {
		name = own
	}
	return n.Field(name)
}

// NameOf is the input field that stands for a field of the hub.
func NameOf(field string) string {
	for name, own := range references {
		if own == field {
			return name
		}
	}
	return field
}

// Apply puts the fields of an input object into a record: an absent field
// stays, null clears it, a value sets it. It takes the place of gqlgen's
// Omittable for every input at once, by the table of the noun. Names that
// stand for no field (id, idempotencyKey, parts) are left to the caller. A
// partial date (2014, 2014-05) becomes its first day, and stays as received in
// a flag. All faults are reported, by field.
func Apply(r hub.Record, fields map[string]any) hub.Errors {
	n := r.Noun()
	var errs hub.Errors
	var partial []hub.Flag
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		f := FieldNamed(n, name)
		if f == nil || f == n.ID() {
			continue
		}
		v := fields[name]
		if flag, day, ok := partialDate(f, v); ok {
			partial, v = append(partial, flag), day
		}
		value, err := value(f, v, name)
		if err == nil {
			err = f.Set(r, value)
		}
		if err != nil {
			errs = append(errs, hub.AsErrors(err)...)
		}
	}
	flagPartial(r, fields, partial)
	return errs
}

// partialDate reads a year or a month as its first day, with the flag that
// keeps what was received.
func partialDate(f *hub.Field, v any) (hub.Flag, string, bool) {
	raw, ok := v.(string)
	if !ok || f.Type != hub.TypeDate {
		return hub.Flag{}, "", false
	}
	reading := hub.ReadDate(raw)
	if !slices.Equal(reading.Flags, []hub.FlagCode{hub.FlagDatePartial}) {
		return hub.Flag{}, "", false
	}
	return hub.Flag{Field: hub.Text(f.Column), Code: hub.FlagDatePartial, Raw: hub.Text(raw)}, string(reading.Day), true
}

// flagPartial replaces the flags of dates that this input sets by those of its
// partial ones.
func flagPartial(r hub.Record, fields map[string]any, partial []hub.Flag) {
	n := r.Noun()
	flags, ok := n.Field("flags").Pointer(r).(*[]hub.Flag)
	if !ok {
		return
	}
	*flags = slices.DeleteFunc(slices.Clone(*flags), func(flag hub.Flag) bool {
		f := n.Column(string(flag.Field))
		if f == nil || flag.Code != hub.FlagDatePartial {
			return false
		}
		_, set := fields[f.Name]
		return set
	})
	*flags = append(*flags, partial...)
}

// value is the canonical value of an input value; nil for null and for empty
// texts and lists.
func value(f *hub.Field, v any, path string) (any, error) {
	if v == nil {
		return nil, nil
	}
	switch f.Type {
	case hub.TypeList, hub.TypeRefs:
		return texts(v, path)
	case hub.TypeFlags:
		return flags(v, path)
	}
	return scalar(f, v, path)
}

// scalar is the canonical value of one field that is no list.
func scalar(f *hub.Field, v any, path string) (any, error) {
	switch f.Type {
	case hub.TypeInt:
		if n, ok := whole(v); ok {
			return n, nil
		}
		return nil, hub.Invalid(path, "%v is not a whole number", v)
	case hub.TypeFloat:
		if x, ok := number(v); ok {
			return x, nil
		}
		return nil, hub.Invalid(path, "%v is not a number", v)
	case hub.TypeMoney:
		var m hub.Money
		err := m.UnmarshalGQL(v)
		return int64(m), at(err, path)
	case hub.TypeRatio:
		var r hub.Ratio
		err := r.UnmarshalGQL(v)
		return int64(r), at(err, path)
	case hub.TypeDate:
		var d hub.Date
		err := d.UnmarshalGQL(v)
		return string(d), at(err, path)
	case hub.TypeRef:
		var id hub.ID
		err := id.UnmarshalGQL(v)
		return string(id), at(err, path)
	}
	return text(v, path)
}

// at puts the path of the input into an error.
func at(err error, path string) error {
	if e, ok := errors.AsType[*hub.Error](err); ok {
		return &hub.Error{Code: e.Code, Field: path, Msg: e.Msg}
	}
	return err
}

func texts(v any, path string) (any, error) {
	items, ok := v.([]any)
	if !ok {
		items = []any{v}
	}
	out := make([]string, len(items))
	for i, item := range items {
		s, err := text(item, path+"."+strconv.Itoa(i))
		if err != nil {
			return nil, err
		}
		out[i] = s.(string)
	}
	return out, nil
}

func flags(v any, path string) (any, error) {
	items, ok := v.([]any)
	if !ok {
		items = []any{v}
	}
	out := make([]string, len(items))
	for i, item := range items {
		flag, ok := item.(map[string]any)
		if !ok {
			return nil, hub.Invalid(path+"."+strconv.Itoa(i), "an object was expected")
		}
		part := func(name string) string {
			s, _ := flag[name].(string)
			return s
		}
		out[i] = hub.Flag{
			Field: hub.Text(part("field")), Code: hub.FlagCode(part("code")),
			Raw: hub.Text(part("raw")), Message: hub.Text(part("message")),
		}.Encode()
	}
	return out, nil
}

// whole reads a whole number as literals and JSON variables give it.
func whole(v any) (int64, bool) {
	switch v := v.(type) {
	case int:
		return int64(v), true
	case int64:
		return v, true
	case json.Number:
		n, err := v.Int64()
		return n, err == nil
	case float64:
		return int64(v), v == math.Trunc(v) && math.Abs(v) < 1<<53
	}
	return 0, false
}

func number(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, !math.IsInf(v, 0) && !math.IsNaN(v)
	case json.Number:
		x, err := v.Float64()
		return x, err == nil
	}
	n, ok := whole(v)
	return float64(n), ok
}

// ID reads the id of an input.
func ID(fields map[string]any, n *hub.Noun) (hub.ID, error) {
	s, ok := fields["id"].(string)
	if !ok {
		return "", nil
	}
	id, err := hub.ParseID(s)
	if err == nil && id.Prefix() != n.Prefix {
		err = &hub.Error{Code: hub.BadUserInput, Msg: fmt.Sprintf("%q is not the id of a record of kind %s: expected %s:…", hub.Clip(s, 60), n.Name, n.Prefix)}
	}
	return id, at(err, "id")
}
