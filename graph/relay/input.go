package relay

import (
	"encoding/json"
	"io"

	"polehub/hub"
)

// Input is an input object as the document or its variables give it: absent,
// null and a value are three things. Package input reads it by the table of
// nouns, so the generated code must not: it would lose what is null and stop
// at the first fault.
type Input map[string]any

// UnmarshalGQL keeps the object as it is.
func (i *Input) UnmarshalGQL(v any) error {
	fields, ok := v.(map[string]any)
	if !ok {
		return hub.Invalid("", "an object was expected")
	}
	*i = fields
	return nil
}

// MarshalGQL writes the object; the generated code wants types that read
// themselves to write themselves.
func (i Input) MarshalGQL(w io.Writer) {
	// Maps of JSON values always encode, and the writer is a buffer.
	_ = json.NewEncoder(w).Encode(map[string]any(i))
}
