// Package analysis turns the dated facts of a territorial pole of economic
// cooperation into network indicators. It imports the standard library only and
// knows nothing of storage, HTTP or GraphQL: hub feeds it plain values, and its
// result types are served as GraphQL types without translation.
//
// In names and comments graph always means GraphQL. The mathematical object is a
// [Network], its elements are nodes (actors) and ties (arcs when directed), an
// unordered pair of nodes is a dyad. The way through the package is
//
//	Input, Projection --Project--> *Network --Measure--> []Measure
//
// and beside it there are a [Ledger] of money and contracts, a [Change] between two
// days with the [History] of ties, a [TimeSeries] of either, and a [Survey] of
// ratings, which give measures of the same kind.
//
// [Project] is the one place where dated, typed, partly unknown statements become
// ties; [Network] is immutable and cannot hold loops or parallels, so no formula
// ever runs on the raw multigraph. A [Measure] carries its value together with
// what the value rests on: the projection, the number of nodes and ties, the
// unknown pairs, the bounds those pairs allow, and the reason when there is no
// value. Undefined is a nil value with a [Reason], never 0, NaN or an error.
//
// On request a measure has an [Interval], by drawing its actors anew, and a
// [NullTest] against random networks. All indicators are evaluated on the same
// replicates:
//
//	plan --draw--> drawn --gauge--> values by replicate --> Interval, NullTest
//
// Four rules hold everywhere: membership of one pole never makes a tie; contracts
// make ties only when they are asked for by name; an isolate stays in n; one
// identifier is one formula. Results do not depend on the order of the input.
package analysis

import (
	"cmp"
	"iter"
	"math"
	"math/bits"
	"slices"
	"strconv"
)

// InputError reports data or parameters that the package refuses: an unknown id,
// an unknown code, a malformed day. Field names the parameter or column, Item the
// fact, node or code concerned. Mistakes of the programmer panic instead.
type InputError struct {
	Field, Item, Msg string
}

// Error implements the error interface.
func (e *InputError) Error() string {
	if e.Item == "" {
		return e.Field + ": " + e.Msg
	}
	return e.Field + " " + strconv.Quote(e.Item) + ": " + e.Msg
}

// maxUnknownNodes limits networks that hold unknown pairs, which are kept as one
// bit a pair (32 MB at the limit). Fully known networks have no such limit.
const maxUnknownNodes = 1 << 14

// Network is an immutable network in compressed rows: nodes sorted by id, at most
// one tie on a pair, no loop. Nodes are addressed by their index, 0 to N()-1.
type Network struct {
	directed bool
	ids      []string
	ties     rows      // i→j; both directions of each tie when undirected
	weights  []float64 // parallel to ties.adj; nil when unweighted
	in       rows      // j→i; shares ties when undirected
	under    rows      // an arc either way; shares ties when undirected
	unknown  pairBits
	nUnknown int64
	classes  []classVector // sorted by attribute
	echo     *Echo
	digest   [32]byte
}

// classVector is one attribute joined by id: code[i] indexes names, -1 is unknown.
type classVector struct {
	attribute string
	names     []string // possible classes, sorted
	code      []int16
	distances []float64 // of class a to class b at a·K+b; nil for no table
}

// pairBits is a set of ordered pairs, one bit each; symmetric when undirected.
type pairBits struct {
	stride int
	words  []uint64
}

func (p pairBits) has(i, j int) bool {
	return p.words != nil && p.words[i*p.stride+j>>6]>>(uint(j)&63)&1 == 1
}

// count is the number of pairs i is the first of.
func (p pairBits) count(i int) (pairs int64) {
	if p.words == nil {
		return 0
	}
	for _, w := range p.words[i*p.stride : (i+1)*p.stride] {
		pairs += int64(bits.OnesCount64(w))
	}
	return pairs
}

func (p pairBits) set(i, j int) { p.words[i*p.stride+j>>6] |= 1 << (uint(j) & 63) }

func (p pairBits) flip(i, j int) { p.words[i*p.stride+j>>6] ^= 1 << (uint(j) & 63) }

func (p pairBits) row(i int) []uint64 { return p.words[i*p.stride : (i+1)*p.stride] }

// Tie is one tie of a network, by node index. In an undirected network From < To.
type Tie struct {
	From, To int
	Weight   float64 // 1 in an unweighted network
}

// N returns the number of nodes, isolates included.
func (n *Network) N() int { return len(n.ids) }

// M returns the number of ties: tied dyads, or arcs when directed.
func (n *Network) M() int {
	if n.directed {
		return len(n.ties.adj)
	}
	return len(n.ties.adj) / 2
}

// Directed reports whether ties have an orientation.
func (n *Network) Directed() bool { return n.directed }

// Weighted reports whether ties carry weights. Binary indicators ignore them.
func (n *Network) Weighted() bool { return n.weights != nil }

// ID returns the id of node i.
func (n *Network) ID(i int) string { return n.ids[i] }

// IDs returns all node ids in index order, as a copy.
func (n *Network) IDs() []string { return slices.Clone(n.ids) }

// Index returns the index of the node with this id.
func (n *Network) Index(id string) (int, bool) { return slices.BinarySearch(n.ids, id) }

// Successors returns the indices j with i→j, in increasing order; in an undirected
// network the partners of i. The slice is part of the network: read it only.
func (n *Network) Successors(i int) []int32 { return n.ties.row(i) }

// Predecessors returns the indices j with j→i. Read only.
func (n *Network) Predecessors(i int) []int32 { return n.in.row(i) }

// Neighbors returns the indices tied to i in either direction. Read only.
func (n *Network) Neighbors(i int) []int32 { return n.under.row(i) }

// Degree returns the number of nodes tied to i in either direction.
func (n *Network) Degree(i int) int { return int(n.under.off[i+1] - n.under.off[i]) }

// Tied reports whether there is a tie i→j.
func (n *Network) Tied(i, j int) bool {
	_, ok := slices.BinarySearch(n.ties.row(i), int32(j))
	return ok
}

// Unknown reports whether nothing is known about the pair i→j.
func (n *Network) Unknown(i, j int) bool { return n.unknown.has(i, j) }

// PairsAtRisk returns P, the number of pairs that could be tied: n(n−1)/2 dyads,
// or n(n−1) arcs when directed.
func (n *Network) PairsAtRisk() int64 {
	p := int64(n.N()) * int64(n.N()-1)
	if !n.directed {
		p /= 2
	}
	return p
}

// PairsUnknown returns u, the number of pairs at risk whose state is unknown.
func (n *Network) PairsUnknown() int64 { return n.nUnknown }

// Ties yields every tie in order of From, then To.
func (n *Network) Ties() iter.Seq[Tie] {
	return func(yield func(Tie) bool) {
		for i := range n.N() {
			for k := n.ties.off[i]; k < n.ties.off[i+1]; k++ {
				j := int(n.ties.adj[k])
				if !n.directed && j < i {
					continue
				}
				w := 1.0
				if n.weights != nil {
					w = n.weights[k]
				}
				if !yield(Tie{From: i, To: j, Weight: w}) {
					return
				}
			}
		}
	}
}

// UnknownPairs yields every unknown pair in order of its first, then second node.
// In an undirected network the first is the smaller.
func (n *Network) UnknownPairs() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		if n.nUnknown == 0 {
			return
		}
		for i := range n.N() {
			first := 0
			if !n.directed {
				first = i + 1
			}
			for j := first; j < n.N(); j++ {
				if n.unknown.has(i, j) && !yield(i, j) {
					return
				}
			}
		}
	}
}

// Attributes returns the names of the class attributes, sorted.
func (n *Network) Attributes() []string {
	names := make([]string, len(n.classes))
	for k, c := range n.classes {
		names[k] = c.attribute
	}
	return names
}

// Class returns the class of node i on an attribute; "" when unknown.
func (n *Network) Class(attribute string, i int) string {
	c, ok := n.classVector(attribute)
	if !ok || c.code[i] < 0 {
		return ""
	}
	return c.names[c.code[i]]
}

// Classes returns the possible classes of an attribute, sorted; those without a
// member included.
func (n *Network) Classes(attribute string) []string {
	c, _ := n.classVector(attribute)
	return slices.Clone(c.names)
}

func (n *Network) classVector(attribute string) (classVector, bool) {
	k, ok := slices.BinarySearchFunc(n.classes, attribute, func(c classVector, a string) int { return cmp.Compare(c.attribute, a) })
	if !ok {
		return classVector{}, false
	}
	return n.classes[k], true
}

// Echo returns the projection that made the network; nil for a network made by
// hand with a [Builder].
func (n *Network) Echo() *Echo { return n.echo }

// Without returns the network without the given nodes and their ties, as removal
// of the carrier does. Ids that are not in the network are ignored. The echo of
// the result lists what was removed.
func (n *Network) Without(ids ...string) *Network {
	keep := make([]string, 0, n.N())
	var removed []string
	for _, id := range n.ids {
		if slices.Contains(ids, id) {
			removed = append(removed, id)
		} else {
			keep = append(keep, id)
		}
	}
	b := NewBuilder(n.directed, keep...)
	b.weighted = n.weights != nil
	to := make([]int32, n.N())
	for i, id := range n.ids {
		to[i] = -1
		if k, ok := slices.BinarySearch(keep, id); ok {
			to[i] = int32(k)
		}
	}
	for t := range n.Ties() {
		if from, end := to[t.From], to[t.To]; from >= 0 && end >= 0 {
			b.put(from, end, t.Weight)
		}
	}
	for i, j := range n.UnknownPairs() {
		if from, end := to[i], to[j]; from >= 0 && end >= 0 {
			b.unknown = append(b.unknown, arc{from: from, to: end})
		}
	}
	for _, c := range n.classes {
		kept := classVector{attribute: c.attribute, names: c.names, distances: c.distances}
		for i, code := range c.code {
			if to[i] >= 0 {
				kept.code = append(kept.code, code)
			}
		}
		b.vectors = append(b.vectors, kept)
	}
	if n.echo != nil {
		echo := *n.echo
		echo.Removed = slices.Sorted(slices.Values(slices.Concat(echo.Removed, removed)))
		b.echo = &echo
	}
	return b.freeze()
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
