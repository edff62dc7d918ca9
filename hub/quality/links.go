package quality

import (
	"slices"

	"polehub/hub"
)

// link checks a link against the life of both organisations, and remembers it.
func (c *check) link(row hub.Row) {
	for _, end := range row.With {
		c.within(LinkOutsideOrganisation, LinkLeftOpen, row.Record, end)
	}
	c.links = append(c.links, row.Record.(*hub.Link))
}

// cycles raises links of one kind by which, on one day, an organisation is part of
// itself. Each link is named in one circle at most.
func (c *check) cycles() error {
	for _, kind := range []hub.LinkKind{hub.LinkGroup, hub.LinkFederation, ""} {
		links := inCircles(slices.DeleteFunc(slices.Clone(c.links), func(l *hub.Link) bool { return l.Kind != kind }))
		named := map[*hub.Link]bool{}
		for _, l := range links {
			if circle := firstCircle(l, links); !named[l] && circle != nil {
				places := make([]Place, len(circle))
				for i, part := range circle {
					places[i] = at(part, "parentId")
					named[part] = true
				}
				c.raise(LinkCycle, places...)
			}
		}
	}
	return nil
}

// inCircles drops the links that lead nowhere or come from nowhere, until none is
// left that does: what stays are circles, and the ways between them.
func inCircles(links []*hub.Link) []*hub.Link {
	for {
		children, parents := map[hub.ID]bool{}, map[hub.ID]bool{}
		for _, l := range links {
			children[l.ChildID], parents[l.ParentID] = true, true
		}
		before := len(links)
		links = slices.DeleteFunc(links, func(l *hub.Link) bool { return !children[l.ParentID] || !parents[l.ChildID] })
		if len(links) == before {
			return links
		}
	}
}

// firstCircle is the shortest way by links from an organisation back to itself that
// begins with a link, on the first day that there is one; nil when there is none.
func firstCircle(first *hub.Link, links []*hub.Link) []*hub.Link {
	var days []hub.Date
	for _, l := range links {
		if day := max(l.ValidFrom, first.ValidFrom); day.InForce(first.ValidFrom, first.ValidTo) {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	for _, day := range slices.Compact(days) {
		if way := wayUp(first.ParentID, first.ChildID, day, links); way != nil {
			return append([]*hub.Link{first}, way...)
		}
	}
	return nil
}

// wayUp is a shortest way by links in force on a day from an organisation to one that
// it is part of, nil when it is not.
func wayUp(from, to hub.ID, day hub.Date, links []*hub.Link) []*hub.Link {
	up := map[hub.ID][]*hub.Link{}
	for _, l := range links {
		if day.InForce(l.ValidFrom, l.ValidTo) {
			up[l.ChildID] = append(up[l.ChildID], l)
		}
	}
	came := map[hub.ID]*hub.Link{from: nil}
	for queue := []hub.ID{from}; len(queue) > 0; queue = queue[1:] {
		for _, l := range up[queue[0]] {
			if _, met := came[l.ParentID]; !met {
				came[l.ParentID] = l
				queue = append(queue, l.ParentID)
			}
		}
	}
	var way []*hub.Link
	for at := to; at != from; at = way[0].ChildID {
		if came[at] == nil {
			return nil
		}
		way = slices.Insert(way, 0, came[at])
	}
	return way
}

// overlap reports whether two periods have a day in common, where unknown ends are
// open.
func overlap(a, b hub.Period) bool {
	from := max(a.ValidFrom, b.ValidFrom)
	return (a.ValidTo == "" || from < a.ValidTo) && (b.ValidTo == "" || from < b.ValidTo)
}
