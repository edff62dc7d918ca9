package hub

import "slices"

// GroupHeads maps organisations to the smallest id among those of them that belong to
// the same group in [from, to): whose links of that time lead to one another or to one
// parent. Who belongs to none is its own head.
func (d *Dossier) GroupHeads(ids []ID, from, to Date) map[ID]ID {
	parent := map[ID]ID{}
	root := func(id ID) ID {
		for parent[id] != "" {
			id = parent[id]
		}
		return id
	}
	for _, l := range d.Links {
		if !l.overlaps(from, to) {
			continue
		}
		if a, b := root(l.ChildID), root(l.ParentID); a != b {
			parent[max(a, b)] = min(a, b)
		}
	}
	smallest := map[ID]ID{}
	heads := make(map[ID]ID, len(ids))
	for _, id := range slices.Sorted(slices.Values(ids)) {
		r := root(id)
		if smallest[r] == "" {
			smallest[r] = id
		}
		heads[id] = smallest[r]
	}
	return heads
}
