package hub

import (
	"context"
	"maps"
	"slices"

	"polehub/analysis"
)

// Limits of a search for paths.
const (
	MaxPathLength        = 10
	MaxPathOrganisations = 20_000 // seen from the two ends together
	maxPathPoles         = 500    // whose unknown pairs are looked through
	maxPaths             = 5
)

// PathQuestion asks how two organisations are linked by cooperation ties on a day.
type PathQuestion struct {
	From, To ID
	At       Date
	Types    []TieType // empty: all
	// MaxLength is the longest path looked for, in ties.
	MaxLength int
}

// Paths are the shortest paths between two organisations.
type Paths struct {
	From, To *Organisation
	At       Date
	// Length is the number of ties of a shortest path; nil when there is none.
	Length *int
	// Paths are the first of the shortest ones, by the ids along them.
	Paths []*Path
	// Total is how many shortest paths there are.
	Total int64
	// Undocumented is how many pairs of organisations, of which it is not known
	// whether they are tied, would make a shorter path by themselves.
	Undocumented int
	// Complete is false when the search met its limits: there may be a path, or a
	// pair, that was not seen.
	Complete bool
	// Seen is how many organisations were met.
	Seen int
}

// Path is a way from one organisation to another.
type Path struct{ Steps []*PathStep }

// PathStep is one pair on the way, with the ties that join it.
type PathStep struct {
	From, To *Organisation
	Ties     []*Tie
}

// Paths looks from both ends at once, all organisations of one distance in a
// constant number of calls to the store. What makes a tie is what makes one in the
// network of a pole under the default projection, in either direction.
func (h *Hub) Paths(ctx context.Context, q PathQuestion) (*Paths, error) {
	if q.MaxLength < 1 || q.MaxLength > MaxPathLength {
		return nil, Invalid("maxLength", "%d is not between 1 and %d", q.MaxLength, MaxPathLength)
	}
	if q.From == q.To {
		return nil, Invalid("to", "is the same organisation as from")
	}
	s := &pathSearch{q: q}
	err := h.Store.View(ctx, func(r Reader) error { return s.search(ctx, r) })
	if err != nil {
		return nil, err
	}
	if err := s.readUnknown(ctx, h); err != nil {
		return nil, err
	}
	s.out.Undocumented = len(s.unknown)
	return s.out, nil
}

// pathSearch is one search.
type pathSearch struct {
	q        PathQuestion
	balls    [2]*ball // around from and to
	expanded map[ID]bool
	ties     map[ID]map[ID][]*Tie // present ties, both ways
	unknown  map[[2]ID]bool       // pairs, smaller id first
	members  map[ID]int           // organisations met, by pole
	out      *Paths
}

// ball is the organisations up to a number of ties away from its centre.
type ball struct {
	distance map[ID]int
	frontier []ID // the last ones, sorted
	radius   int
}

func (s *pathSearch) search(ctx context.Context, r Reader) error {
	s.expanded, s.ties, s.unknown = map[ID]bool{}, map[ID]map[ID][]*Tie{}, map[[2]ID]bool{}
	for k, id := range []ID{s.q.From, s.q.To} {
		s.balls[k] = &ball{distance: map[ID]int{id: 0}, frontier: []ID{id}}
	}
	s.out = &Paths{At: s.q.At, Complete: true}
	if err := s.readEnds(ctx, r); err != nil {
		return err
	}
	a, b := s.balls[0], s.balls[1]
	for s.out.Complete && a.radius+b.radius < s.q.MaxLength && len(a.frontier) > 0 && len(b.frontier) > 0 {
		next, other := a, b
		if len(b.frontier) < len(a.frontier) {
			next, other = b, a
		}
		if err := s.expand(ctx, r, next); err != nil {
			return err
		}
		if slices.ContainsFunc(next.frontier, func(id ID) bool { _, met := other.distance[id]; return met }) {
			s.out.Length = new(a.radius + b.radius)
			break
		}
	}
	if s.out.Length != nil {
		if err := s.list(ctx, r); err != nil {
			return err
		}
	}
	// Pairs that would make a shorter path have ends up to two ties less than it
	// away; without a path, up to one less than the greatest length.
	for _, b := range s.balls {
		for s.out.Complete && b.radius < s.shorter()-1 && len(b.frontier) > 0 {
			if err := s.expand(ctx, r, b); err != nil {
				return err
			}
		}
	}
	s.out.Seen = s.seen()
	return s.readMemberships(ctx, r)
}

// shorter is the greatest length of a path that would be news.
func (s *pathSearch) shorter() int {
	if s.out.Length != nil {
		return *s.out.Length - 1
	}
	return s.q.MaxLength
}

func (s *pathSearch) seen() int {
	n := len(s.balls[0].distance)
	for id := range s.balls[1].distance {
		if _, both := s.balls[0].distance[id]; !both {
			n++
		}
	}
	return n
}

func (s *pathSearch) readEnds(ctx context.Context, r Reader) error {
	ends, err := s.organisations(ctx, r, []ID{s.q.From, s.q.To})
	if err != nil {
		return err
	}
	s.out.From, s.out.To = ends[s.q.From], ends[s.q.To]
	switch {
	case s.out.From == nil:
		return Invalid("from", "no organisation has the id %q", s.q.From)
	case s.out.To == nil:
		return Invalid("to", "no organisation has the id %q", s.q.To)
	}
	return nil
}

func (s *pathSearch) organisations(ctx context.Context, r Reader, ids []ID) (map[ID]*Organisation, error) {
	found, err := r.Find(ctx, OrganisationNoun, ids)
	out := make(map[ID]*Organisation, len(found))
	for i, rec := range found {
		out[ids[i]], _ = rec.(*Organisation)
	}
	return out, err
}

// expand makes a ball one tie larger.
func (s *pathSearch) expand(ctx context.Context, r Reader, b *ball) error {
	fresh := slices.DeleteFunc(slices.Clone(b.frontier), func(id ID) bool { return s.expanded[id] })
	if err := s.readTies(ctx, r, fresh); err != nil {
		return err
	}
	b.radius++
	var next []ID
	for _, id := range b.frontier {
		for other := range s.ties[id] {
			if _, met := b.distance[other]; !met {
				b.distance[other] = b.radius
				next = append(next, other)
			}
		}
	}
	slices.Sort(next)
	b.frontier = next
	s.out.Complete = s.seen() <= MaxPathOrganisations
	return nil
}

// readTies reads the ties of organisations: two calls, and what the projection
// makes of their facts.
func (s *pathSearch) readTies(ctx context.Context, r Reader, ids []ID) error {
	if len(ids) == 0 {
		return nil
	}
	in := analysis.Input{Relations: tieRelations()}
	pairs := map[[2]ID][]*Tie{}
	nodes := map[ID]bool{}
	begin, end := In(TieNoun.Field("fromId"), ids...), In(TieNoun.Field("toId"), ids...)
	for _, ends := range []And{{begin}, {end, Not{begin}}} {
		where := append(ends, InForce(TieNoun, s.q.At))
		if len(s.q.Types) > 0 {
			where = append(where, In(TieNoun.Field("type"), s.q.Types...))
		}
		err := eachRow(ctx, r, Query{Noun: TieNoun, Where: where, With: []*Relation{TieNoun.Relation("observation")}}, func(row Row) {
			t := row.Record.(*Tie)
			observation, _ := row.With[0].(*Observation)
			in.Facts = append(in.Facts, tieFact(t, observation))
			pairs[pairOf(t.FromID, t.ToID)] = append(pairs[pairOf(t.FromID, t.ToID)], t)
			nodes[t.FromID], nodes[t.ToID] = true, true
		})
		if err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(nodes)) {
		in.Nodes = append(in.Nodes, analysis.Node{ID: string(id)})
	}
	n, err := analysis.Project(in, analysis.Projection{AsOf: string(s.q.At), Silence: analysis.AbsentSilence})
	if err != nil {
		return err
	}
	for t := range n.Ties() {
		a, b := ID(n.ID(t.From)), ID(n.ID(t.To))
		s.tie(a, b, pairs[pairOf(a, b)])
		s.tie(b, a, pairs[pairOf(a, b)])
	}
	for i, j := range n.UnknownPairs() { // facts that were not seen for too long
		s.unknown[pairOf(ID(n.ID(i)), ID(n.ID(j)))] = true
	}
	for _, id := range ids {
		s.expanded[id] = true
	}
	return nil
}

func pairOf(a, b ID) [2]ID { return [2]ID{min(a, b), max(a, b)} }

func (s *pathSearch) tie(from, to ID, ties []*Tie) {
	if s.ties[from] == nil {
		s.ties[from] = map[ID][]*Tie{}
	}
	s.ties[from][to] = ties
}

// list counts the shortest paths and gives the first ones by the ids along them.
func (s *pathSearch) list(ctx context.Context, r Reader) error {
	length := *s.out.Length
	// By position along the paths, the organisations there, with the number of ways
	// from each to the end.
	ways := make([]map[ID]int64, length+1)
	ways[length] = map[ID]int64{s.q.To: 1}
	for at := length - 1; at >= 0; at-- {
		ways[at] = map[ID]int64{}
		for next, count := range ways[at+1] {
			for id := range s.ties[next] {
				if s.on(id, at, length) {
					ways[at][id] = min(ways[at][id]+count, 1<<31-1) // as many as an answer can say
				}
			}
		}
	}
	s.out.Total = ways[0][s.q.From]
	var routes [][]ID
	var walk func(route []ID)
	walk = func(route []ID) {
		at := len(route) - 1
		if at == length {
			routes = append(routes, slices.Clone(route))
			return
		}
		for _, next := range slices.Sorted(maps.Keys(s.ties[route[at]])) {
			if len(routes) < maxPaths && ways[at+1][next] > 0 {
				walk(append(route, next))
			}
		}
	}
	walk([]ID{s.q.From})
	ids := slices.Compact(slices.Sorted(slices.Values(slices.Concat(routes...))))
	actors, err := s.organisations(ctx, r, ids)
	if err != nil {
		return err
	}
	for _, route := range routes {
		path := &Path{}
		for k := range length {
			path.Steps = append(path.Steps, &PathStep{From: actors[route[k]], To: actors[route[k+1]], Ties: s.ties[route[k]][route[k+1]]})
		}
		s.out.Paths = append(s.out.Paths, path)
	}
	return nil
}

// on reports whether an organisation can be at a position of a shortest path.
func (s *pathSearch) on(id ID, at, length int) bool {
	from, seen := s.balls[0].distance[id]
	if at <= s.balls[0].radius {
		return seen && from == at
	}
	to, seen := s.balls[1].distance[id]
	return seen && to == length-at
}
