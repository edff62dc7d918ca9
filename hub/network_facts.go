package hub

import (
	"context"
	"maps"
	"slices"

	"polehub/analysis"
)

// networkFacts are the facts that the networks of some poles are made of, read
// in a constant number of store calls and grouped for assembly.
type networkFacts struct {
	poles        map[ID]*Pole
	members      map[ID][]*Membership // by pole
	actors       map[ID]*Organisation
	claims       map[ID][]*Claim // by organisation
	ties         map[ID][]*Tie   // by first organisation, or by second when the first is no member
	links        []*Link
	observations map[ID][]*Observation // by pole
	rosters      map[ID][]*RosterEntry // by observation
	contracts    map[ID]*contractFacts
	signed       map[ID][]ID          // organisation → contracts
	others       map[ID]*Organisation // parties that are no members; for ledgers only
}

// there are the poles of a list that exist.
func (f *networkFacts) there(ids []ID) []ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id ID) bool { return f.poles[id] == nil })
}

// project makes the network of one pole, or of several as one.
func (f *networkFacts) project(p analysis.Projection, poles ...ID) (*PoleNetwork, error) {
	in, members := f.input(p, poles...)
	p.Perimeter = nil
	for _, id := range poles {
		p.Perimeter = append(p.Perimeter, string(id))
	}
	network, err := analysis.Project(in, p)
	if err != nil {
		return nil, projectionError(err)
	}
	n := &PoleNetwork{AsOf: Date(p.Day()), Network: network, Members: members}
	if len(poles) == 1 {
		n.PoleID = poles[0]
	}
	return n, nil
}

func readNetworkFacts(ctx context.Context, r Reader, ids []ID, p analysis.Projection) (*networkFacts, error) {
	f, err := readPerimeter(ctx, r, ids, p)
	if err != nil {
		return nil, err
	}
	return f, f.readWithin(ctx, r, ids, p)
}

// readPerimeter reads which poles there are, and their members on the day.
func readPerimeter(ctx context.Context, r Reader, ids []ID, p analysis.Projection) (*networkFacts, error) {
	f := &networkFacts{poles: map[ID]*Pole{}, members: map[ID][]*Membership{}, actors: map[ID]*Organisation{}}
	found, err := r.Find(ctx, PoleNoun, ids)
	if err != nil {
		return nil, err
	}
	for i, rec := range found {
		if pole, ok := rec.(*Pole); ok {
			f.poles[ids[i]] = pole
		}
	}
	err = eachRow(ctx, r, Query{
		Noun: MembershipNoun, Where: inForceWhen(MembershipNoun, p),
		Parents: &Parents{Relation: PoleNoun.Relation("members"), IDs: ids},
		With:    []*Relation{MembershipNoun.Relation("organisation")},
		// Of organisations everything: they are the members of the answer.
		Fields: append(fieldsNamed(MembershipNoun, "organisationId", "circle", "votes", "validFrom", "validTo"), OrganisationNoun.Fields...),
	}, func(row Row) {
		f.members[row.Parent] = append(f.members[row.Parent], row.Record.(*Membership))
		if o, ok := row.With[0].(*Organisation); ok {
			f.actors[o.ID] = o
		}
	})
	return f, err
}

// readWithin reads what is known of the members and between them.
func (f *networkFacts) readWithin(ctx context.Context, r Reader, ids []ID, p analysis.Projection) error {
	actors := slices.Sorted(maps.Keys(f.actors))
	for _, read := range []func(context.Context, Reader, []ID, analysis.Projection) error{
		f.readClaims, f.readTies, f.readLinks, f.readContracts,
	} {
		if err := read(ctx, r, actors, p); err != nil {
			return err
		}
	}
	return f.readObservations(ctx, r, ids)
}

func (f *networkFacts) readClaims(ctx context.Context, r Reader, actors []ID, p analysis.Projection) error {
	var err error
	f.claims, err = grouped(ctx, r, Query{Noun: ClaimNoun, Where: And{
		In(ClaimNoun.Field("organisationId"), actors...), In(ClaimNoun.Field("claim"), ClaimEss), inForceWhen(ClaimNoun, p),
	}}, func(c *Claim) ID { return c.OrganisationID })
	return err
}

// readTies reads the ties that begin or end at a member; those with another end
// outside are dropped by the projection, which counts them.
func (f *networkFacts) readTies(ctx context.Context, r Reader, actors []ID, p analysis.Projection) error {
	if p.NoRelations {
		return nil
	}
	types := And{}
	if len(p.Relations) > 0 {
		types = And{In(TieNoun.Field("type"), p.Relations...)}
	}
	fields := fieldsNamed(TieNoun, "type", "fromId", "toId", "claimedBy", "observationId", "validFrom", "validTo", "sources")
	begin := In(TieNoun.Field("fromId"), actors...)
	f.ties = map[ID][]*Tie{}
	err := eachRow(ctx, r, Query{Noun: TieNoun, Where: And{begin, types}, Fields: fields}, func(row Row) {
		t := row.Record.(*Tie)
		f.ties[t.FromID] = append(f.ties[t.FromID], t)
	})
	if err != nil {
		return err
	}
	// Two questions, for no store answers "one end or the other" from an index.
	end := In(TieNoun.Field("toId"), actors...)
	return eachRow(ctx, r, Query{Noun: TieNoun, Where: And{end, Not{begin}, types}, Fields: fields}, func(row Row) {
		t := row.Record.(*Tie)
		f.ties[t.ToID] = append(f.ties[t.ToID], t)
	})
}

// readLinks reads the groups that members belong to, with the links between
// organisations outside that hold them together: one call for each step
// outwards.
func (f *networkFacts) readLinks(ctx context.Context, r Reader, actors []ID, p analysis.Projection) error {
	if p.Groups != analysis.Collapse {
		return nil
	}
	asked := make(map[ID]bool, len(actors))
	read := map[ID]bool{}
	for ends := actors; len(ends) > 0; {
		for _, id := range ends {
			asked[id] = true
		}
		further := map[ID]bool{}
		err := eachRow(ctx, r, Query{Noun: LinkNoun, Where: And{
			inForceWhen(LinkNoun, p), In(LinkNoun.Field("kind"), LinkGroup),
			Or{In(LinkNoun.Field("childId"), ends...), In(LinkNoun.Field("parentId"), ends...)},
		}}, func(row Row) {
			link := row.Record.(*Link)
			if read[link.ID] {
				return
			}
			read[link.ID] = true
			f.links = append(f.links, link)
			for _, end := range []ID{link.ChildID, link.ParentID} {
				if !asked[end] {
					further[end] = true
				}
			}
		})
		if err != nil {
			return err
		}
		ends = slices.Sorted(maps.Keys(further))
	}
	return nil
}

func (f *networkFacts) readObservations(ctx context.Context, r Reader, ids []ID) error {
	var err error
	f.observations, err = grouped(ctx, r, Query{Noun: ObservationNoun, Where: In(ObservationNoun.Field("poleId"), ids...)},
		func(o *Observation) ID { return o.PoleID })
	if err != nil {
		return err
	}
	f.rosters, err = grouped(ctx, r, Query{Noun: RosterEntryNoun, Where: Has{
		Relation: RosterEntryNoun.Relation("observation"), Where: In(ObservationNoun.Field("poleId"), ids...),
	}, Fields: fieldsNamed(RosterEntryNoun, "observationId", "organisationId", "responded")}, func(e *RosterEntry) ID { return e.ObservationID })
	return err
}

// readContracts reads the contracts of the types asked for in which a member is
// a party, with all their parties and amendments.
func (f *networkFacts) readContracts(ctx context.Context, r Reader, actors []ID, p analysis.Projection) error {
	if len(p.Contracts) == 0 && !p.AllContracts {
		return nil
	}
	ofMember := Has{Relation: ContractNoun.Relation("parties"), Where: In(PartyNoun.Field("organisationId"), actors...)}
	where := And{ofMember}
	if !p.AllContracts {
		where = append(where, In(ContractNoun.Field("type"), p.Contracts...))
	}
	f.contracts, f.signed = map[ID]*contractFacts{}, map[ID][]ID{}
	err := eachRow(ctx, r, Query{Noun: ContractNoun, Where: where}, func(row Row) {
		f.contracts[row.Record.Key()] = &contractFacts{contract: row.Record.(*Contract)}
	})
	if err != nil || len(f.contracts) == 0 {
		return err
	}
	err = eachRow(ctx, r, Query{Noun: PartyNoun, Where: Has{Relation: PartyNoun.Relation("contract"), Where: where}}, func(row Row) {
		party := row.Record.(*Party)
		if c := f.contracts[party.ContractID]; c != nil {
			c.parties = append(c.parties, party)
			f.signed[party.OrganisationID] = append(f.signed[party.OrganisationID], party.ContractID)
		}
	})
	if err != nil {
		return err
	}
	err = eachRow(ctx, r, Query{Noun: AmendmentNoun, Where: Has{Relation: AmendmentNoun.Relation("contract"), Where: where}}, func(row Row) {
		a := row.Record.(*Amendment)
		if c := f.contracts[a.ContractID]; c != nil {
			c.amendments = append(c.amendments, a)
		}
	})
	for _, c := range f.contracts { // here, for poles share them
		slices.SortFunc(c.amendments, compareAmendments)
	}
	return err
}

// fieldsNamed are the fields of a noun that a network is made of.
func fieldsNamed(n *Noun, names ...string) []*Field {
	fields := make([]*Field, len(names))
	for i, name := range names {
		fields[i] = n.Field(name)
	}
	return fields
}

func eachRow(ctx context.Context, r Reader, q Query, fn func(Row)) error {
	for row, err := range r.Rows(ctx, q) {
		if err != nil {
			return err
		}
		fn(row)
	}
	return nil
}

// grouped reads all rows of a query into lists by key, in the order of the rows.
func grouped[T Record](ctx context.Context, r Reader, q Query, key func(T) ID) (map[ID][]T, error) {
	groups := map[ID][]T{}
	err := eachRow(ctx, r, q, func(row Row) {
		rec := row.Record.(T)
		groups[key(rec)] = append(groups[key(rec)], rec)
	})
	return groups, err
}
