package hub

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"sync"
	"time"

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
}

// Bounds of the cache of networks: how many, and for how long. The age matters
// when other programs write into the database, which moves no revision.
const (
	maxCachedNetworks = 4096
	maxNetworkAge     = time.Minute
)

// networkCache keeps the networks of one revision. A write moves the revision,
// which empties it; so does age.
type networkCache struct {
	mu       sync.Mutex
	revision Revision
	since    time.Time
	networks map[networkKey]*PoleNetwork
}

type networkKey struct {
	pole       ID
	projection string
}

// get returns what is cached of poles, and the others.
func (c *networkCache) get(now time.Time, revision Revision, projection string, poles []ID) (map[ID]*PoleNetwork, []ID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.revision != revision || len(c.networks) > maxCachedNetworks || now.Sub(c.since) > maxNetworkAge {
		c.revision, c.since, c.networks = revision, now, map[networkKey]*PoleNetwork{}
	}
	found := make(map[ID]*PoleNetwork, len(poles))
	var missing []ID
	for _, id := range poles {
		if n, ok := c.networks[networkKey{id, projection}]; ok {
			found[id] = n
		} else {
			missing = append(missing, id)
		}
	}
	return found, missing
}

func (c *networkCache) put(revision Revision, projection string, networks map[ID]*PoleNetwork) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.revision != revision {
		return
	}
	for id, n := range networks {
		c.networks[networkKey{id, projection}] = n
	}
}

// Networks gives the network of each pole under a projection, in the order of
// ids; nil where there is no such pole. Perimeter is filled in here, AsOf must
// be given. The number of calls to the store does not depend on the number of
// poles. A refused projection is BadUserInput naming the parameter. The results
// are shared with other callers: read only.
func (h *Hub) Networks(ctx context.Context, ids []ID, p analysis.Projection) ([]*PoleNetwork, error) {
	key := projectionKey(p)
	revision, err := h.Store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	wanted := slices.Compact(slices.Sorted(slices.Values(ids)))
	networks, missing := h.networks.get(h.Clock(), revision, key, wanted)
	if len(missing) > 0 {
		fresh := map[ID]*PoleNetwork{}
		err := h.Store.View(ctx, func(r Reader) error {
			clear(fresh)
			current, err := r.Revision(ctx)
			if err != nil {
				return err
			}
			if current != revision { // a write came between: one answer, one revision
				revision = current
				networks, missing = h.networks.get(h.Clock(), revision, key, wanted)
			}
			return readNetworks(ctx, r, missing, p, fresh)
		})
		if err != nil {
			return nil, err
		}
		for _, n := range fresh {
			n.Revision = revision
		}
		h.networks.put(revision, key, fresh)
		maps.Copy(networks, fresh)
	}
	out := make([]*PoleNetwork, len(ids))
	for i, id := range ids {
		out[i] = networks[id]
	}
	return out, nil
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
