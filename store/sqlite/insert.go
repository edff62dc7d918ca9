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

// row makes place for a row, to be filled before added is called.
func (in *inserter) row() []any {
	n := len(in.args)
	in.args = slices.Grow(in.args, in.width)[:n+in.width]
	return in.args[n:]
}

func (in *inserter) add(values ...any) error {
	copy(in.row(), values)
	return in.added()
}

func (in *inserter) added() error {
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
