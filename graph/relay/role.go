package relay

import (
	"fmt"
	"io"
	"strconv"

	"polehub/hub"
)

// AccessRole is what a caller may do; each includes those before.
type AccessRole int

// The roles, least first.
const (
	RoleReader AccessRole = iota
	RoleEditor
	RoleAdmin
)

// String is the name of the role in the API.
func (r AccessRole) String() string {
	switch r {
	case RoleEditor:
		return "EDITOR"
	case RoleAdmin:
		return "ADMIN"
	}
	return "READER"
}

// MarshalGQL writes the name.
func (r AccessRole) MarshalGQL(w io.Writer) {
	// The generated code has no way to take an error.
	_, _ = io.WriteString(w, strconv.Quote(r.String()))
}

// UnmarshalGQL reads the name.
func (r *AccessRole) UnmarshalGQL(v any) error {
	for _, role := range []AccessRole{RoleReader, RoleEditor, RoleAdmin} {
		if v == role.String() {
			*r = role
			return nil
		}
	}
	return &hub.Error{Code: hub.BadUserInput, Msg: fmt.Sprintf("%v is not a role", v)}
}
