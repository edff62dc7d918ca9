package relay

import "polehub/hub"

// Payload answers a change of one record.
type Payload[T any] struct {
	// Record is the record as it is now; nil when the change was refused.
	Record     T
	UserErrors []*UserError
	// Revision is that of the hub after the change; nil when it was refused.
	Revision *int
}

// DeletePayload answers a delete.
type DeletePayload struct {
	DeletedIds []hub.ID
	UserErrors []*UserError
	Revision   *int
}

// UserError is a refusal that the caller can mend.
type UserError struct {
	// Field is the path in the input; nil when it is none of its fields.
	Field   []string
	Code    hub.Code
	Message string
}
