package sqlite

import (
	"context"
	"slices"
	"strings"
)

// inserter inserts rows into one table, some at a time.
type inserter struct {
	conn  *conn
	text  string // up to VALUES
	tuple string
	width int
	many  int // rows of a full statement
	args  []any
}

// maxParameters bounds the size of a statement that inserts several rows.
const maxParameters = 240

func newInserter(c *conn, table string, columns ...string) *inserter {
	return &inserter{
		conn:  c,
		text:  "INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES ",
		tuple: "(" + strings.Repeat("?, ", len(columns)-1) + "?)",
		width: len(columns),
		many:  max(1, maxParameters/len(columns)),
	}
}

// add collects a row, and inserts what is collected when it is enough.
func (in *inserter) add(values ...any) error {
	in.args = append(in.args, values...)
	if len(in.args) < in.many*in.width {
		return nil
	}
	return in.run(in.many)
}

// flush inserts what is left, by ever smaller statements, so that there are
// few texts.
func (in *inserter) flush() error {
	for n := in.many; n > 0; n /= 2 {
		for len(in.args) >= n*in.width {
			if err := in.run(n); err != nil {
				return err
			}
		}
	}
	return nil
}

func (in *inserter) run(n int) error {
	text := in.text + strings.Repeat(in.tuple+", ", n-1) + in.tuple
	_, err := in.conn.exec(context.Background(), text, in.args[:n*in.width]...)
	in.args = slices.Delete(in.args, 0, n*in.width)
	return err
}
