package actor

import "polehub/hub"

// SharedMember is an organisation that is a member of several poles.
type SharedMember struct {
	Organisation Organisation
	Poles        []*hub.Pole
}

// PoleLink is what joins two poles.
type PoleLink struct {
	From, To            *hub.Pole
	SharedMembers, Ties int
}
