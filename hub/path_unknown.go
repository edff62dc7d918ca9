package hub

import (
	"context"
	"maps"
	"slices"

	"polehub/analysis"
)

// readMemberships reads how many of the organisations near are members of a pole.
func (s *pathSearch) readMemberships(ctx context.Context, r Reader) error {
	s.members = map[ID]int{}
	near := s.near()
	if len(near) == 0 {
		return nil
	}
	return eachRow(ctx, r, Query{
		Noun:   MembershipNoun,
		Where:  And{In(MembershipNoun.Field("organisationId"), near...), InForce(MembershipNoun, s.q.At)},
		Fields: fieldsNamed(MembershipNoun, "poleId"),
	}, func(row Row) {
		s.members[row.Record.(*Membership).PoleID]++
	})
}

// near are the organisations that can be an end of a pair that makes a shorter
// path.
func (s *pathSearch) near() []ID {
	met := map[ID]bool{}
	for _, b := range s.balls {
		for id, distance := range b.distance {
			if distance < s.shorter() {
				met[id] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(met))
}

// readUnknown keeps the unknown pairs that would make a shorter path: those found
// on the way, and those of the poles of the organisations met. A pair that one pole
// knows is known.
func (s *pathSearch) readUnknown(ctx context.Context, h *Hub) error {
	var poles []ID
	for _, pole := range slices.Sorted(maps.Keys(s.members)) {
		if s.members[pole] > 1 { // else there is no pair
			poles = append(poles, pole)
		}
	}
	if len(poles) > maxPathPoles {
		poles, s.out.Complete = poles[:maxPathPoles], false
	}
	p := analysis.Projection{AsOf: string(s.q.At)}
	for _, t := range s.q.Types {
		p.Relations = append(p.Relations, string(t))
	}
	networks, err := h.Networks(ctx, poles, p)
	if err != nil {
		return err
	}
	of := map[ID][]*analysis.Network{}
	for _, n := range networks {
		if n == nil { // gone since
			continue
		}
		for _, id := range n.Network.IDs() {
			of[ID(id)] = append(of[ID(id)], n.Network)
		}
		for i, j := range n.Network.UnknownPairs() {
			if a, b := ID(n.Network.ID(i)), ID(n.Network.ID(j)); s.shortens(a, b) || s.shortens(b, a) {
				s.unknown[pairOf(a, b)] = true
			}
		}
	}
	maps.DeleteFunc(s.unknown, func(pair [2]ID, _ bool) bool {
		known := func(n *analysis.Network) bool {
			i, _ := n.Index(string(pair[0]))
			j, there := n.Index(string(pair[1]))
			return there && !n.Unknown(i, j)
		}
		return !s.shortens(pair[0], pair[1]) && !s.shortens(pair[1], pair[0]) || slices.ContainsFunc(of[pair[0]], known)
	})
	return nil
}

// shortens reports whether a tie would lead from one end to the other by a shorter
// path.
func (s *pathSearch) shortens(a, b ID) bool {
	from, seen := s.balls[0].distance[a]
	to, met := s.balls[1].distance[b]
	return seen && met && from+1+to <= s.shorter()
}
