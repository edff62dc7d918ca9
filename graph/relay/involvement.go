package relay

import (
	"github.com/99designs/gqlgen/graphql"

	"polehub/hub"
	"polehub/hub/involvement"
)

// MarshalEntryReason writes why it is not known when public actors came in; null
// when it is.
func MarshalEntryReason(r involvement.Reason) graphql.Marshaler { return hub.Text(r) }

// UnmarshalEntryReason reads a reason.
func UnmarshalEntryReason(v any) (involvement.Reason, error) {
	s, err := graphql.UnmarshalString(v)
	return involvement.Reason(s), err
}

// MarshalPeerReason writes why there is nothing to compare with; null when there is.
func MarshalPeerReason(r involvement.PeerReason) graphql.Marshaler { return hub.Text(r) }

// UnmarshalPeerReason reads a reason.
func UnmarshalPeerReason(v any) (involvement.PeerReason, error) {
	s, err := graphql.UnmarshalString(v)
	return involvement.PeerReason(s), err
}
