package hub

import (
	"context"
	"iter"
	"time"
)

// Revision counts the committed updates of a hub; it starts at 0 and moves by
// one with each.
type Revision int64

// Reader answers questions about the hub. Called on a Store, each call sees one
// consistent state of its own; inside View and Update all calls see the same
// one. Results are in a defined order, equal on every store. A failure of the
// store is Unavailable, a passed deadline Timeout; context errors are wrapped.
type Reader interface {
	// Revision is the number of the last committed update.
	Revision(ctx context.Context) (Revision, error)
	// Find gives the records with these ids, all of one noun, in the order
	// asked; nil where nothing has the id. A repeated id is answered each time.
	Find(ctx context.Context, noun *Noun, ids []ID) ([]Record, error)
	// Lookup is in one call what an update has to know of records of any
	// nouns: those with the ids of read, as Find gives them, and which ids of
	// check nothing has, in their order. An id tells its noun by its prefix.
	Lookup(ctx context.Context, read, check []ID) (found []Record, missing []ID, err error)
	// Rows streams what a query asks for, in its order. It yields an error at
	// most once, last. The caller may stop early.
	Rows(ctx context.Context, q Query) iter.Seq2[Row, error]
	// Tally counts what a query asks for, without regard to Order, After and
	// Limit: one Tally for each parent (in the order given) and each value of
	// By (sorted, missing last as ""); zero counts are left out.
	Tally(ctx context.Context, q Query) ([]Tally, error)
	// Changes streams the change log in order of (revision, sequence), from
	// the first change after revision since.
	Changes(ctx context.Context, q ChangeQuery) iter.Seq2[Change, error]
}

// Store keeps one hub. It is safe for concurrent use.
type Store interface {
	Reader
	// View runs fn on one consistent state of the data. fn must not keep the
	// Reader. fn may run again (on a store that notices at the end that an
	// update came between): only its last run counts, so it has no effect but
	// its result. The error of fn comes back as it is.
	View(ctx context.Context, fn func(Reader) error) error
	// Update runs fn in a transaction: all or nothing. fn may run again, so it
	// has no effect but through the Tx. When fn applied changes, the revision
	// moves by one in the same transaction. The error of fn comes back as it
	// is and undoes everything; so does a panic. It gives the revision after
	// the update.
	Update(ctx context.Context, fn func(Tx) error) (Revision, error)
	// Ping says whether the store answers, within the context's deadline.
	Ping(ctx context.Context) error
	// Kind names the technology: "sqlite", "neo4j".
	Kind() string
	// Close waits for running calls to end and releases everything.
	Close(ctx context.Context) error
}

// Tx is the state inside an Update: it reads its own writes.
type Tx interface {
	Reader
	// Apply writes changes and logs them under the stamp. Each Before must be
	// the record as stored (nil: there is none), each After the record to be
	// (nil: delete); one of them is set. At most one change per id and Update.
	// Callers (Hub.Update) have validated the records and their references;
	// records come in the order of Nouns, deletes in the reverse order.
	Apply(ctx context.Context, stamp Stamp, changes []Change) error
}

// Stamp says when and by whom an update was made.
type Stamp struct {
	At time.Time // UTC, whole milliseconds
	By string    // name of the token, or "import" with its source
}

// Change is one record of the change log. Before is nil when the record was
// created, After when it was deleted.
type Change struct {
	Revision Revision
	Sequence int // position in its revision, from 0
	Stamp    Stamp
	Before   Record
	After    Record
}

// Record is the state after, or before for a delete: it tells noun and id.
func (c Change) Record() Record {
	if c.After != nil {
		return c.After
	}
	return c.Before
}

// ChangeQuery selects from the change log.
type ChangeQuery struct {
	// Since is the revision after which changes are wanted; 0 for all.
	Since Revision
	// First limits the number of changes; 0 for no limit.
	First int
	// Nouns and IDs restrict to these nouns or records; empty for all.
	Nouns []*Noun
	IDs   []ID
	// By restricts to updates by this name; empty for all.
	By string
}

// Query asks for records of one noun.
type Query struct {
	Noun  *Noun
	Where Filter // nil for all
	// Order lists the keys to sort by; the id is always the last key,
	// ascending. Missing values come last in both directions. Named text sorts
	// by its SortKey; everything else by its canonical value, text by bytes.
	Order []Order
	// After keeps only rows behind this position of the order (before it when
	// Backward); nil from the start.
	After *Position
	// Backward reads from the end: the same order reversed, missing values
	// first.
	Backward bool
	// Limit is the greatest number of rows, for each parent when there are
	// parents; 0 for all.
	Limit int
	// Parents asks for the rows of many parents in one call.
	Parents *Parents
	// With joins the targets of to-one relations to each row.
	With []*Relation
	// Fields names what must be read, of the query's noun and of the nouns of
	// With: a store may leave out the fields of these nouns that are not in the
	// list, but never the id. nil for all. Whoever pages by a record wants the
	// fields of Order too.
	Fields []*Field
	// By makes Tally count by the values of an enum, text or date field: of
	// the noun, or of the target of the to-one relation ByOf.
	By   *Field
	ByOf *Relation
}

// Parents are the records whose children a query asks for: Relation leads from
// their noun to the query's noun. Rows come grouped by parent, in the order of
// IDs, which holds no id twice; a record with two parents comes under both.
type Parents struct {
	Relation *Relation
	IDs      []ID
}

// Order is one key of a sort.
type Order struct {
	Field *Field // Sortable
	Desc  bool
}

// Position is a place in an order: the sort values of a row (SortKey of Named
// text, canonical values otherwise, nil when missing) and its id.
type Position struct {
	Values []any
	ID     ID
}

// PositionOf is the position of a record in an order.
func PositionOf(r Record, order []Order) Position {
	p := Position{ID: r.Key(), Values: make([]any, len(order))}
	for i, o := range order {
		p.Values[i] = SortValue(o.Field, r)
	}
	return p
}

// SortValue is what a record sorts by on a field; nil when missing.
func SortValue(f *Field, r Record) any {
	if f.Named {
		if s := SortKey(f.Text(r)); s != "" {
			return s
		}
		return nil
	}
	return f.Get(r)
}

// Row is one record of an answer.
type Row struct {
	Parent ID // empty without Parents
	Record Record
	With   []Record // as Query.With; nil where there is no target
}

// Tally is a count; Parent is empty without Parents, Value without By.
type Tally struct {
	Parent ID
	Value  string
	Count  int
}
