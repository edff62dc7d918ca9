package hub

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxItems is the greatest number of items in a list field.
const maxItems = 1000

// Validate checks a record by the table of its fields and the rules of its
// noun, and reports all faults at once. It is the one validation for
// mutations, imports and the demonstration data. References are checked when
// the record is written.
func Validate(r Record) Errors {
	n := r.Noun()
	var errs Errors
	for _, f := range n.Fields {
		if e := f.check(r); e != nil {
			errs = append(errs, e)
		}
	}
	if n.Check != nil && len(errs) == 0 {
		errs = n.Check(r)
	}
	return errs
}

// check applies what the table says of one field.
func (f *Field) check(r Record) *Error {
	if _, ok := f.pointer(r).(*string); ok {
		text := f.Text(r)
		if text == "" || f.Required && strings.TrimSpace(text) == "" {
			return f.checkMissing()
		}
		return f.checkText(r.Noun(), text)
	}
	switch v := f.Get(r).(type) {
	case nil:
		return f.checkMissing()
	case []string:
		return f.checkList(r.Noun(), v)
	case int64:
		if f.Type != TypeMoney && v < 0 {
			return Invalid(f.Name, "%d is negative", v)
		}
		if f.Type == TypeRatio && v > 1_000_000 {
			return Invalid(f.Name, "%s is over 1", Ratio(v))
		}
	case float64:
		if limit := coordinateLimit(f.Name); !(v >= -limit && v <= limit) {
			return Invalid(f.Name, "%v is outside -%v..%v", v, limit, limit)
		}
	}
	return nil
}

func (f *Field) checkMissing() *Error {
	if f.Required {
		return Invalid(f.Name, "is required")
	}
	return nil
}

func coordinateLimit(name string) float64 {
	if name == "latitude" {
		return 90
	}
	return 180
}

func (f *Field) checkText(n *Noun, s string) *Error {
	switch {
	case len(s) > f.MaxLength:
		return Invalid(f.Name, "is %d bytes long: at most %d", len(s), f.MaxLength)
	case !utf8.ValidString(s):
		return Invalid(f.Name, "%q is not valid UTF-8", Clip(s, 40))
	case f.IsName() && OneLine(s) != s:
		return Invalid(f.Name, "%q holds a control character: a name is one line of text", Clip(s, 40))
	}
	switch f.Type {
	case TypeEnum:
		if !f.Enum.Has(s) {
			return Invalid(f.Name, "%q is not one of %s", Clip(s, 40), f.Enum.Codes())
		}
	case TypeDate:
		if _, err := ParseDate(s); err != nil {
			return Invalid(f.Name, "%q is not a date: expected a day such as 2024-01-31", Clip(s, 40))
		}
	case TypeRef:
		return f.checkReference(s)
	case TypeText:
		if f == n.ID() {
			if id, err := ParseID(s); err != nil || id.Prefix() != n.Prefix {
				return Invalid(f.Name, "%q is not an id of this kind: expected %s:…", Clip(s, 60), n.Prefix)
			}
		}
	}
	return nil
}

func (f *Field) checkReference(s string) *Error {
	if id, err := ParseID(s); err != nil || NounOf(id) == nil || NounOf(id).Name != f.Ref {
		return Invalid(f.Name, "%q is not the id of a record of kind %s", Clip(s, 60), f.Ref)
	}
	return nil
}

func (f *Field) checkList(n *Noun, items []string) *Error {
	if len(items) > maxItems {
		return Invalid(f.Name, "has %d items: at most %d", len(items), maxItems)
	}
	for i, item := range items {
		switch {
		case !utf8.ValidString(item):
			return Invalid(f.Name, "item %d is not valid UTF-8", i+1)
		case f.Type == TypeRefs:
			if e := f.checkReference(item); e != nil {
				return e
			}
			if slices.Index(items, item) < i {
				return Invalid(f.Name, "%q stands twice", Clip(item, 60))
			}
		case f.Type == TypeFlags:
			switch {
			case len(item) > maxText:
				return Invalid(f.Name, "flag %d is longer than %d bytes", i+1, maxText)
			case item[0] == '\t': // the code comes first
				return Invalid(f.Name, "flag %d has no code", i+1)
			}
		case item == "":
			return Invalid(f.Name, "item %d is empty", i+1)
		case f.IsName() && OneLine(item) != item:
			return Invalid(f.Name, "%q holds a control character: a name is one line of text", Clip(item, 40))
		case len(item) > maxName:
			return Invalid(f.Name, "item %d is %d bytes long: at most %d", i+1, len(item), maxName)
		case f.Enum != nil && !f.Enum.Has(item):
			return Invalid(f.Name, "%q is not one of %s", Clip(item, 40), f.Enum.Codes())
		}
	}
	return nil
}

// checkPeriod refuses a validity that ends before it begins.
func checkPeriod(p Period) Errors {
	if p.ValidFrom != "" && p.ValidTo != "" && p.ValidTo < p.ValidFrom {
		return Errors{Invalid("validTo", "%s is before validFrom %s", p.ValidTo, p.ValidFrom)}
	}
	return nil
}

func checkCurrency(field, code string) Errors {
	if code == "" || len(code) == 3 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z' && code[2] >= 'A' && code[2] <= 'Z' {
		return nil
	}
	return Errors{Invalid(field, "%q is not a currency code such as EUR", Clip(code, 20))}
}

func checkPattern(field, value, want string, ok bool) Errors {
	if value == "" || ok {
		return nil
	}
	return Errors{Invalid(field, fmt.Sprintf("%%q is not %s", want), Clip(value, 40))}
}
