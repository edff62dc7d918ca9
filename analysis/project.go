package analysis

import (
	"cmp"
	"slices"
)

// Project turns facts into a network by the steps of the projection, in their
// fixed order: members, types, duplicates, validity, state of each pair and type,
// contracts to pairs, groups, loops, carrier, perimeter, direction, collapse. The
// counts of what each step dropped are in the network's [Echo].
//
// States of one pair combine by three-valued logic. Over types and over the two
// directions of [Either], PRESENT > UNKNOWN > ABSENT; over the two directions of
// [Both], asked of each type by itself, ABSENT > UNKNOWN > PRESENT.
//
// The error is an [*InputError]: a code or day that is refused, or a node twice.
func Project(in Input, p Projection) (*Network, error) {
	p, err := p.resolve(in)
	if err != nil {
		return nil, err
	}
	j := &projector{in: in, p: p, echo: &Echo{Projection: p, Inclusion: p.inclusion()}}
	j.when, _ = p.when()
	j.take = j.expand
	for _, step := range []func() error{j.members, j.types, j.groups, j.facts, j.contracts, j.observations} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return j.network()
}

// projector is the state of one projection.
type projector struct {
	in   Input
	p    Projection
	echo *Echo
	when period                                   // of one day for a day
	take func(c Contract, kind int32, s Standing) // what becomes of a contract in force

	nodes []Node   // members, by id
	ids   []string // their ids
	group []int32  // node → index in out; -1 is the removed carrier
	out   []string // ids of the network's nodes
	head  []int32  // node of out → member whose classes it has; -1 is none

	kinds      []kind
	statements []statement
	surveys    []survey
}

// kind is a type asked for: a cooperation type or a contract type.
type kind struct {
	code     string
	contract bool
	directed bool
}

// statement is one fact, or one pair of a contract, in force on the day. Ends of a
// symmetric kind are in order of id.
type statement struct {
	kind     int32
	from, to int32 // members; -1 is outside the perimeter
	key      string
	a, b     string // ids of the ends
	bits     testimony
	weight   float64 // 1/(k−1)
}

// survey is an observation in use, by member index.
type survey struct {
	covers   []bool // by kind
	roster   []int32
	answered []bool // by member
}

func (j *projector) members() error {
	for _, n := range j.in.Nodes {
		if len(j.p.Circles) > 0 && !slices.ContainsFunc(n.Circles, func(c string) bool { return slices.Contains(j.p.Circles, c) }) {
			j.echo.Dropped.OtherCircles++
			continue
		}
		j.nodes = append(j.nodes, n)
	}
	slices.SortFunc(j.nodes, func(a, b Node) int { return cmp.Compare(a.ID, b.ID) })
	for i, n := range j.nodes {
		if n.ID == "" || i > 0 && n.ID == j.nodes[i-1].ID {
			return &InputError{Field: "nodes", Item: n.ID, Msg: "an id is empty or given twice"}
		}
		j.ids = append(j.ids, n.ID)
	}
	if len(j.ids) > maxUnknownNodes {
		return &InputError{Field: "nodes", Msg: "too many members for one network"}
	}
	j.echo.Members = len(j.nodes)
	return nil
}

func (j *projector) member(id string) int32 {
	if i, ok := slices.BinarySearch(j.ids, id); ok {
		return int32(i)
	}
	return -1
}

func (j *projector) types() error {
	for _, code := range j.p.Relations {
		k := slices.IndexFunc(j.in.Relations, func(r Relation) bool { return r.Code == code })
		j.kinds = append(j.kinds, kind{code: code, directed: j.in.Relations[k].Directed})
	}
	for _, code := range j.p.Contracts {
		j.kinds = append(j.kinds, kind{code: code, contract: true, directed: j.p.Expansion == ByRole})
	}
	return nil
}

func (j *projector) kind(code string, contract bool) int32 {
	return int32(slices.IndexFunc(j.kinds, func(k kind) bool { return k.code == code && k.contract == contract }))
}

// groups maps members to the nodes of the network.
func (j *projector) groups() error {
	j.group = make([]int32, len(j.nodes))
	for i := range j.group {
		j.group[i] = int32(i)
	}
	head := slices.Clone(j.group)
	if j.p.Groups == Collapse {
		j.group, head = ownershipGroups(j.ids, j.in.Ownership)
	}
	removed := make([]bool, len(j.nodes))
	if j.p.Carrier == WithoutCarrier {
		for i, n := range j.nodes {
			removed[j.group[i]] = removed[j.group[i]] || n.Carrier
		}
	}
	index := make([]int32, len(j.nodes))
	for i := range j.nodes {
		root := j.group[i]
		switch {
		case removed[root]:
			index[i] = -1
		case int(root) == i:
			index[i] = int32(len(j.out))
			j.out = append(j.out, j.ids[i])
			j.head = append(j.head, head[i])
		default:
			index[i] = index[root]
		}
	}
	j.group = index
	return nil
}

// ownershipGroups joins members linked by ownership, also through organisations
// outside the perimeter. It returns for each member the smallest member of its
// group, and for that one the member at the head: the only organisation of the
// group without a parent, -1 when there are several or it is not a member.
func ownershipGroups(ids []string, links []Ownership) (root, head []int32) {
	all := slices.Clone(ids) // members first, then others, so that roots are members
	index := make(map[string]int32, len(ids))
	for i, id := range ids {
		index[id] = int32(i)
	}
	at := func(id string) int32 {
		i, ok := index[id]
		if !ok {
			i = int32(len(all))
			index[id] = i
			all = append(all, id)
		}
		return i
	}
	type link struct{ child, parent int32 }
	joined := make([]link, 0, len(links))
	for _, l := range links {
		if l.Child != l.Parent {
			joined = append(joined, link{at(l.Child), at(l.Parent)})
		}
	}
	sets := newForest(len(all))
	owned := make([]bool, len(all))
	for _, l := range joined {
		sets.join(l.child, l.parent)
		owned[l.child] = true
	}
	top := make([]int32, len(all))
	for i := range top {
		top[i] = -2 // no head seen yet
	}
	root = make([]int32, len(ids))
	for i := range all {
		r := sets.find(int32(i))
		if i < len(ids) {
			root[i] = r
		}
		if owned[i] {
			continue
		}
		switch {
		case top[r] == -2 && i < len(ids):
			top[r] = int32(i)
		default:
			top[r] = -1
		}
	}
	for i := range top {
		top[i] = max(top[i], -1)
	}
	return root, top[:len(ids)]
}

// network combines the states of all kinds and freezes the result.
func (j *projector) network() (*Network, error) {
	t := newTally(j)
	for k := range j.kinds {
		t.add(int32(k))
	}
	b := NewBuilder(j.p.Direction == Arcs, j.out...)
	b.weighted = j.p.Weight != Unweighted
	t.fill(b)
	if err := j.classes(b); err != nil {
		return nil, err
	}
	j.echo.Sources = sortedSet(j.echo.Sources)
	b.echo = j.echo
	return b.freeze(), nil
}

// classes hands the classes of the nodes to the builder.
func (j *projector) classes(b *Builder) error {
	for _, a := range j.in.Attributes {
		b.Possible(a.Name, a.Possible...)
		for _, d := range a.Distances {
			b.Distance(a.Name, d.Class, d.Other, d.Distance)
		}
		for i, h := range j.head {
			if h >= 0 {
				b.Class(a.Name, j.out[i], j.nodes[h].Classes[a.Name])
			}
		}
	}
	b.joinClasses()
	return b.err
}
