package analysis

import (
	"crypto/sha256"
	"iter"
	"math"
	"slices"
)

// Mode is one of the two sets of nodes of a [TwoMode].
type Mode string

// Modes: the organisations, and what they take part in.
const (
	RowMode    Mode = "ROWS"
	ColumnMode Mode = "COLUMNS"
)

// TwoMode is an immutable two-mode network: rows are organisations, columns the
// contracts, texts or groups they take part in, and every tie joins a row to a column.
// Both sets are explicit, so that a row without a column stays, and a column without a
// row. Taking part in one thing is no tie between organisations: [TwoMode.OneMode]
// makes one only when asked, and then a column of k rows is a clique.
type TwoMode struct {
	net     *Network // rows, then columns, tied across
	rows    int
	classes []classVector // of the rows
}

// TwoModeBuilder collects the ties of a two-mode network. The first bad call is
// remembered and returned by [TwoModeBuilder.Build].
type TwoModeBuilder struct {
	b       *Builder
	rows    []string
	columns []string
}

// NewTwoModeBuilder starts a network on the given rows and columns, in any order;
// repeated ids are one node. A row and a column may have the same id.
func NewTwoModeBuilder(rows, columns []string) *TwoModeBuilder {
	t := &TwoModeBuilder{b: &Builder{}, rows: sortedSet(rows), columns: sortedSet(columns)}
	t.b.ids = slices.Concat(t.rows, t.columns)
	if slices.Contains(t.b.ids, "") {
		t.b.fail("nodes", "", "a node has an empty id")
	}
	return t
}

// Tie says that a row takes part in a column. Repeated ties are one.
func (t *TwoModeBuilder) Tie(row, column string) {
	t.b.arcs = append(t.b.arcs, t.cell("tie", row, column))
}

// Unknown says that nobody knows whether a row takes part in a column. A tie wins.
func (t *TwoModeBuilder) Unknown(row, column string) {
	t.b.unknown = append(t.b.unknown, t.cell("unknown pair", row, column))
}

func (t *TwoModeBuilder) cell(field, row, column string) arc {
	i, found := slices.BinarySearch(t.rows, row)
	if !found {
		t.b.fail(field, row, "is not a row of the network")
	}
	j, found := slices.BinarySearch(t.columns, column)
	if !found {
		t.b.fail(field, column, "is not a column of the network")
	}
	return arc{int32(i), int32(len(t.rows) + j)}
}

// Build freezes the network. The error is an [*InputError] naming the first refused
// call.
func (t *TwoModeBuilder) Build() (*TwoMode, error) {
	if len(t.b.ids) > maxUnknownNodes && len(t.b.unknown) > 0 {
		t.b.fail("nodes", "", "too many nodes for a network with unknown pairs")
	}
	if len(t.b.ids) > math.MaxInt32 || 2*len(t.b.arcs) > math.MaxInt32 {
		t.b.fail("ties", "", "too many ties")
	}
	if t.b.err != nil {
		return nil, t.b.err
	}
	return t.freeze(), nil
}

// freeze digests also where the columns begin.
func (t *TwoModeBuilder) freeze() *TwoMode {
	net := t.b.freeze()
	e := encoder{buf: net.digest[:]}
	e.text("two-mode")
	e.int(len(t.rows))
	net.digest = sha256.Sum256(e.buf)
	return &TwoMode{net: net, rows: len(t.rows)}
}

// Rows returns the ids of the rows, sorted, as a copy.
func (t *TwoMode) Rows() []string { return slices.Clone(t.net.ids[:t.rows]) }

// Columns returns the ids of the columns, sorted, as a copy.
func (t *TwoMode) Columns() []string { return slices.Clone(t.net.ids[t.rows:]) }

// M returns the number of ties.
func (t *TwoMode) M() int { return t.net.M() }

// PairsAtRisk returns P, the rows times the columns.
func (t *TwoMode) PairsAtRisk() int64 { return int64(t.rows) * int64(t.net.N()-t.rows) }

// PairsUnknown returns u, the number of pairs of which nobody knows.
func (t *TwoMode) PairsUnknown() int64 { return t.net.nUnknown }

// Ties yields the row and the column of every tie, by index, in order.
func (t *TwoMode) Ties() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i := range t.rows {
			for _, j := range t.net.ties.row(i) {
				if !yield(i, int(j)-t.rows) {
					return
				}
			}
		}
	}
}

// UnknownPairs yields the row and the column of every unknown pair, in order.
func (t *TwoMode) UnknownPairs() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i, j := range t.net.UnknownPairs() {
			if !yield(i, j-t.rows) {
				return
			}
		}
	}
}

// Echo returns the projection that made the network; nil for one made by hand.
func (t *TwoMode) Echo() *Echo { return t.net.echo }

// modes are the sizes of both.
func (t *TwoMode) modes() (rows, columns int64) {
	return int64(t.rows), int64(t.net.N() - t.rows)
}

func (t *TwoMode) modeOf(node int) Mode {
	if node < t.rows {
		return RowMode
	}
	return ColumnMode
}

// OneMode joins the nodes of one mode that share a node of the other. A tie weighs
// the number of shared nodes with [CountWeight] and, with [NewmanWeight], Σ 1/(k−1)
// over them, k being how many nodes each joins, so that the weights at a node add up
// to the number of its shared nodes (Newman 2001); other weights make none. A pair
// that shares nothing for certain, but perhaps something, is unknown. Rows keep their
// classes.
//
// The density of such a network is inflated: one column of k rows makes k(k−1)/2 ties.
func (t *TwoMode) OneMode(mode Mode, weight Weight) *Network {
	first, end := 0, t.rows
	if mode == ColumnMode {
		first, end = t.rows, t.net.N()
	}
	b := &Builder{ids: t.net.ids[first:end], weighted: weight == CountWeight || weight == NewmanWeight}
	if mode == RowMode {
		b.vectors = t.classes
	}
	if t.net.echo != nil {
		b.echo = new(*t.net.echo)
		b.echo.Projection.Weight = weight
	}
	for shared := range t.net.N() {
		if first <= shared && shared < end {
			continue
		}
		row := t.net.ties.row(shared)
		w := 1.0
		if weight == NewmanWeight {
			w = 1 / float64(len(row)-1)
		}
		for x, i := range row {
			for _, j := range row[x+1:] {
				b.put(i-int32(first), j-int32(first), w)
			}
		}
		b.unknown = append(b.unknown, t.net.perhaps(shared, first, end)...)
	}
	return b.freeze()
}

// perhaps lists the pairs of nodes from first to end−1 that may share a node, one of
// the two at least unknown.
func (n *Network) perhaps(shared, first, end int) (pairs []arc) {
	if n.nUnknown == 0 {
		return nil
	}
	for i := first; i < end; i++ {
		for j := first; j < i; j++ {
			a, b := n.unknown.has(shared, i), n.unknown.has(shared, j)
			if (a || b) && (a || n.Tied(shared, i)) && (b || n.Tied(shared, j)) {
				pairs = append(pairs, arc{from: int32(i - first), to: int32(j - first)})
			}
		}
	}
	return pairs
}
