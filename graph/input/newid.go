package input

import (
	"strings"

	"polehub/hub"
)

// Parts reads a list of input objects.
func Parts(v any, path string) ([]map[string]any, error) {
	if v == nil {
		return nil, nil
	}
	items, err := list(v, path)
	if err != nil {
		return nil, err
	}
	parts := make([]map[string]any, len(items))
	for i, item := range items {
		fields, ok := item.(map[string]any)
		if !ok {
			return nil, hub.Invalid(path, "an object was expected")
		}
		parts[i] = fields
	}
	return parts, nil
}

// NewID makes a readable id for a new record that came without one: from its
// SIREN for an organisation, else from its name or title. Records with a
// natural key get theirs from the key; for them it is empty.
func NewID(r hub.Record, fields map[string]any) hub.ID {
	n := r.Noun()
	if len(n.Key) > 0 {
		return ""
	}
	if n == hub.OrganisationNoun {
		if siren := sirenIn(fields); siren != "" {
			return hub.NewID(n.Prefix, "siren-"+siren)
		}
	}
	parts := make([]string, 0, 3)
	for _, name := range []string{"poleId", "name", "title", "kind", "dated", "observedFrom"} {
		f := n.Field(name)
		if f == nil || name == "kind" && n != hub.ObservationNoun {
			continue
		}
		if s := slug(f, r); s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return hub.NewID(n.Prefix, strings.Join(parts, "."))
}

// slug is a value in lower-case ASCII with hyphens; that of an id is its local
// part.
func slug(f *hub.Field, r hub.Record) string {
	s := f.Text(r)
	if f.Type == hub.TypeRef {
		return hub.ID(s).Local()
	}
	words := strings.FieldsFunc(hub.Fold(s), func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') })
	return strings.Join(words, "-")
}

// sirenIn is the valid SIREN among the identifiers of an input.
func sirenIn(fields map[string]any) string {
	parts, err := Parts(fields["identifiers"], "identifiers")
	if err != nil {
		return ""
	}
	for _, part := range parts {
		value, _ := part["value"].(string)
		if value == "" {
			value, _ = part["raw"].(string)
		}
		if part["scheme"] == string(hub.SchemeSIREN) && hub.ValidSIREN(value) {
			return value
		}
	}
	return ""
}
