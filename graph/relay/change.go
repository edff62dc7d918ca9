package relay

import (
	"io"
	"time"

	"polehub/hub"
)

// JSON is a JSON value that is written as it is; empty is null.
type JSON []byte

// MarshalGQL writes the value.
func (j JSON) MarshalGQL(w io.Writer) {
	if len(j) == 0 {
		j = JSON("null")
	}
	// The generated code has no way to take an error.
	_, _ = w.Write(j)
}

// UnmarshalGQL refuses: no input has this type.
func (j *JSON) UnmarshalGQL(any) error { return hub.Invalid("", "JSON is no input") }

// Change is one entry of the change log.
type Change struct {
	Revision int
	Sequence int
	At       time.Time
	By       string
	Noun     string
	ID       hub.ID
	Action   string
	Fields   []string
	Before   JSON
	After    JSON
}

// The lists that are read in another way than by records of one noun.
type (
	// ChangeConnection is a page of the change log.
	ChangeConnection = Connection[*Change]
	// ChangeEdge is a change with its cursor.
	ChangeEdge = Edge[*Change]
	// SearchConnection is a page of what a search found.
	SearchConnection = Connection[hub.Record]
	// SearchEdge is something found with its cursor.
	SearchEdge = Edge[hub.Record]
)

// Hub is the hub itself; what costs a call is resolved when asked for.
type Hub struct {
	Revision   int
	StoreKind  string
	Version    string
	Today      hub.Date
	IsReadOnly bool
}
