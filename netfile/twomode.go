package netfile

import (
	"slices"

	"polehub/analysis"
)

// modeAttribute is the attribute of the node list that tells sorts of nodes apart.
const modeAttribute = "mode"

// TwoMode makes the two-mode network of a layer: sources are rows, targets columns.
// A node of the list that is neither belongs with those of its mode, an attribute
// of the list; without it, or when nodes of one mode are on both sides, the error
// names the node.
func (l *Lists) TwoMode(layer Layer) (*analysis.TwoMode, Counts, error) {
	var side [2]map[int]bool
	for k := range side {
		side[k] = map[int]bool{}
	}
	for _, t := range layer.Ties {
		side[0][t.From], side[1][t.To] = true, true
	}
	if err := l.placeOthers(side); err != nil {
		return nil, Counts{}, err
	}
	var ids [2][]string
	for k := range side {
		for i := range side[k] {
			ids[k] = append(ids[k], l.IDs[i])
		}
	}
	b := analysis.NewTwoModeBuilder(ids[0], ids[1])
	for _, t := range layer.Ties {
		b.Tie(l.IDs[t.From], l.IDs[t.To])
	}
	n, err := b.Build()
	if err != nil {
		return nil, Counts{}, err
	}
	return n, Counts{Rows: len(layer.Ties), Parallels: len(layer.Ties) - n.M()}, nil
}

// placeOthers puts the nodes without ties on the side of their mode.
func (l *Lists) placeOthers(side [2]map[int]bool) error {
	column := slices.Index(l.Attributes, modeAttribute)
	var modes [2]map[string]bool
	for k := range modes {
		modes[k] = map[string]bool{}
		for i := range side[k] {
			if column >= 0 {
				modes[k][l.values[i][column]] = true
			}
		}
	}
	for i, id := range l.IDs {
		if side[0][i] || side[1][i] {
			continue
		}
		mode := ""
		if column >= 0 {
			mode = l.values[i][column]
		}
		if modes[0][mode] == modes[1][mode] {
			return &analysis.InputError{Field: "nodes", Item: id, Msg: "is neither source nor target, and no attribute mode tells which it would be"}
		}
		if modes[0][mode] {
			side[0][i] = true
		} else {
			side[1][i] = true
		}
	}
	return nil
}
