package graph

import (
	"context"
	"encoding/json"

	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// The greatest network that is shown and measured here.
const (
	maxNetwork = 1000   // nodes
	maxPairs   = 20_000 // in one list of ties or pairs
)

// project gives the network of a pole, read for all sibling poles together.
func (r *Resolver) project(ctx context.Context, pole *hub.Pole, p analysis.Projection) (*hub.PoleNetwork, error) {
	// A struct of texts, lists and numbers always encodes.
	key, _ := json.Marshal(p)
	networks, err := load.PerCohort(ctx, pole, "network "+string(key), func(ids []hub.ID) (map[hub.ID]*hub.PoleNetwork, error) {
		all, err := r.hub.Networks(ctx, ids, p)
		byPole := make(map[hub.ID]*hub.PoleNetwork, len(all))
		var members []*hub.Organisation
		for i, n := range all {
			byPole[ids[i]] = n
			if n != nil {
				members = append(members, n.Members...)
			}
		}
		load.Join(ctx, members)
		return byPole, err
	})
	return networks[pole.ID], err
}

// projection reads the argument of that name; its names are those of package
// analysis.
func projection(ctx context.Context) (analysis.Projection, error) {
	var p struct {
		analysis.Projection
		AsOf *string
	}
	data, err := json.Marshal(rawArguments(ctx)["projection"])
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	if err != nil {
		return p.Projection, hub.Invalid("projection", "%v", err)
	}
	if p.AsOf != nil || p.From+p.To == "" {
		day, err := load.From(ctx).Day(p.AsOf)
		if err != nil {
			return p.Projection, inArgument(err, "projection.asOf")
		}
		p.Projection.AsOf = string(day)
	}
	for field, day := range map[string]string{"projection.from": p.From, "projection.to": p.To} {
		if _, err := load.From(ctx).Day(&day); day != "" && err != nil {
			return p.Projection, inArgument(err, field)
		}
	}
	return p.Projection, nil
}

// network gives the network of a pole under the projection asked for.
func (r *Resolver) network(ctx context.Context, pole *hub.Pole) (*hub.PoleNetwork, error) {
	p, err := projection(ctx)
	if err != nil {
		return nil, err
	}
	return r.project(ctx, pole, p)
}

func (r *Resolver) density(ctx context.Context, pole *hub.Pole, at *string, types []hub.TieType) (*analysis.Measure, error) {
	day, err := load.From(ctx).Day(at)
	if err != nil {
		return nil, err
	}
	if types != nil && len(types) == 0 {
		return nil, hub.Invalid("types", "names no type: leave it out for all")
	}
	p := analysis.Projection{AsOf: string(day)}
	for _, t := range types {
		p.Relations = append(p.Relations, string(t))
	}
	n, err := r.project(ctx, pole, p)
	if err != nil || n == nil {
		return nil, err
	}
	return hub.Made(ctx, n, "density", func() *analysis.Measure {
		return &n.Network.Measure(ctx, []analysis.Indicator{analysis.Density}, analysis.Options{})[0]
	}), nil
}

func (r *Resolver) mix(ctx context.Context, pole *hub.Pole, at *string, by string) (*relay.Mix, error) {
	day, err := load.From(ctx).Day(at)
	if err != nil {
		return nil, err
	}
	n, err := r.project(ctx, pole, analysis.Projection{AsOf: string(day)})
	if err != nil || n == nil {
		return nil, err
	}
	return hub.Made(ctx, n, "mix by "+by, func() *relay.Mix {
		m := &relay.Mix{By: by, At: day, Members: n.Network.N()}
		for _, measure := range n.Network.Measure(ctx, []analysis.Indicator{
			analysis.Composition, analysis.Blau, analysis.BlauUnbiased, analysis.IQV, analysis.Hill1, analysis.EIIndex,
		}, analysis.Options{Attributes: []string{by}}) {
			m.Add(&measure)
		}
		return m
	}), nil
}

// Limits of the replicates that are drawn for a request.
const (
	minReplicates = 99
	maxReplicates = 9999
)

func checkReplicates(n int) error {
	if n < minReplicates || n > maxReplicates {
		return hub.Invalid("replicates", "must be %d to %d, not %d", minReplicates, maxReplicates, n)
	}
	return nil
}

// checkDraws refuses what a request may not ask for.
func checkDraws(opts analysis.Options) error {
	if !(opts.Level >= .5 && opts.Level <= .999) {
		return hub.Invalid("level", "must be .5 to .999, not %g", opts.Level)
	}
	return checkReplicates(opts.Replicates)
}

// measures computes the indicators asked for on a network: all when ids is nil.
func measures(ctx context.Context, n *hub.PoleNetwork, ids []analysis.Indicator, opts analysis.Options) ([]*analysis.Measure, error) {
	if n.PoleID != "" || opts.Nodes { // those of several poles have a limit of their own, without nodes
		if err := tooLarge(n, 0, ""); err != nil {
			return nil, err
		}
	}
	if err := checkDraws(opts); err != nil {
		return nil, err
	}
	if opts.Sample < 1 || opts.Sample > maxNetwork {
		return nil, hub.Invalid("sample", "must be 1 to %d, not %d", maxNetwork, opts.Sample)
	}
	if ids != nil && len(ids) == 0 {
		return nil, nil
	}
	if err := onlyOf(analysis.SubjectNetwork, ids); err != nil {
		return nil, err
	}
	var out []*analysis.Measure
	err := load.Compute(ctx, func() {
		all := n.Network.Measure(ctx, ids, opts)
		out = make([]*analysis.Measure, len(all))
		for i := range all {
			out[i] = &all[i]
		}
	})
	return out, err
}

// orZero is what an argument that may be absent points to.
func orZero[T any](v *T) (zero T) {
	if v == nil {
		return zero
	}
	return *v
}

// orNil is a text that may be absent.
func orNil(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// onlyOf refuses indicators that are measured of something else. Those of another
// kind of networks have a reason for having no value.
func onlyOf(subject analysis.Subject, ids []analysis.Indicator) error {
	for _, id := range ids {
		if d, ok := analysis.DefinitionOf(id); ok && d.Subject != subject && !(d.Subject.OfNetworks() && subject.OfNetworks()) {
			return hub.Invalid("ids", "%s is measured of %s, not of %s", id, d.Subject, subject)
		}
	}
	return nil
}

// tooLarge refuses networks with too many nodes, and lists of it that would have
// too many items.
func tooLarge(n *hub.PoleNetwork, items int, what string) error {
	of := string(n.PoleID)
	if of == "" {
		of = "these poles"
	}
	if nodes := n.Network.N(); nodes > maxNetwork {
		return hub.Invalid("", "the network of %s has %d nodes: at most %d are shown", of, nodes, maxNetwork)
	}
	if items > maxPairs {
		return hub.Invalid("", "the network of %s has %d %s: at most %d are shown", of, items, what, maxPairs)
	}
	return nil
}

func networkNodes(n *hub.PoleNetwork) ([]*actor.NetworkNode, error) {
	if err := tooLarge(n, 0, ""); err != nil {
		return nil, err
	}
	return actor.NetworkNodes(n), nil
}

func networkTies(n *hub.PoleNetwork) ([]*relay.NetworkTie, error) {
	if err := tooLarge(n, n.Network.M(), "ties"); err != nil {
		return nil, err
	}
	ties := make([]*relay.NetworkTie, 0, n.Network.M())
	for t := range n.Network.Ties() {
		ties = append(ties, &relay.NetworkTie{From: hub.ID(n.Network.ID(t.From)), To: hub.ID(n.Network.ID(t.To)), Weight: t.Weight})
	}
	return ties, nil
}

func unknownPairs(n *hub.PoleNetwork) ([]*relay.NetworkPair, error) {
	if err := tooLarge(n, int(n.Network.PairsUnknown()), "unknown pairs"); err != nil {
		return nil, err
	}
	pairs := make([]*relay.NetworkPair, 0, n.Network.PairsUnknown())
	for i, j := range n.Network.UnknownPairs() {
		pairs = append(pairs, &relay.NetworkPair{From: hub.ID(n.Network.ID(i)), To: hub.ID(n.Network.ID(j))})
	}
	return pairs, nil
}
