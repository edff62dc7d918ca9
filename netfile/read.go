package netfile

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"polehub/analysis"
)

// Weights lie between these, so that sums and ratios of them are finite.
const (
	minWeight = 1e-15
	maxWeight = 1e15
)

// Read reads an edge list and, unless its text is nil, a node list. Separators are
// commas, semicolons or tabs, whichever the header has most of. The edge list has
// the columns source and target, and may have layer and weight (a number
// above 0; 1 without the column). A node list names every node once, isolates
// too, and ties may not name others. The first bad row is an [*Error], and then
// there are no lists; other errors are those of the readers.
func Read(edges, nodes File) (*Lists, error) {
	l := &Lists{}
	r := &reading{lists: l, index: map[string]int{}, closed: nodes.Text != nil}
	if r.closed {
		if err := r.nodes(nodes); err != nil {
			return nil, err
		}
	}
	if err := r.edges(edges); err != nil {
		return nil, err
	}
	r.sort()
	return l, nil
}

// reading is one call of Read: nodes are numbered as they are met, and sorted at
// the end.
type reading struct {
	lists  *Lists
	index  map[string]int
	closed bool // a node list has said which nodes there are
}

func (r *reading) nodes(f File) error {
	rows, err := open(f)
	if err != nil {
		return err
	}
	if rows.header[0] != "id" {
		return rows.bad(0, "the first column of a node list is id")
	}
	r.lists.Attributes = rows.header[1:]
	for rows.next() {
		id, err := rows.text(0)
		if err != nil {
			return err
		}
		if _, again := r.index[id]; again {
			return rows.bad(0, "the node has an earlier row")
		}
		r.index[id] = len(r.index)
		r.lists.IDs = append(r.lists.IDs, id)
		values := make([]string, len(rows.row)-1)
		for i := range values {
			if values[i] = strings.Clone(rows.row[i+1]); !utf8.ValidString(values[i]) {
				return rows.bad(i+1, "is not UTF-8")
			}
		}
		r.lists.values = append(r.lists.values, values)
	}
	return rows.err
}

func (r *reading) edges(f File) error {
	rows, err := open(f)
	if err != nil {
		return err
	}
	columns := map[string]int{"layer": -1, "source": -1, "target": -1, "weight": -1}
	for i, name := range rows.header {
		if _, known := columns[name]; known {
			columns[name] = i
		} else {
			r.lists.Unread = append(r.lists.Unread, name)
		}
	}
	for _, name := range []string{"source", "target"} {
		if columns[name] < 0 {
			return &Error{File: f.Name, Line: rows.line, Msg: "the header has no column " + name}
		}
	}
	layers := map[string]int{}
	for rows.next() {
		t, err := r.tie(rows, columns)
		if err != nil {
			return err
		}
		name := DefaultLayer
		if c := columns["layer"]; c >= 0 {
			name = rows.row[c]
		}
		k, known := layers[name]
		if !known {
			if c := columns["layer"]; c >= 0 {
				if name, err = rows.text(c); err != nil {
					return err
				}
			}
			k = len(layers)
			layers[name] = k
			r.lists.Layers = append(r.lists.Layers, Layer{Name: name})
		}
		r.lists.Layers[k].Ties = append(r.lists.Layers[k].Ties, t)
	}
	if len(layers) == 0 {
		r.lists.Layers = []Layer{{Name: DefaultLayer}}
	}
	return rows.err
}

func (r *reading) tie(rows *rows, columns map[string]int) (analysis.Tie, error) {
	t := analysis.Tie{Weight: 1}
	var err error
	if t.From, err = r.end(rows, columns["source"]); err != nil {
		return t, err
	}
	if t.To, err = r.end(rows, columns["target"]); err != nil {
		return t, err
	}
	if c := columns["weight"]; c >= 0 {
		t.Weight, err = strconv.ParseFloat(rows.row[c], 64)
		if err != nil || !(minWeight <= t.Weight && t.Weight <= maxWeight) {
			return t, rows.bad(c, "is not a number from 1e-15 to 1e15; a tie that is not there has no row")
		}
	}
	return t, nil
}

// end is the number of the node that a row names.
func (r *reading) end(rows *rows, column int) (int, error) {
	if i, known := r.index[rows.row[column]]; known {
		return i, nil
	}
	id, err := rows.text(column)
	if err != nil {
		return 0, err
	}
	if r.closed {
		return 0, rows.bad(column, "is not in the node list")
	}
	i := len(r.index)
	r.index[id] = i
	r.lists.IDs = append(r.lists.IDs, id)
	return i, nil
}

// sort brings the nodes into the order of their ids.
func (r *reading) sort() {
	l := r.lists
	met := l.IDs
	l.IDs = slices.Sorted(slices.Values(met))
	to := make([]int, len(met))
	values := slices.Clone(l.values)
	for i, id := range l.IDs {
		from := r.index[id]
		to[from] = i
		if l.values != nil {
			values[i] = l.values[from]
		}
	}
	l.values = values
	for _, layer := range l.Layers {
		for i, t := range layer.Ties {
			layer.Ties[i].From, layer.Ties[i].To = to[t.From], to[t.To]
		}
	}
}

// rows reads the rows of one file below its header.
type rows struct {
	file   string
	csv    *csv.Reader
	header []string
	row    []string // valid until the next one is read
	line   int
	err    error
}

// open reads the header. Names of columns count without blanks around them.
func open(f File) (*rows, error) {
	text := bufio.NewReaderSize(f.Text, 64<<10)
	if mark, err := text.Peek(3); err == nil && string(mark) == "\ufeff" {
		_, _ = text.Discard(3) // they are there
	}
	head, _ := text.Peek(4 << 10) // what cannot be read fails below
	r := &rows{file: f.Name, csv: csv.NewReader(text)}
	r.csv.Comma = separator(string(head))
	r.csv.ReuseRecord = true
	if !r.next() {
		if r.err == nil {
			r.err = &Error{File: f.Name, Line: 1, Msg: "the file is empty: it needs a header"}
		}
		return nil, r.err
	}
	for i, name := range r.row {
		name = strings.Clone(strings.TrimSpace(name))
		if name == "" || !utf8.ValidString(name) || slices.Contains(r.header, name) {
			return nil, r.bad(i, "names of columns are UTF-8, not empty and differ")
		}
		r.header = append(r.header, name)
	}
	return r, nil
}

// separator is what the first line has most of.
func separator(head string) rune {
	line, _, _ := strings.Cut(head, "\n")
	best, most := ',', 0
	for _, c := range ",;\t" {
		if n := strings.Count(line, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// next reads a row; false at the end, or at a row that cannot be read.
func (r *rows) next() bool {
	row, err := r.csv.Read()
	switch syntax, isSyntax := errors.AsType[*csv.ParseError](err); {
	case err == io.EOF:
		return false
	case isSyntax && errors.Is(err, csv.ErrFieldCount):
		r.err = &Error{File: r.file, Line: syntax.StartLine, Msg: fmt.Sprintf("the row has %d cells, the header %d", len(row), len(r.header))}
		return false
	case isSyntax:
		r.err = &Error{File: r.file, Line: syntax.StartLine, Msg: fmt.Sprintf("%v (line %d, byte %d)", syntax.Err, syntax.Line, syntax.Column)}
		return false
	case err != nil:
		r.err = fmt.Errorf("read %s: %w", r.file, err)
		return false
	}
	r.row = row
	r.line, _ = r.csv.FieldPos(0)
	return true
}

// text is a cell that may not be empty.
func (r *rows) text(column int) (string, error) {
	switch cell := r.row[column]; {
	case cell == "":
		return "", r.bad(column, "is empty")
	case !utf8.ValidString(cell):
		return "", r.bad(column, "is not UTF-8")
	default:
		return strings.Clone(cell), nil
	}
}

// bad is the error of a cell of the current row.
func (r *rows) bad(column int, msg string) error {
	field := fmt.Sprintf("column %d", column+1)
	if r.header != nil && column < len(r.header) {
		field = r.header[column]
	}
	return &Error{File: r.file, Line: r.line, Field: field, Value: r.row[column], Msg: msg}
}
