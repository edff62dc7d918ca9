package actor

import (
	"polehub/graph/relay"
	"polehub/hub"
)

// NetworkNode is a member in a network.
type NetworkNode struct {
	ID           hub.ID
	Organisation Organisation
	Degree       int
	Classes      []*relay.NodeClass
}
