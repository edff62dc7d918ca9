package hub

import (
	"iter"
	"slices"
)

// Record is one fact or one node of the hub: a pointer to one of the structs
// that the table of nouns lists.
type Record interface {
	// Key is the record's id.
	Key() ID
	// Noun is the table the record belongs to.
	Noun() *Noun
	// IsNode marks the record as a GraphQL Node.
	IsNode()
}

// Noun describes one kind of record: its name, the prefix of its ids, its
// fields in the order of the CSV bundle, and its relations to other nouns.
type Noun struct {
	// Name is the singular in camelCase: "organisation", "poleStatus".
	Name string
	// Prefix starts the ids: "org", "status".
	Prefix string
	// File is the file of the CSV bundle, without its ending; stores use it as
	// the name of a table.
	File string
	// New makes an empty record.
	New func() Record
	// Fields lists all fields, the id first.
	Fields []*Field
	// Key names the fields of the natural key, from which an id is derived
	// when none is given; empty when the id is the key.
	Key []*Field
	// Relations lists the ways from this noun to others, by name.
	Relations []*Relation
	// Check adds the rules that concern several fields; nil when there are none.
	Check func(Record) Errors
}

// Field finds a field by its camelCase name; nil when there is none.
func (n *Noun) Field(name string) *Field {
	for _, f := range n.Fields {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// Column finds a field by its column name; nil when there is none.
func (n *Noun) Column(column string) *Field {
	for _, f := range n.Fields {
		if f.Column == column {
			return f
		}
	}
	return nil
}

// Relation finds a relation by name; nil when there is none.
func (n *Noun) Relation(name string) *Relation {
	for _, r := range n.Relations {
		if r.Name == name {
			return r
		}
	}
	return nil
}

// ID is the field of the id.
func (n *Noun) ID() *Field { return n.Fields[0] }

// FieldType tells how a field's values look, compare and are stored.
type FieldType int

// The field types, with the Go type that Field.Pointer gives and the canonical
// value that Field.Get gives. The canonical value of a missing field is nil.
const (
	// TypeText is text: *string; string.
	TypeText FieldType = iota
	// TypeEnum is a code of Field.Enum: *string; string. A missing Tri is UNKNOWN.
	TypeEnum
	// TypeDate is an ISO day: *string; string.
	TypeDate
	// TypeRef is the id of a record of Field.Ref: *string; string.
	TypeRef
	// TypeInt is a whole number: **int; int64.
	TypeInt
	// TypeMoney is an amount in cents: **Money; int64.
	TypeMoney
	// TypeRatio is a share in millionths: **Ratio; int64.
	TypeRatio
	// TypeFloat is a coordinate: **float64; float64.
	TypeFloat
	// TypeList is a short list of texts or codes; []string in order.
	TypeList
	// TypeRefs is a short list of ids of records of Field.Ref; []string in order.
	TypeRefs
	// TypeFlags is the list of flags of a record, each encoded by Flag.Encode; []string.
	TypeFlags
)

// Field describes one field of a noun.
type Field struct {
	// Name is the camelCase name: API, change log, Neo4j property.
	Name string
	// Column is the snake_case name: CSV bundle, SQLite column.
	Column string
	Type   FieldType
	// Enum lists the codes of a TypeEnum, or of the items of a TypeList.
	Enum *Enum
	// Ref is the name of the noun that a TypeRef or TypeRefs points to.
	Ref string
	// Part marks the reference of a part to its whole (a party to its
	// contract): deleting the whole deletes its parts.
	Part bool
	// Required fields may not be missing.
	Required bool
	// Named text is folded: stores keep Fold(value) for contains and
	// startsWith, and SortKey(value) for sorting.
	Named bool
	// Searched fields give the tokens of the noun's search.
	Searched bool
	// Sortable fields may stand in Query.Order.
	Sortable bool
	// MaxLength limits text, in bytes.
	MaxLength int

	pointer func(Record) any
}

// IsName reports whether the field holds names, which are one line of text:
// names and titles, and the lists of aliases and external ids.
func (f *Field) IsName() bool { return f.Named || f.Searched && f.Type == TypeList }

// Relation is a named way from records of one noun to records of another. It
// serves filters (some, none, all), nested lists (Query.Parents) and joined
// rows (Query.With). Exactly one of Own, Via and Through is set.
type Relation struct {
	Name string
	From string
	To   string
	// Many is true when one record may have several on the other side.
	Many bool
	// Own is the field of From that holds the id or ids of To.
	Own *Field
	// Via are the fields of To that hold the id (or ids) of From: two for the
	// ties of an organisation, which it may begin or end.
	Via []*Field
	// Through is the noun in between, whose In holds the id of From and whose
	// Out holds the id of To. A record reached twice counts once.
	Through string
	In, Out *Field
}

// nouns is the table of all nouns, in an order in which references point
// backwards: the records of a bundle can be written in this order.
var nouns = allNouns()

// The nouns, one by one; Nouns gives them all.
var (
	SourceNoun       = nouns[0]
	OrganisationNoun = nouns[1]
	IdentifierNoun   = nouns[2]
	ClaimNoun        = nouns[3]
	LinkNoun         = nouns[4]
	PoleNoun         = nouns[5]
	PoleStatusNoun   = nouns[6]
	SiteNoun         = nouns[7]
	MembershipNoun   = nouns[8]
	RoleNoun         = nouns[9]
	ObservationNoun  = nouns[10]
	RosterEntryNoun  = nouns[11]
	TieNoun          = nouns[12]
	ContractNoun     = nouns[13]
	AmendmentNoun    = nouns[14]
	PartyNoun        = nouns[15]
	DocumentNoun     = nouns[16]
	AssessmentNoun   = nouns[17]
)

// Nouns lists all nouns; each refers only to itself and to nouns before it.
func Nouns() []*Noun { return slices.Clone(nouns) }

// NounNamed finds a noun by its name; nil when there is none.
func NounNamed(name string) *Noun {
	for _, n := range nouns {
		if n.Name == name {
			return n
		}
	}
	return nil
}

// NounOf finds the noun of an id by its prefix; nil when there is none.
func NounOf(id ID) *Noun {
	prefix := id.Prefix()
	for _, n := range nouns {
		if n.Prefix == prefix {
			return n
		}
	}
	return nil
}

// ByNoun groups ids by their nouns, in the order of Nouns; ids of no noun are
// left out.
func ByNoun(ids []ID) iter.Seq2[*Noun, []ID] {
	groups := make([][]ID, len(nouns))
	for _, id := range ids {
		prefix := id.Prefix()
		if i := slices.IndexFunc(nouns, func(n *Noun) bool { return n.Prefix == prefix }); i >= 0 {
			groups[i] = append(groups[i], id)
		}
	}
	return func(yield func(*Noun, []ID) bool) {
		for i, group := range groups {
			if len(group) > 0 && !yield(nouns[i], group) {
				return
			}
		}
	}
}

// Arrange lists records in the order of their ids, as Reader.Find gives them:
// nil where nothing was found, and every record the caller's own, also when it
// is asked for twice.
func Arrange(ids []ID, found map[ID]Record) []Record {
	out := make([]Record, len(ids))
	given := make(map[ID]bool, len(found))
	for i, id := range ids {
		record, ok := found[id]
		if !ok {
			continue
		}
		if given[id] {
			record = Clone(record)
		}
		given[id], out[i] = true, record
	}
	return out
}
