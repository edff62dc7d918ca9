package report

import (
	"cmp"
	"slices"
	"strings"

	"polehub/web/figure"
)

// families are the families of actors in the order of the guide, with the code of
// their message.
func families() []figure.Family {
	return []figure.Family{figure.ESS, figure.NonESS, figure.ESSUnknown, figure.Network, figure.Authority, figure.PublicBody,
		figure.Research, figure.Training, figure.Other}
}

// strokes are the groups of types of ties, with the networks that have them.
func (m *maker) strokes() []struct {
	key    string
	stroke figure.Stroke
	ties   []pair
} {
	p := m.answer.Pole
	return []struct {
		key    string
		stroke figure.Stroke
		ties   []pair
	}{
		{"pooling", figure.Solid, p.Pooling.links()},
		{"producing", figure.Dashed, p.Producing.links()},
		{"learning", figure.Dotted, p.Learning.links()},
		{"governing", figure.DashDot, p.Governing.links()},
	}
}

// composition is the members by family, in the order of families, then by name.
func (m *maker) composition() Composition {
	page := m.answer.Pole.Members
	c := Composition{Members: page.TotalCount, Families: []Family{}}
	partners := map[string]int{}
	if n := m.answer.Pole.Network; n != nil {
		for _, node := range n.Nodes {
			partners[node.ID] = node.Degree
		}
	}
	byFamily := map[figure.Family][]Member{}
	for _, n := range page.Nodes {
		if n.Organisation == nil {
			continue
		}
		o := n.Organisation
		f := figure.FamilyOf(o.Kind, o.ess())
		byFamily[f] = append(byFamily[f], Member{ID: o.ID, Name: o.Name, Circle: n.Circle, Since: given(n.ValidFrom), Partners: partners[o.ID]})
		c.Shown++
	}
	for _, f := range families() {
		members := byFamily[f]
		if len(members) == 0 {
			continue
		}
		slices.SortFunc(members, func(a, b Member) int {
			return cmp.Or(cmp.Compare(isPartner(a), isPartner(b)), strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
		})
		name := m.text("family." + string(f))
		c.Families = append(c.Families, Family{Code: string(f), Name: name, Share: float64(len(members)) / float64(c.Shown),
			Members: members, Glyph: figure.Glyph(f, 5, "").SVG})
	}
	return c
}

// isPartner puts carriers before all others.
func isPartner(m Member) int {
	if m.Circle == "CARRIER" {
		return 0
	}
	return 1
}

// network is the picture and its rows; nil when the network could not be read.
func (m *maker) network() *Network {
	a := m.answer.Pole.Network
	if a == nil {
		return nil
	}
	n := &Network{Members: len(a.Nodes), Ties: []Tie{}, Unknown: make([][2]string, len(a.UnknownPairs)), Rules: a.Projection}
	for i, p := range a.UnknownPairs {
		n.Unknown[i] = [2]string{p.From, p.To}
	}
	n.Known = n.Members*(n.Members-1)/2 - len(n.Unknown)
	certain := map[pair]bool{}
	for _, p := range slices.Concat(m.answer.Pole.BothSides.links(), m.answer.Pole.Documented.links()) {
		certain[p] = true
	}
	for _, p := range a.Ties {
		tie := Tie{A: p.From, B: p.To, Groups: []string{}, OneSided: !certain[p]}
		for _, s := range m.strokes() {
			if slices.Contains(s.ties, p) {
				tie.Groups = append(tie.Groups, s.key)
			}
		}
		n.Ties = append(n.Ties, tie)
	}
	n.Key = m.key(n)
	n.Map = figure.Map(m.mapSpec(n)).SVG
	return n
}

// fewMembers is up to how many members the map stands on the first page with them.
const fewMembers = 20

// MapFirst says whether the map comes before the measures, which a page can part.
func (r *Report) MapFirst() bool { return r.Network != nil && r.Network.Members <= fewMembers }

// mapHeight is the height of a map that leaves room for other things on its page.
func mapHeight(members int) float64 {
	switch {
	case members > fewMembers:
		return 395
	case members > 8:
		return 340
	}
	return 280
}

// mapSpec draws every organisation and tie of the history of the pole, so that
// nobody moves from one day to another; what is not of the day stays blank.
func (m *maker) mapSpec(n *Network) figure.MapSpec {
	spec := figure.MapSpec{
		Title: m.text("network.title"), Description: m.text("network.caption", "n", len(n.Ties), "known", n.Known, "unknown", len(n.Unknown)),
		Empty: m.text("network.empty"), Undocumented: n.Unknown, Width: 792, Height: mapHeight(n.Members),
	}
	seated := map[string]bool{}
	today := map[string]bool{}
	for _, node := range m.answer.Pole.Network.Nodes {
		today[node.ID] = true
	}
	seat := func(id string, o *organisation) {
		node := figure.Node{ID: id, Name: m.name(id), Look: figure.Blank}
		if o != nil {
			node.Name, node.Family = o.Name, figure.FamilyOf(o.Kind, o.ess())
		}
		if today[id] {
			node.Look = figure.Drawn
		}
		seated[id] = true
		spec.Nodes = append(spec.Nodes, node)
	}
	if h := m.answer.Pole.History; h != nil {
		for _, node := range h.Nodes {
			seat(node.ID, node.Organisation)
		}
		for _, p := range h.Ties {
			spec.Ties = append(spec.Ties, figure.Tie{A: p.From, B: p.To, Hidden: true})
		}
	}
	for _, node := range m.answer.Pole.Network.Nodes {
		if !seated[node.ID] {
			seat(node.ID, node.Organisation)
		}
	}
	for _, member := range m.answer.Pole.Members.Nodes {
		i := slices.IndexFunc(spec.Nodes, func(n figure.Node) bool { return member.Organisation != nil && n.ID == member.Organisation.ID })
		if i >= 0 {
			spec.Nodes[i].Family = figure.FamilyOf(member.Organisation.Kind, member.Organisation.ess())
			spec.Nodes[i].Carrier = member.Circle == "CARRIER"
		}
	}
	for _, t := range n.Ties {
		for _, s := range m.strokes() {
			if slices.Contains(t.Groups, s.key) {
				spec.Ties = append(spec.Ties, figure.Tie{A: t.A, B: t.B, Stroke: s.stroke, OneSide: t.OneSided})
			}
		}
	}
	return spec
}

// key says what the strokes of the map are, with how many pairs have them.
func (m *maker) key(n *Network) []Key {
	var keys []Key
	for _, s := range m.strokes() {
		keys = append(keys, Key{Code: s.key, Name: m.text("strokes." + s.key), Pairs: len(s.ties), Sample: figure.Sample(s.stroke, false).SVG})
	}
	oneSided := 0
	for _, t := range n.Ties {
		if t.OneSided {
			oneSided++
		}
	}
	return append(keys,
		Key{Code: "oneSided", Name: m.text("strokes.oneSided"), Pairs: oneSided, Sample: figure.Sample(figure.Solid, true).SVG},
		Key{Code: "unknown", Name: m.text("strokes.unknown"), Pairs: len(n.Unknown), Sample: figure.UnknownSample().SVG})
}
