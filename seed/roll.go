package seed

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"polehub/hub"
)

// roll tells which numbers the organisations of a bundle have, before their
// rows come: those of identifiers.csv stand behind all organisations. Numbers
// are the ids that they stand for. In memory are the organisations that have a
// number and an id of another kind, and eight bytes for each other number.
type roll struct {
	seed    maphash.Seed
	numbers map[hub.ID][]hub.ID
	first   map[hub.ID]uint64 // the organisation that has a number first
	shared  map[hub.ID]bool   // numbers of several organisations
}

// call reads the roll of the organisations of a bundle.
func (b *bundleReader) call() error {
	b.roll = roll{seed: b.seed, numbers: map[hub.ID][]hub.ID{}, first: map[hub.ID]uint64{}, shared: map[hub.ID]bool{}}
	for _, n := range []*hub.Noun{hub.OrganisationNoun, hub.IdentifierNoun} {
		name := n.File + ".csv"
		if !slices.Contains(b.files.Names, name) {
			continue
		}
		var header *columns
		for row, err := range b.rows(name) {
			switch {
			case err != nil:
				return fmt.Errorf("%s: %w", b.shown(name), err)
			case header == nil:
				header = new(readHeader(n, row.csvRow, row.delimiter))
			case row.fault == "" && len(row.cells) <= len(header.fields):
				b.callRow(n, header, row.cells)
			}
		}
	}
	return nil
}

// callRow reads a row of organisations or identifiers as far as the roll needs.
func (b *bundleReader) callRow(n *hub.Noun, header *columns, row []string) {
	cell := func(is func(int) bool) string {
		for i, text := range row {
			if is(i) {
				return unguard(strings.TrimSpace(text))
			}
		}
		return ""
	}
	field := func(name string) string {
		f := n.Field(name)
		return cell(func(i int) bool { return header.fields[i] == f })
	}
	if n == hub.IdentifierNoun {
		i := &hub.Identifier{Scheme: hub.Scheme(field("scheme")), Value: hub.Text(field("value")), Raw: field("raw")}
		i.OrganisationID = hub.ID(field("organisationId"))
		finishIdentifier(i, b.exact)
		b.roll.add(i.OrganisationID, identifierID(i))
		return
	}
	id := hub.ID(field("id"))
	if isUnit(id) || isAssociation(id) {
		b.roll.add(id, id)
	}
	for column, scheme := range map[string]hub.Scheme{columnSIREN: hub.SchemeSIREN, columnSIRET: hub.SchemeSIRET, columnRNA: hub.SchemeRNA} {
		b.roll.add(id, numberID(scheme, cell(func(i int) bool { return header.extra[i] == column })))
	}
}

// add notes a number of an organisation.
func (l *roll) add(org, number hub.ID) {
	if org == "" || !isUnit(number) && !isAssociation(number) {
		return
	}
	key := maphash.String(l.seed, string(org))
	if first, known := l.first[number]; !known {
		l.first[number] = key
	} else if first != key {
		l.shared[number] = true
	}
	if org != number && !slices.Contains(l.numbers[org], number) {
		l.numbers[org] = append(l.numbers[org], number)
	}
}

// of lists the numbers by which an organisation may be known elsewhere: those
// that no other of the bundle has, the SIREN first.
func (l *roll) of(org hub.ID) []hub.ID {
	numbers := slices.Clone(l.numbers[org])
	if isUnit(org) || isAssociation(org) {
		numbers = append(numbers, org)
	}
	numbers = slices.DeleteFunc(numbers, func(number hub.ID) bool { return l.shared[number] })
	slices.SortFunc(numbers, func(a, b hub.ID) int { return strings.Compare(string(b), string(a)) })
	return slices.Clip(append([]hub.ID{}, numbers...))
}
