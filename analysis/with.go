package analysis

import (
	"cmp"
	"slices"
)

// With returns the network with further nodes and ties between any two, as a
// thought experiment does. A tie weighs 1; on a pair that is tied already it adds
// to the weight, and changes nothing without weights. What a newcomer has to do with
// all others is as unknown, or as absent, as the projection has it for pairs of
// which nobody said anything; absent without a projection. The echo of the result
// lists the newcomers. The error is an [*InputError]: a newcomer who is there, an end
// that is not, a loop, or too many nodes.
func (n *Network) With(nodes []Node, ties [][2]string) (*Network, error) {
	ids := slices.Clone(n.ids)
	for _, newcomer := range nodes {
		if _, there := n.Index(newcomer.ID); there {
			return nil, &InputError{Field: "nodes", Item: newcomer.ID, Msg: "is in the network"}
		}
		ids = append(ids, newcomer.ID)
	}
	b := NewBuilder(n.directed, ids...)
	b.weighted = n.weights != nil
	to := make([]int32, n.N())
	for i, id := range n.ids {
		k, _ := slices.BinarySearch(b.ids, id)
		to[i] = int32(k)
	}
	for t := range n.Ties() {
		b.put(to[t.From], to[t.To], t.Weight)
	}
	for _, t := range ties {
		if t[0] == t[1] {
			b.fail("ties", t[0], "is tied to itself")
		}
		b.Tie(t[0], t[1])
	}
	for i, j := range n.UnknownPairs() {
		b.unknown = append(b.unknown, arc{from: to[i], to: to[j]})
	}
	b.newcomers(n, nodes)
	b.vectors = n.classesWith(b.ids, nodes)
	if n.echo != nil {
		echo := *n.echo
		for _, newcomer := range nodes {
			echo.Added = append(slices.Clip(echo.Added), newcomer.ID)
		}
		slices.Sort(echo.Added)
		b.echo = &echo
	}
	return b.finish()
}

// newcomers marks what is unknown of them.
func (b *Builder) newcomers(n *Network, nodes []Node) {
	if n.echo == nil || n.echo.Projection.Silence != UnknownSilence {
		return
	}
	for _, newcomer := range nodes {
		i := b.node("nodes", newcomer.ID)
		for j := range int32(len(b.ids)) {
			if i != j {
				b.unknown = append(b.unknown, arc{from: i, to: j}, arc{from: j, to: i})
			}
		}
	}
}

// classesWith are the classes of nodes that are in the network or newcomers.
func (n *Network) classesWith(ids []string, nodes []Node) []classVector {
	classes := map[string]map[string]string{}
	for _, newcomer := range nodes {
		classes[newcomer.ID] = newcomer.Classes
	}
	vectors := slices.Clone(n.classes)
	for k, c := range vectors {
		code := make([]int16, len(ids))
		for i, id := range ids {
			if old, there := n.Index(id); there {
				code[i] = c.code[old]
				continue
			}
			at, known := slices.BinarySearchFunc(c.names, classes[id][c.attribute], cmp.Compare[string])
			if code[i] = int16(at); !known {
				code[i] = -1
			}
		}
		vectors[k].code = code
	}
	return vectors
}
