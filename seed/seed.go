// Package seed brings files into a hub and whole hubs from store to store.
//
// A reader of one format turns files into a stream of [Item]s: records of
// package hub with the place they were read from. It refuses nothing it can
// keep: a value that cannot be used is moved into a flag of its record. One
// pipeline, [Import], then does the same for every format: it validates with
// the hub's own rules, merges each record with what the hub holds, writes whole
// batches, and reports what became of every record.
//
// The hub's own format is the CSV bundle: [ReadBundle] and [WriteBundle].
package seed

import (
	"context"
	"iter"

	"polehub/hub"
)

// Item is what a reader makes of one place of a file: a group of records that
// stand or fall together, or what could be made of none.
type Item struct {
	// File and Position tell where it was read: "contracts.csv" and "line 12",
	// or a JSON pointer.
	File     string
	Position string
	// Raw is the text as received, for the rejected rows.
	Raw string
	// Table describes the rows of File; nil when it is not a table.
	Table *Table
	// Records are what the item states, those referred to before those that
	// refer to them. They replace what the same source stated before.
	Records []hub.Record
	// Mentions are organisations, and their identifiers, that the item only
	// names, come before Records, and replace nothing: an unknown one is added,
	// a known one completed. An organisation whose kind is not stated carries
	// KIND_MISSING, one without a name NAME_MISSING.
	Mentions []hub.Record
	// Unstated are the fields of Records for which the file has no column:
	// what is stored there stays.
	Unstated []*hub.Field
	// Numbers are the ids that the numbers of the first of Records, an
	// organisation, stand for, as far as no other organisation of the file has
	// them: the SIREN first. nil when the file does not tell.
	Numbers []hub.ID
	// Written says that a hub wrote the file: it carries the hub's own flags.
	Written bool
	// Notices are remarks on the file as a whole or on what was left out. They
	// are reported and counted, and stored nowhere.
	Notices []hub.Flag
	// Reject says why no record could be formed; Records are then ignored.
	Reject *Rejection
	// Settle, when set, may change Records and Mentions in view of what the hub
	// holds when the item's turn comes, earlier items included; what it gives
	// counts as merged with that. It may be asked more than once, so it replaces
	// the slices rather than what they hold.
	Settle func(context.Context, View, *Item) error
	// Group are contracts that Settle wants to see with their parts.
	Group []hub.ID
	// Gone are records that Settle found to be part of Records from now on, and
	// that leave the hub: each by itself, so their parts are named too.
	Gone []hub.ID
}

// Items is what a reader yields. An error ends the stream; it means that the
// file cannot be read any further, not that a record is bad.
type Items = iter.Seq2[Item, error]

// Rejection says why an item does not come in.
type Rejection struct {
	Code   hub.FlagCode
	Field  string // the column, empty for the whole row
	Raw    string // the value, when one value is at fault
	Reason string
}

// Table describes the rows of a CSV file, so that rejected ones can be written
// as they were received.
type Table struct {
	Header    string // the header line as received
	Delimiter byte
}

// Format is a format of files.
type Format string

// The formats that can be imported.
const (
	FormatBundle Format = "bundle"
	FormatDECP   Format = "decp"
)

// Slug makes the local part of an id from a name: accents folded, words joined
// by hyphens.
func Slug(name string) string {
	folded := hub.Fold(name)
	slug := make([]byte, 0, len(folded))
	for i := range len(folded) {
		switch c := folded[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			slug = append(slug, c)
		case len(slug) > 0 && slug[len(slug)-1] != '-':
			slug = append(slug, '-')
		}
	}
	for len(slug) > 0 && slug[len(slug)-1] == '-' {
		slug = slug[:len(slug)-1]
	}
	return string(slug)
}

// OrganisationID is the id of the organisation that identifiers and a name
// stand for: by its SIREN, else its RNA number, else its name within scope
// (the source of a file that names organisations in passing; empty for the
// whole hub). It is empty when there is neither.
func OrganisationID(readings []hub.IdentifierReading, name string, scope hub.ID) hub.ID {
	for _, r := range readings {
		if r.SIREN != "" {
			return hub.NewID("org", "siren-"+r.SIREN)
		}
	}
	for _, r := range readings {
		if r.Scheme == hub.SchemeRNA && r.Valid {
			return hub.NewID("org", "rna-"+r.Value)
		}
	}
	slug := Slug(name)
	if slug == "" {
		slug = name
	}
	switch {
	case slug == "":
		return ""
	case scope != "":
		return hub.NewID("org", scope.Local()+"."+slug)
	}
	return hub.NewID("org", slug)
}
