package hub

import (
	"context"
	"encoding/json"
	"errors"
	"sync"

	"polehub/analysis"
)

// The class attributes of the members of a network.
const (
	AttributeKind   = "KIND"
	AttributeESS    = "ESS"
	AttributePublic = "PUBLIC"
)

// PoleNetwork is the network of one pole on one day, under one projection; or that
// of several poles as one.
type PoleNetwork struct {
	PoleID ID // empty for several poles
	// AsOf is the day of the projection.
	AsOf Date
	// Revision is the state of the hub it was read from.
	Revision Revision
	Network  *analysis.Network
	// Members are the organisations of the perimeter, by id; after collapsing
	// groups the network has fewer nodes.
	Members []*Organisation
	// PolesOf are the poles of each member, sorted; only for several poles.
	PolesOf map[ID][]ID

	made sync.Map // by what it is
}

// Made gives what build makes of a network, once for all callers that ask by the
// same name: read only. What was made when the time was up is not kept.
func Made[T any](ctx context.Context, n *PoleNetwork, what string, build func() *T) *T {
	if v, done := n.made.Load(what); done {
		return v.(*T)
	}
	v := build()
	if ctx.Err() == nil {
		n.made.Store(what, v)
	}
	return v
}

// Networks gives the network of each pole under a projection, in the order of
// ids; nil where there is no such pole. Perimeter is filled in here, AsOf or From
// and To must be given. The number of calls to the store does not depend on the
// number of poles. A refused projection is BadUserInput naming the parameter. The
// results are shared with other callers: read only.
func (h *Hub) Networks(ctx context.Context, ids []ID, p analysis.Projection) ([]*PoleNetwork, error) {
	return perPole(ctx, h, ids, projectionKey(p), func(ctx context.Context, r Reader, revision Revision, ids []ID, into map[ID]*PoleNetwork) error {
		f, err := readNetworkFacts(ctx, r, ids, p)
		if err != nil {
			return err
		}
		return eachPole(ctx, f.there(ids), into, func(pole ID) (*PoleNetwork, error) {
			n, err := f.project(p, pole)
			if n != nil {
				n.Revision = revision
			}
			return n, err
		})
	})
}

// projectionKey is a text that differs for different projections.
func projectionKey(p analysis.Projection) string {
	p.Perimeter = nil
	// A struct of texts, lists and numbers always encodes.
	key, _ := json.Marshal(p)
	return string(key)
}

// projectionError turns a refusal of package analysis into a coded error.
func projectionError(err error) error {
	if bad, ok := errors.AsType[*analysis.InputError](err); ok {
		return &Error{Code: BadUserInput, Field: "projection." + bad.Field, Msg: bad.Error()}
	}
	return err
}
