package hub

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"

	"polehub/analysis"
)

// Dossier holds the facts about one pole, of any date, that answers about the
// pole as a whole rest on: grids, public involvement, reports. It is shared
// between poles where they share facts: read only. Lists are in order of id.
type Dossier struct {
	Pole *Pole
	// Revision is the state of the hub it was read from; 0 from [ReadDossiers].
	Revision     Revision
	Memberships  []*Membership
	Roles        []*Role
	Sites        []*Site
	Documents    []*Document
	Assessments  []*Assessment
	Observations []*Observation
	// Ties are those between two members of any time, wherever recorded.
	Ties []*Tie
	// Agreements are the contracts that a member of any time is a party to, and
	// those declared for the pole.
	Agreements []*Agreement
	// Links are those by which members, of any time, may belong to one group, over
	// organisations outside too.
	Links []*Link

	all *dossierFacts

	once      sync.Once
	asNetwork networkFacts // see Network and Ledger
	money     sync.Once
	contracts analysis.LedgerInput // see Ledger
}

// Organisation is a member of any time, a holder of a role or a party to one of
// the contracts; nil for others.
func (d *Dossier) Organisation(id ID) *Organisation { return d.all.actors[id] }

// Claims are the claims of status of a member or party, of any date.
func (d *Dossier) Claims(id ID) []*Claim { return d.all.claims[id] }

// Roster is who an observation asked, and who answered.
func (d *Dossier) Roster(observation ID) []*RosterEntry { return d.all.rosters[observation] }

// dossierFacts is what the dossiers of one answer share.
type dossierFacts struct {
	actors  map[ID]*Organisation
	claims  map[ID][]*Claim
	rosters map[ID][]*RosterEntry
}

// ReadDossiers reads the dossiers of poles, in the order of ids; nil where there
// is no such pole. The number of calls to the store does not depend on the
// number of poles.
func ReadDossiers(ctx context.Context, r Reader, ids []ID) ([]*Dossier, error) {
	reading := &dossierReading{ctx: ctx, r: r, dossiers: map[ID]*Dossier{}, facts: &dossierFacts{actors: map[ID]*Organisation{}}}
	found, err := r.Find(ctx, PoleNoun, ids)
	if err != nil {
		return nil, err
	}
	for i, rec := range found {
		if rec != nil {
			reading.dossiers[ids[i]] = &Dossier{Pole: rec.(*Pole), all: reading.facts}
		}
	}
	if err := reading.all(slices.Sorted(maps.Keys(reading.dossiers))); err != nil {
		return nil, err
	}
	out := make([]*Dossier, len(ids))
	for i, id := range ids {
		out[i] = reading.dossiers[id]
	}
	return out, nil
}

// dossierReading is one call of ReadDossiers.
type dossierReading struct {
	ctx      context.Context
	r        Reader
	dossiers map[ID]*Dossier
	facts    *dossierFacts
	poles    map[ID][]*Dossier // by member of any time
}

func (d *dossierReading) all(poles []ID) error {
	if len(poles) == 0 {
		return nil
	}
	for _, read := range []func([]ID) error{d.ofPoles, d.observations} {
		if err := read(poles); err != nil {
			return err
		}
	}
	members := slices.Sorted(maps.Keys(d.poles))
	for _, read := range []func([]ID) error{d.ties, d.links, func(m []ID) error { return d.agreements(m, poles) }} {
		if err := read(members); err != nil {
			return err
		}
	}
	var err error
	d.facts.claims, err = grouped(d.ctx, d.r, Query{Noun: ClaimNoun, Where: In(ClaimNoun.Field("organisationId"), slices.Sorted(maps.Keys(d.facts.actors))...)},
		func(c *Claim) ID { return c.OrganisationID })
	return err
}

// ofPoles reads what hangs on poles directly, with the organisations named.
func (d *dossierReading) ofPoles(poles []ID) error {
	d.poles = map[ID][]*Dossier{}
	for _, part := range []struct {
		relation string
		with     string // a relation to an organisation
		add      func(*Dossier, Record)
	}{
		{"members", "organisation", func(to *Dossier, rec Record) {
			m := rec.(*Membership)
			to.Memberships = append(to.Memberships, m)
			if !slices.Contains(d.poles[m.OrganisationID], to) {
				d.poles[m.OrganisationID] = append(d.poles[m.OrganisationID], to)
			}
		}},
		{"roles", "organisation", func(to *Dossier, rec Record) { to.Roles = append(to.Roles, rec.(*Role)) }},
		{"sites", "", func(to *Dossier, rec Record) { to.Sites = append(to.Sites, rec.(*Site)) }},
		{"documents", "", func(to *Dossier, rec Record) { to.Documents = append(to.Documents, rec.(*Document)) }},
		{"assessments", "", func(to *Dossier, rec Record) { to.Assessments = append(to.Assessments, rec.(*Assessment)) }},
		{"observations", "", func(to *Dossier, rec Record) { to.Observations = append(to.Observations, rec.(*Observation)) }},
	} {
		relation := PoleNoun.Relation(part.relation)
		q := Query{Noun: NounNamed(relation.To), Parents: &Parents{Relation: relation, IDs: poles}}
		if part.with != "" {
			q.With = []*Relation{q.Noun.Relation(part.with)}
		}
		err := eachRow(d.ctx, d.r, q, func(row Row) {
			part.add(d.dossiers[row.Parent], row.Record)
			for _, with := range row.With {
				d.meet(with)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// meet keeps an organisation that a fact names.
func (d *dossierReading) meet(rec Record) {
	if o, ok := rec.(*Organisation); ok && o != nil {
		d.facts.actors[o.ID] = o
	}
}

func (d *dossierReading) observations(poles []ID) error {
	var err error
	d.facts.rosters, err = grouped(d.ctx, d.r, Query{Noun: RosterEntryNoun, Where: Has{
		Relation: RosterEntryNoun.Relation("observation"), Where: In(ObservationNoun.Field("poleId"), poles...),
	}}, func(e *RosterEntry) ID { return e.ObservationID })
	return err
}

func (d *dossierReading) ties(members []ID) error {
	return eachRow(d.ctx, d.r, Query{Noun: TieNoun, Where: And{
		In(TieNoun.Field("fromId"), members...), In(TieNoun.Field("toId"), members...),
	}}, func(row Row) {
		t := row.Record.(*Tie)
		for _, to := range d.poles[t.FromID] {
			if slices.Contains(d.poles[t.ToID], to) {
				to.Ties = append(to.Ties, t)
			}
		}
	})
}

// links reads the links that lead from members to their groups, those between
// organisations outside too: one call for each step outwards.
func (d *dossierReading) links(members []ID) error {
	at, asked := map[ID][]*Link{}, map[ID]bool{}
	for ends := members; len(ends) > 0; {
		for _, id := range ends {
			asked[id] = true
		}
		further := map[ID]bool{}
		err := eachRow(d.ctx, d.r, Query{Noun: LinkNoun, Where: And{
			In(LinkNoun.Field("kind"), LinkGroup),
			Or{In(LinkNoun.Field("childId"), ends...), In(LinkNoun.Field("parentId"), ends...)},
		}}, func(row Row) {
			l := row.Record.(*Link)
			for _, end := range []ID{l.ChildID, l.ParentID} {
				at[end] = append(at[end], l)
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
	for _, to := range d.dossiers {
		to.Links = linksFrom(to.Memberships, at)
	}
	return nil
}

// linksFrom are the links that lead anywhere from members, by id.
func linksFrom(members []*Membership, at map[ID][]*Link) []*Link {
	met, links := map[ID]bool{}, map[ID]*Link{}
	var walk func(id ID)
	walk = func(id ID) {
		if met[id] {
			return
		}
		met[id] = true
		for _, l := range at[id] {
			links[l.ID] = l
			walk(l.ChildID)
			walk(l.ParentID)
		}
	}
	for _, m := range members {
		walk(m.OrganisationID)
	}
	return slices.SortedFunc(maps.Values(links), func(a, b *Link) int { return cmp.Compare(a.ID, b.ID) })
}

// agreements reads the contracts of members and those declared for the poles.
func (d *dossierReading) agreements(members, poles []ID) error {
	contracts := map[ID]*Agreement{}
	// Two questions, for no store answers "one or the other" from an index.
	for _, q := range []Query{
		{Where: Has{Relation: ContractNoun.Relation("parties"), Where: In(PartyNoun.Field("organisationId"), members...)}},
		{Parents: &Parents{Relation: PoleNoun.Relation("contracts"), IDs: poles}},
	} {
		q.Noun = ContractNoun
		err := eachRow(d.ctx, d.r, q, func(row Row) {
			c := row.Record.(*Contract)
			if contracts[c.ID] == nil {
				contracts[c.ID] = &Agreement{Contract: c, facts: &contractFacts{contract: c}}
			}
		})
		if err != nil {
			return err
		}
	}
	if len(contracts) == 0 {
		return nil
	}
	ids := slices.Sorted(maps.Keys(contracts))
	if err := d.parties(contracts, ids); err != nil {
		return err
	}
	err := eachRow(d.ctx, d.r, Query{Noun: AmendmentNoun, Where: In(AmendmentNoun.Field("contractId"), ids...)}, func(row Row) {
		m := row.Record.(*Amendment)
		facts := contracts[m.ContractID].facts
		facts.amendments = append(facts.amendments, m)
	})
	for _, id := range ids {
		a := contracts[id]
		slices.SortFunc(a.facts.amendments, compareAmendments)
		for _, to := range d.concerned(a) {
			to.Agreements = append(to.Agreements, a)
		}
	}
	return err
}

// parties reads the parties of contracts, as far as states of contracts tell them (see
// Agreement.Parties), and the organisations that are not known yet.
func (d *dossierReading) parties(contracts map[ID]*Agreement, ids []ID) error {
	unmet := map[ID]bool{}
	err := eachRow(d.ctx, d.r, Query{
		Noun: PartyNoun, Where: In(PartyNoun.Field("contractId"), ids...),
		Fields: fieldsNamed(PartyNoun, "contractId", "amendment", "organisationId", "role", "share", "amount"),
	}, func(row Row) {
		p := row.Record.(*Party)
		facts := contracts[p.ContractID].facts
		facts.parties = append(facts.parties, p)
		if p.OrganisationID != "" && d.facts.actors[p.OrganisationID] == nil {
			unmet[p.OrganisationID] = true
		}
	})
	if err != nil {
		return err
	}
	met, err := d.r.Find(d.ctx, OrganisationNoun, slices.Sorted(maps.Keys(unmet)))
	for _, o := range met {
		d.meet(o)
	}
	return err
}

// concerned are the dossiers that a contract belongs in, each once.
func (d *dossierReading) concerned(a *Agreement) []*Dossier {
	var out []*Dossier
	add := func(to *Dossier) {
		if to != nil && !slices.Contains(out, to) {
			out = append(out, to)
		}
	}
	for _, id := range a.Contract.PoleIDs {
		add(d.dossiers[id])
	}
	for _, p := range a.facts.parties {
		for _, to := range d.poles[p.OrganisationID] {
			add(to)
		}
	}
	slices.SortFunc(out, func(a, b *Dossier) int { return cmp.Compare(a.Pole.ID, b.Pole.ID) })
	return out
}
