package hub

import (
	"fmt"
	"strconv"
)

// Pointer gives the address of the field in r, so that a store can read into
// it without conversion; its type follows from the field's Type. A TypeList is
// *[]string, *[]int or a slice of codes, a TypeRefs *[]ID, a TypeFlags *[]Flag:
// use Get and Set for those.
func (f *Field) Pointer(r Record) any { return f.pointer(r) }

// Text gives the value of a text, code, date or reference; empty when missing.
func (f *Field) Text(r Record) string {
	if p, ok := f.pointer(r).(*string); ok {
		if *p == "" && f.Enum == Tris {
			return string(TriUnknown)
		}
		return *p
	}
	return ""
}

// Get gives the canonical value of the field, nil when it is missing; see
// FieldType for its Go type.
func (f *Field) Get(r Record) any {
	switch p := f.pointer(r).(type) {
	case *string:
		if s := f.Text(r); s != "" {
			return s
		}
	case **int:
		if *p != nil {
			return int64(**p)
		}
	case **Money:
		if *p != nil {
			return int64(**p)
		}
	case **Ratio:
		if *p != nil {
			return int64(**p)
		}
	case **float64:
		if *p != nil {
			return **p + 0 // -0 is 0: not every store can tell them apart
		}
	default:
		if list := f.List(r); len(list) > 0 {
			return list
		}
	}
	return nil
}

// List gives the items of a list field as texts, in order; nil for other types.
func (f *Field) List(r Record) []string {
	switch p := f.pointer(r).(type) {
	case *[]string:
		return *p
	case *[]ID:
		return texts(*p)
	case *[]Sector:
		return texts(*p)
	case *[]Claimant:
		return texts(*p)
	case *[]Coverage:
		return texts(*p)
	case *[]int:
		out := make([]string, len(*p))
		for i, n := range *p {
			out[i] = strconv.Itoa(n)
		}
		return out
	case *[]Flag:
		out := make([]string, len(*p))
		for i, flag := range *p {
			out[i] = flag.Encode()
		}
		return out
	}
	return nil
}

func texts[T ~string](items []T) []string {
	if len(items) == 0 {
		return nil
	}
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = string(item)
	}
	return out
}

func fromTexts[T ~string](items []string) []T {
	if len(items) == 0 {
		return nil
	}
	out := make([]T, len(items))
	for i, item := range items {
		out[i] = T(item)
	}
	return out
}

// Set puts a canonical value into the field; nil clears it. A value of another
// Go type than FieldType says, or a list of numbers with a text in it, is an
// error that names the field.
func (f *Field) Set(r Record, v any) error {
	switch p := f.pointer(r).(type) {
	case *string:
		s, ok := v.(string)
		if !ok && v != nil {
			return f.mismatch(v)
		}
		*p = s
		return nil
	case **int:
		return setNumber(f, p, v)
	case **Money:
		return setNumber(f, p, v)
	case **Ratio:
		return setNumber(f, p, v)
	case **float64:
		if v == nil {
			*p = nil
			return nil
		}
		n, ok := v.(float64)
		if !ok {
			return f.mismatch(v)
		}
		*p = &n
		return nil
	}
	items, ok := v.([]string)
	if !ok && v != nil {
		return f.mismatch(v)
	}
	return f.setList(r, items)
}

func setNumber[T ~int | ~int64](f *Field, p **T, v any) error {
	if v == nil {
		*p = nil
		return nil
	}
	n, ok := v.(int64)
	if !ok {
		return f.mismatch(v)
	}
	*p = new(T(n))
	return nil
}

func (f *Field) setList(r Record, items []string) error {
	switch p := f.pointer(r).(type) {
	case *[]string:
		*p = fromTexts[string](items)
	case *[]ID:
		*p = fromTexts[ID](items)
	case *[]Sector:
		*p = fromTexts[Sector](items)
	case *[]Claimant:
		*p = fromTexts[Claimant](items)
	case *[]Coverage:
		*p = fromTexts[Coverage](items)
	case *[]int:
		*p = nil
		for _, item := range items {
			n, err := strconv.Atoi(item)
			if err != nil {
				return Invalid(f.Name, "%q is not a whole number", Clip(item, 40))
			}
			*p = append(*p, n)
		}
	case *[]Flag:
		*p = nil
		for _, item := range items {
			*p = append(*p, DecodeFlag(item))
		}
	default:
		panic(fmt.Sprintf("hub: field %s has no known type", f.Name))
	}
	return nil
}

func (f *Field) mismatch(v any) error {
	return Invalid(f.Name, "a value of Go type %T does not fit", v)
}
