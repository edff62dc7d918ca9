package seed

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"polehub/hub"
)

// How organisations that files call by different ids are found to be one.
//
// A legal unit or an association is one organisation, whatever files call it.
// One that a file names, and that the hub does not hold under that id, is taken
// for the one that carries its number: its facts go there, and the id of the
// file becomes an identifier of it (hub.SchemeHub), by which later files find
// it too. Ids never change, so the one that came first stays. The SIREN
// decides, and stands for its SIRETs; an RNA number only where no other SIREN
// contradicts it, for the two registers do not map one to one.
//
// Organisations that are two already, in the hub or within one bundle, stay
// two: the later to carry the number is flagged POSSIBLE_DUPLICATE, and merging
// them is a person's decision. Those that share a name only are not even
// flagged: towns and firms of one name are many, and no index of the stores
// finds equal names.
//
// Not found is an organisation with an id of its own and a SIRET alone, where a
// mutation made it or a bundle that a hub wrote brought it, by another SIRET of
// its unit: only other imports keep the SIREN beside (see withUnits), and no index
// of the stores finds the numbers that begin with one.
//
// Numbers are handled as the ids that they stand for (org:siren-…, org:rna-…).

// matcher knows who carries which number, for one update.
type matcher struct {
	m *merger
	// carriers lists organisations by their numbers.
	carriers map[hub.ID][]hub.ID
	// named are organisations by the ids that bundles give them.
	named map[hub.ID]hub.ID
	// units are the legal units of those carriers whose RNA number was asked for.
	units map[hub.ID]hub.ID
	// met are organisations that the items of the batch bring.
	met map[hub.ID]bool
	// same says for ids of the items which organisation they mean.
	same map[hub.ID]hub.ID
}

// numberID is the id that a number stands for; empty when it passes no check.
func numberID(scheme hub.Scheme, number string) hub.ID {
	return OrganisationID([]hub.IdentifierReading{hub.ReadIdentifier(scheme, number)}, "", "")
}

// identifierID is the id that the number of an identifier stands for.
func identifierID(i *hub.Identifier) hub.ID {
	return numberID(i.Scheme, cmp.Or(string(i.Value), i.Raw))
}

func isUnit(id hub.ID) bool {
	siren, ok := strings.CutPrefix(id.Local(), "siren-")
	return ok && hub.ValidSIREN(siren)
}

func isAssociation(id hub.ID) bool {
	rna, ok := strings.CutPrefix(id.Local(), "rna-")
	return ok && hub.ValidRNA(rna)
}

// valueOf is the number that an id stands for: "356000000".
func valueOf(id hub.ID) string {
	_, number, _ := strings.Cut(id.Local(), "-")
	return number
}

// numberOf is that number with its register: "SIREN 356000000".
func numberOf(id hub.ID) string {
	scheme, number, _ := strings.Cut(id.Local(), "-")
	return strings.ToUpper(scheme) + " " + number
}

// match gives the items with the ids by which the hub knows their
// organisations. It asks the store at most four times for any number of items.
func (m *merger) match(ctx context.Context, items []Item) ([]Item, error) {
	w := &matcher{m: m, carriers: map[hub.ID][]hub.ID{}, named: map[hub.ID]hub.ID{}, units: map[hub.ID]hub.ID{}, met: map[hub.ID]bool{}, same: map[hub.ID]hub.ID{}}
	m.who = w
	if err := w.ask(ctx, items); err != nil {
		return nil, err
	}
	items = slices.Clone(items)
	for i := range items {
		if item := &items[i]; item.Reject == nil && w.settle(item) {
			w.rewrite(item)
		}
	}
	return items, nil
}

// ask reads who carries the numbers of the organisations that are not known
// under their ids, and those of new identifiers.
func (w *matcher) ask(ctx context.Context, items []Item) error {
	var ids []hub.ID
	numbers := map[hub.ID][]hub.ID{}
	wanted := map[string]bool{}
	for i := range items {
		if items[i].Reject != nil {
			continue
		}
		eachOrganisation(&items[i], func(id hub.ID) {
			if !w.m.seen.written(id) {
				ids = append(ids, id)
				numbers[id] = append(numbers[id], numbersOf(id, &items[i])...)
			}
		})
		w.eachNew(&items[i], func(i *hub.Identifier) {
			wanted[valueOf(identifierID(i))], wanted[string(i.Value)] = true, true
		})
	}
	if err := w.m.find(ctx, ids, nil); err != nil {
		return err
	}
	var also []hub.ID
	for _, id := range ids {
		if w.m.state[id] == nil {
			wanted[string(id)] = true
			for _, number := range numbers[id] {
				wanted[valueOf(number)] = true
				also = append(also, number)
			}
		}
	}
	delete(wanted, "")
	if err := w.askCarriers(ctx, slices.Sorted(maps.Keys(wanted))); err != nil {
		return err
	}
	also = append(also, w.suspects(items)...)
	for _, several := range w.carriers {
		if len(several) > 1 {
			also = append(also, several...) // their flags tell the first
		}
	}
	return w.m.find(ctx, also, nil)
}

// askCarriers reads the organisations with these values of identifiers, and the
// legal units of those that an RNA number gave.
func (w *matcher) askCarriers(ctx context.Context, values []string) error {
	n := hub.IdentifierNoun
	var associations []hub.ID
	err := w.identifiers(ctx, hub.In(n.Field("value"), values...), func(i *hub.Identifier) {
		if before, known := w.named[hub.ID(i.Value)]; i.Scheme == hub.SchemeHub && (!known || i.OrganisationID < before) {
			w.named[hub.ID(i.Value)] = i.OrganisationID
		}
		id := identifierID(i)
		w.carry(id, i.OrganisationID)
		if isAssociation(id) {
			associations = append(associations, i.OrganisationID)
		}
	})
	if err != nil {
		return err
	}
	return w.identifiers(ctx, hub.In(n.Field("organisationId"), associations...), func(i *hub.Identifier) {
		w.note(i.OrganisationID, identifierID(i))
	})
}

func (w *matcher) identifiers(ctx context.Context, where hub.Match, fn func(*hub.Identifier)) error {
	if len(where.Values) == 0 {
		return nil
	}
	for row, err := range w.m.hub.Rows(ctx, hub.Query{Noun: hub.IdentifierNoun, Where: where}) {
		if err != nil {
			return err
		}
		fn(row.Record.(*hub.Identifier))
	}
	return nil
}

// suspects lists the organisations to which new identifiers give a number that
// others have, as far as that can be told beforehand: they may need a flag.
func (w *matcher) suspects(items []Item) []hub.ID {
	var all []hub.ID
	first := map[hub.ID]hub.ID{}
	for i := range items {
		if items[i].Reject != nil {
			continue
		}
		w.eachNew(&items[i], func(i *hub.Identifier) {
			id := identifierID(i)
			before, again := first[id]
			if !again {
				first[id] = i.OrganisationID
			}
			if again && before != i.OrganisationID || len(w.carriers[id]) > 0 {
				all = append(all, i.OrganisationID)
			}
		})
	}
	return all
}

// eachNew calls fn for the identifiers of an item that this run has not come
// across.
func (w *matcher) eachNew(item *Item, fn func(*hub.Identifier)) {
	for _, list := range [][]hub.Record{item.Mentions, item.Records} {
		for _, r := range list {
			if i, ok := r.(*hub.Identifier); ok && !w.m.seen.written(i.ID) {
				fn(i)
			}
		}
	}
}

// eachOrganisation calls fn for the organisations that an item names.
func eachOrganisation(item *Item, fn func(hub.ID)) {
	for _, list := range [][]hub.Record{item.Mentions, item.Records} {
		for _, r := range list {
			if o, ok := r.(*hub.Organisation); ok {
				fn(o.ID)
			}
			eachReference(r, func(f *hub.Field, id hub.ID) {
				if f.Ref == hub.OrganisationNoun.Name {
					fn(id)
				}
			})
		}
	}
}

// numbersOf lists the numbers of an organisation that an item names, as far as
// its file tells: SIREN first.
func numbersOf(id hub.ID, item *Item) []hub.ID {
	if len(item.Records) > 0 && item.Numbers != nil && item.Records[0].Key() == id {
		return item.Numbers
	}
	if isUnit(id) || isAssociation(id) {
		return []hub.ID{id}
	}
	return nil
}

// carry notes that an organisation has a number.
func (w *matcher) carry(number, org hub.ID) {
	have := w.carriers[number]
	if at, found := slices.BinarySearch(have, org); !found && number != "" {
		w.carriers[number] = slices.Insert(have, at, org)
	}
	w.note(org, number)
}

// note keeps the legal unit of an organisation: the least, should it be given
// several.
func (w *matcher) note(org, number hub.ID) {
	if have := w.units[org]; isUnit(number) && (have == "" || number < have) {
		w.units[org] = number
	}
}

// settle finds out which organisations an item means, and notes those that it
// brings. It reports whether the hub knows one under another id.
func (w *matcher) settle(item *Item) (renamed bool) {
	eachOrganisation(item, func(id hub.ID) {
		renamed = w.resolve(id, numbersOf(id, item)) != id || renamed
	})
	for _, list := range [][]hub.Record{item.Mentions, item.Records} {
		for _, r := range list {
			if o, ok := r.(*hub.Organisation); ok {
				target := w.resolve(o.ID, numbersOf(o.ID, item))
				w.met[target] = true
				for _, number := range numbersOf(o.ID, item) {
					if w.note(target, number); len(w.sharers(number, target, w.units[target])) == 0 {
						w.carry(number, target)
					}
				}
			}
		}
	}
	return renamed
}

// resolve gives the organisation that an id means: itself when there is one of
// that id, or none with its numbers.
func (w *matcher) resolve(id hub.ID, numbers []hub.ID) hub.ID {
	if w.exists(id) {
		return id
	}
	if target, known := w.same[id]; known {
		return target
	}
	if target, known := w.named[id]; known {
		w.same[id] = target
		return target
	}
	var unit hub.ID
	if len(numbers) > 0 && isUnit(numbers[0]) {
		unit = numbers[0]
	}
	for _, number := range numbers {
		candidates := w.sharers(number, "", unit)
		if len(candidates) == 0 || len(candidates) > 1 && isAssociation(number) {
			continue
		}
		w.same[id] = candidates[0]
		return candidates[0]
	}
	return id
}

func (w *matcher) exists(id hub.ID) bool {
	return w.m.state[id] != nil || w.m.seen.written(id) || w.met[id]
}

// sharers lists the organisations but one that have a number; an RNA number only
// those not known to be of another legal unit. The one that has it for an id
// comes first, those that are flagged as later last.
func (w *matcher) sharers(number, but, unit hub.ID) []hub.ID {
	var all []hub.ID
	if w.exists(number) {
		all = append(all, number)
	}
	for _, org := range w.carriers[number] {
		if org != number {
			all = append(all, org)
		}
	}
	all = slices.DeleteFunc(all, func(org hub.ID) bool {
		theirs := w.units[org]
		if isUnit(org) {
			theirs = org
		}
		return org == but || isAssociation(number) && unit != "" && theirs != "" && theirs != unit
	})
	isLater := func(org hub.ID) int {
		if have := w.m.state[org]; have != nil && slices.ContainsFunc(flagsOf(have), isDuplicateOf(number)) {
			return 1
		}
		return 0
	}
	if len(all) > 1 {
		slices.SortStableFunc(all, func(a, b hub.ID) int { return isLater(a) - isLater(b) })
	}
	return all
}

// isDuplicateOf tells the flags that say that others have had a number before.
func isDuplicateOf(number hub.ID) func(hub.Flag) bool {
	return func(flag hub.Flag) bool {
		return flag.Code == hub.FlagPossibleDuplicate && string(flag.Raw) == numberOf(number)
	}
}

// came tells who else has the number that a new record gives an organisation:
// an identifier, or an organisation whose id is its number. The organisation is
// then flagged, unless it had the number before; a bundle that a hub wrote has
// told of its own.
func (m *merger) came(r hub.Record, item *Item, out *result) {
	var number, org hub.ID
	switch r := r.(type) {
	case *hub.Organisation:
		number, org = r.ID, r.ID
	case *hub.Identifier:
		number, org = identifierID(r), r.OrganisationID
		if org == number || slices.Contains(m.who.carriers[number], org) {
			return
		}
	}
	if !isUnit(number) && !isAssociation(number) {
		return
	}
	others := m.who.sharers(number, org, m.who.units[org])
	m.who.carry(number, org)
	have := m.state[org]
	if len(others) == 0 || have == nil || item.Written && (View{m}).Stated(others[0]) || slices.ContainsFunc(flagsOf(have), isDuplicateOf(number)) {
		return
	}
	flag := hub.Flag{Code: hub.FlagPossibleDuplicate, Raw: hub.Text(numberOf(number)), Message: hub.Text(others[0])}
	next := hub.Clone(have)
	addFlag(next, flag)
	sortFlags(next)
	m.undo = append(m.undo, undo{org, have})
	m.state[org] = next
	out.settled = append(out.settled, settled{record: next, outcome: updated, mention: true, flags: []hub.Flag{flag}})
}
