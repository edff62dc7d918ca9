package seed

import (
	"slices"

	"polehub/hub"
)

// How a record from a file meets the record that the hub holds under its id.
//
// A record whose sources are all among those of the new one is replaced. When
// other sources state it too, the two are one fact with all their sources:
// what one of them leaves open the other fills, lists are united, and where
// they disagree the value of the source with the smallest id stands while the
// other stays in a flag SOURCES_DISAGREE that names its source. The hub does
// not keep who stated each single value: a value that no flag attributes is
// taken as stated by all sources that no flag of that field names.

// replace gives what the hub shall hold after a record that a source states;
// stored itself when nothing changes.
func replace(stored, incoming hub.Record, unstated []*hub.Field) hub.Record {
	if !covers(sourcesOf(incoming), sourcesOf(stored)) {
		return unite(stored, incoming, unstated)
	}
	if tie, ok := incoming.(*hub.Tie); ok {
		return replaceTie(stored.(*hub.Tie), tie)
	}
	next := incoming
	for _, f := range unstated {
		if next.Noun().Field(f.Name) != f || f.Get(stored) == nil {
			continue
		}
		if next == incoming {
			next = hub.Clone(incoming)
		}
		set(f, next, f.Get(stored))
		for _, flag := range flagsOf(stored) {
			if string(flag.Field) == f.Column {
				addFlag(next, flag)
			}
		}
	}
	for _, flag := range flagsOf(stored) {
		if flag.Code == hub.FlagPossibleDuplicate && !slices.Contains(flagsOf(next), flag) {
			if next == incoming {
				next = hub.Clone(incoming)
			}
			addFlag(next, flag) // the hub's own remark, which no source takes back
		}
	}
	orderFlags(next, stored)
	if hub.Equal(stored, next) {
		return stored
	}
	return next
}

// unite merges two states of one fact from different sources.
func unite(stored, incoming hub.Record, unstated []*hub.Field) hub.Record {
	u := &union{next: hub.Clone(stored), stored: stored, incoming: incoming}
	for _, f := range stored.Noun().Fields[1:] {
		if f.Type == hub.TypeFlags || slices.Contains(unstated, f) {
			continue
		}
		u.field(f)
	}
	return u.finish()
}

// union is one merge under way.
type union struct {
	next, stored, incoming hub.Record
}

func (u *union) field(f *hub.Field) {
	in, have := stated(f, u.incoming), stated(f, u.stored)
	switch {
	case in == nil || standsIn(u.incoming, f) && have != nil:
	case have == nil || standsIn(u.stored, f):
		set(f, u.next, in)
		dropFlags(u.next, func(flag hub.Flag) bool { return string(flag.Field) == f.Column && isStandIn(flag.Code) })
	case f.Type == hub.TypeList && isTieClaim(f):
	case f.Type == hub.TypeList || f.Type == hub.TypeRefs:
		set(f, u.next, unitedLists(f.List(u.next), in.([]string)))
	case in == have:
		u.settleDispute(f)
	default:
		u.dispute(f, text(f, in), text(f, have))
	}
}

// finish adds the flags of the new state and unites the claims of ties.
func (u *union) finish() hub.Record {
	if _, ok := u.next.(*hub.Tie); ok {
		u.claims()
	}
	for _, flag := range flagsOf(u.incoming) {
		if !isStandIn(flag.Code) {
			addFlag(u.next, flag)
		}
	}
	orderFlags(u.next, u.stored)
	if hub.Equal(u.stored, u.next) {
		return u.stored
	}
	return u.next
}

// settleDispute drops the flags of sources that now agree.
func (u *union) settleDispute(f *hub.Field) {
	incoming := sourcesOf(u.incoming)
	dropFlags(u.next, func(flag hub.Flag) bool { return isDispute(flag, f) && slices.Contains(incoming, hub.ID(flag.Message)) })
}

// dispute decides which of two values stands and keeps the other in a flag for
// each source that states it.
func (u *union) dispute(f *hub.Field, in, have string) {
	if f == hub.OrganisationNoun.Field("name") && u.lost(in) {
		addAlias(u.next.(*hub.Organisation), in)
		return
	}
	u.settleDispute(f)
	incoming := sourcesOf(u.incoming)
	owners := without(sourcesOf(u.stored), disputants(u.stored, f))
	loser, losers := in, incoming
	if len(owners) == 0 || f.Named && isWeak(u.stored) || minimum(incoming) <= minimum(owners) {
		set(f, u.next, f.Get(u.incoming))
		dropFlags(u.next, func(flag hub.Flag) bool { return isDispute(flag, f) && string(flag.Raw) == in })
		loser, losers = have, without(owners, incoming)
	}
	if len(losers) == 0 {
		return // the value was the source's own: it is corrected
	}
	if f == hub.OrganisationNoun.Field("name") {
		addAlias(u.next.(*hub.Organisation), loser)
		if hub.Fold(loser) == hub.Fold(f.Text(u.next)) {
			return
		}
	}
	for _, source := range losers {
		addFlag(u.next, hub.Flag{Field: hub.Text(f.Column), Code: disputeCode(f), Raw: hub.Text(loser), Message: hub.Text(source)})
	}
}

// lost reports whether flags say of all incoming sources that this name of
// theirs lost. The case of its letters does not count: a name that differed from
// the one that stood by its case alone is not attributed to its source (see
// dispute), so that, if both lost later, the flag has the other.
func (u *union) lost(name string) bool {
	sources, flags := sourcesOf(u.incoming), flagsOf(u.stored)
	return len(sources) > 0 && !slices.ContainsFunc(sources, func(source hub.ID) bool {
		return !slices.ContainsFunc(flags, func(flag hub.Flag) bool {
			return flag.Code == hub.FlagNameConflict && hub.ID(flag.Message) == source && hub.Fold(string(flag.Raw)) == hub.Fold(name)
		})
	})
}

func disputeCode(f *hub.Field) hub.FlagCode {
	if f == hub.OrganisationNoun.Field("name") {
		return hub.FlagNameConflict
	}
	return hub.FlagSourcesDisagree
}

func isDispute(flag hub.Flag, f *hub.Field) bool {
	return string(flag.Field) == f.Column && flag.Code == disputeCode(f)
}

// disputants are the sources whose value of the field lost.
func disputants(r hub.Record, f *hub.Field) []hub.ID {
	var ids []hub.ID
	for _, flag := range flagsOf(r) {
		if isDispute(flag, f) {
			ids = append(ids, hub.ID(flag.Message))
		}
	}
	return ids
}

// complete gives what the hub shall hold after an organisation or identifier
// was named in passing; stored itself when nothing changes. Nothing is
// replaced: another name becomes an alias. Among names that were only ever
// mentioned the smallest stands, so that the order of files does not matter.
func complete(stored, mention hub.Record) hub.Record {
	org, ok := mention.(*hub.Organisation)
	if !ok {
		return unite(stored, mention, nil)
	}
	known := stored.(*hub.Organisation)
	next := hub.Clone(stored).(*hub.Organisation)
	name := hub.OrganisationNoun.Field("name")
	for _, f := range stored.Noun().Fields[1:] {
		in, have := stated(f, mention), stated(f, stored)
		switch {
		case in == nil || f == name || f.Type == hub.TypeFlags || standsIn(mention, f) && have != nil:
		case have == nil:
			set(f, next, in)
		case standsIn(stored, f):
			set(f, next, in)
			dropFlags(next, func(flag hub.Flag) bool { return string(flag.Field) == f.Column && isStandIn(flag.Code) })
		case f.Type == hub.TypeList || f.Type == hub.TypeRefs:
			set(f, next, unitedLists(have.([]string), in.([]string)))
		}
	}
	completeName(next, known, org)
	for _, flag := range flagsOf(mention) {
		if !isStandIn(flag.Code) {
			addFlag(next, flag)
		}
	}
	if isWeak(next) {
		flagAliases(next)
		sortFlags(next)
	}
	if hub.Equal(stored, next) {
		return stored
	}
	return next
}

// completeName settles the name of an organisation that is mentioned again.
func completeName(next, known, mention *hub.Organisation) {
	name := hub.OrganisationNoun.Field("name")
	switch {
	case standsIn(mention, name):
		if standsIn(known, name) {
			next.Name = min(known.Name, mention.Name)
		}
		return
	case mention.Name == known.Name || slices.Contains(known.Aliases, mention.Name):
		return
	case standsIn(known, name):
		next.Name = mention.Name
		dropFlags(next, func(flag hub.Flag) bool { return flag.Code == hub.FlagNameMissing })
		return
	case isWeak(known):
		next.Name = min(known.Name, mention.Name)
		addAlias(next, max(known.Name, mention.Name))
		return
	}
	addAlias(next, mention.Name)
	if hub.Fold(known.Name) != hub.Fold(mention.Name) {
		addFlag(next, hub.Flag{Field: "name", Code: hub.FlagNameConflict, Raw: hub.Text(mention.Name), Message: hub.Text(joined(mention.SourceIDs))})
	}
}

// flagAliases says which aliases of an organisation that was only mentioned are
// other names than the one that stands. When several sources mention it, which
// of them gave which name is not kept: all are named.
func flagAliases(o *hub.Organisation) {
	dropFlags(o, func(flag hub.Flag) bool { return flag.Code == hub.FlagNameConflict })
	sources := hub.Text(hub.Clip(joined(o.SourceIDs), 1<<10))
	for _, alias := range o.Aliases {
		if hub.Fold(alias) != hub.Fold(o.Name) {
			addFlag(o, hub.Flag{Field: "name", Code: hub.FlagNameConflict, Raw: hub.Text(alias), Message: sources})
		}
	}
}

// isWeak reports an organisation that is only known because it was mentioned.
func isWeak(r hub.Record) bool {
	return slices.ContainsFunc(flagsOf(r), func(flag hub.Flag) bool { return flag.Code == hub.FlagKindMissing })
}

// standsIn reports a value that no source states, there because the field is
// required.
func standsIn(r hub.Record, f *hub.Field) bool {
	if !f.Required {
		return false
	}
	return slices.ContainsFunc(flagsOf(r), func(flag hub.Flag) bool { return string(flag.Field) == f.Column && isStandIn(flag.Code) })
}

func isStandIn(code hub.FlagCode) bool {
	return code == hub.FlagNameMissing || code == hub.FlagKindMissing
}

// maxAliases is how many names an organisation may have beside its own: the
// national files know large ones under hundreds. The first in order are kept, so
// that it does not matter which came first.
const maxAliases = 500

func addAlias(o *hub.Organisation, name string) {
	aliases := slices.DeleteFunc(slices.Clone(o.Aliases), func(a string) bool { return a == o.Name })
	if name != o.Name {
		aliases = append(aliases, name)
	}
	slices.Sort(aliases)
	aliases = slices.Compact(aliases)
	o.Aliases = aliases[:min(len(aliases), maxAliases)]
}
