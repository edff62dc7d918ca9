// Package netfile reads networks that people keep as files: an edge list with the
// columns layer, source, target and weight, and a node list whose first column is
// the id and whose others are attributes, both in CSV. It checks every row and
// gives nothing when one is bad; [Lists.Network] makes an [analysis.Network] of a
// layer. The hub's own facts, with dates and sources, are read by package seed.
package netfile

import (
	"fmt"
	"io"
	"slices"

	"polehub/analysis"
)

// Error is a row or a cell that cannot be used. Line counts from 1, the header;
// Field is the column, empty when the row as a whole is bad.
type Error struct {
	File  string
	Line  int
	Field string
	Value string
	Msg   string
}

// Error implements the error interface.
func (e *Error) Error() string {
	at := fmt.Sprintf("%s, line %d", e.File, e.Line)
	if e.Field != "" {
		at += fmt.Sprintf(", %s %.60q", e.Field, e.Value)
	}
	return at + ": " + e.Msg
}

// File is a file to read, with the name that errors give it.
type File struct {
	Name string
	Text io.Reader
}

// Lists are an edge list and a node list as read.
type Lists struct {
	// IDs are the nodes, sorted: those of the node list, or without one the ends
	// of the ties.
	IDs []string
	// Attributes are the columns of the node list behind the id, as they stand.
	Attributes []string
	// Layers are the layers of the edge list, in order of their first row.
	Layers []Layer
	// Unread are the columns of the edge list that mean nothing here.
	Unread []string

	values [][]string // by node, as in IDs, then by attribute
}

// Layer is the rows of one layer.
type Layer struct {
	Name string
	Ties []analysis.Tie // by index into IDs; loops and parallels as they stand
}

// DefaultLayer is the layer of an edge list that names none.
const DefaultLayer = "tie"

// Options say how a layer becomes a network; the files do not.
type Options struct {
	Directed bool   // source → target; else a row is a tie whichever end comes first
	Weighted bool   // use the weights; those of rows on one pair add up
	Class    string // attribute whose values are classes; "" for none
}

// Counts are the rows of a layer that make no tie of their own.
type Counts struct {
	Rows      int
	Loops     int // source and target are one node: dropped
	Parallels int // the pair has an earlier row: merged with it
	BothWays  int // undirected only: pairs with rows in both directions
}

// Layer returns the layer of a name.
func (l *Lists) Layer(name string) (Layer, bool) {
	k := slices.IndexFunc(l.Layers, func(layer Layer) bool { return layer.Name == name })
	if k < 0 {
		return Layer{}, false
	}
	return l.Layers[k], true
}

// Network makes the network of a layer on all nodes. Pairs without a row are not
// tied, which is known: a list leaves nothing unknown. The error names an
// attribute that the node list does not have, or a limit of the network.
func (l *Lists) Network(layer Layer, o Options) (*analysis.Network, Counts, error) {
	b := analysis.NewBuilder(o.Directed, l.IDs...)
	if o.Class != "" {
		column := slices.Index(l.Attributes, o.Class)
		if column < 0 {
			return nil, Counts{}, &analysis.InputError{Field: "class", Item: o.Class, Msg: fmt.Sprintf("is no attribute of the nodes, which have %q", l.Attributes)}
		}
		for i, id := range l.IDs {
			b.Class(o.Class, id, l.values[i][column])
		}
	}
	b.Grow(len(layer.Ties))
	counts := Counts{Rows: len(layer.Ties)}
	for _, t := range layer.Ties {
		if t.From == t.To {
			counts.Loops++
		}
		if o.Weighted {
			b.WeightedTie(l.IDs[t.From], l.IDs[t.To], t.Weight)
		} else {
			b.TieAt(t.From, t.To)
		}
	}
	n, err := b.Build()
	if err != nil {
		return nil, Counts{}, err
	}
	counts.Parallels = counts.Rows - counts.Loops - n.M()
	if !o.Directed && counts.Parallels > 0 {
		counts.BothWays = bothWays(layer.Ties)
	}
	return n, counts, nil
}

// bothWays counts the pairs that have a row in each direction.
func bothWays(ties []analysis.Tie) int {
	arcs := make([][2]int, 0, len(ties))
	for _, t := range ties {
		arcs = append(arcs, [2]int{t.From, t.To})
	}
	compare := func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }
	slices.SortFunc(arcs, compare)
	arcs = slices.Compact(arcs)
	pairs := 0
	for _, a := range arcs {
		if a[0] < a[1] {
			if _, found := slices.BinarySearchFunc(arcs, [2]int{a[1], a[0]}, compare); found {
				pairs++
			}
		}
	}
	return pairs
}
