package hub

import (
	"context"
	"maps"
	"slices"

	"polehub/analysis"
)

// TwoModeColumns is what the members of a pole take part in.
type TwoModeColumns string

// Columns: contracts of which members are parties, texts of the pole that they signed,
// poles of which they are members.
const (
	ColumnsContracts TwoModeColumns = "CONTRACTS"
	ColumnsDocuments TwoModeColumns = "DOCUMENTS"
	ColumnsPoles     TwoModeColumns = "POLES"
)

// PoleTwoMode is who takes part in what in a pole on one day.
type PoleTwoMode struct {
	PoleID   ID
	AsOf     Date
	Revision Revision
	TwoMode  *analysis.TwoMode
}

// PoleLayers is the types of ties between the members of a pole on one day, each a
// network of its own.
type PoleLayers struct {
	PoleID   ID
	AsOf     Date
	Revision Revision
	Layers   *analysis.Layers
}

// TwoModes gives the two-mode network of each pole, in the order of ids; nil where there
// is no such pole. The number of calls to the store does not depend on the number of
// poles. A refused projection is BadUserInput naming the parameter. The results are
// shared with other callers: read only.
func (h *Hub) TwoModes(ctx context.Context, ids []ID, columns TwoModeColumns, p analysis.Projection) ([]*PoleTwoMode, error) {
	what := "two-mode " + string(columns) + projectionKey(p)
	return perPole(ctx, h, ids, what, func(ctx context.Context, r Reader, revision Revision, ids []ID, into map[ID]*PoleTwoMode) error {
		f, err := readPerimeter(ctx, r, ids, p)
		if err != nil {
			return err
		}
		actors := slices.Sorted(maps.Keys(f.actors))
		if err := f.readClaims(ctx, r, actors, p); err != nil {
			return err
		}
		if err := f.readLinks(ctx, r, actors, p); err != nil {
			return err
		}
		columnsOf, err := f.readColumns(ctx, r, ids, actors, columns, p)
		if err != nil {
			return err
		}
		return eachPole(ctx, f.there(ids), into, func(pole ID) (*PoleTwoMode, error) {
			in, _ := f.input(p, pole)
			if columnsOf != nil {
				in.ContractTypes, in.Contracts = []string{string(columns)}, columnsOf(pole)
			}
			of := p
			of.Perimeter = []string{string(pole)}
			two, err := analysis.ProjectTwoMode(in, of)
			if err != nil {
				return nil, projectionError(err)
			}
			return &PoleTwoMode{PoleID: pole, AsOf: Date(p.Day()), Revision: revision, TwoMode: two}, nil
		})
	})
}

// readColumns reads what members take part in. It returns what gives the columns of a
// pole, nil when they are its contracts.
func (f *networkFacts) readColumns(ctx context.Context, r Reader, ids, actors []ID, columns TwoModeColumns, p analysis.Projection) (func(pole ID) []analysis.Contract, error) {
	switch columns {
	case ColumnsDocuments:
		return f.readDocuments(ctx, r, ids, Date(p.Day()))
	case ColumnsPoles:
		return f.readPoles(ctx, r, actors, p)
	}
	p.AllContracts = p.AllContracts || len(p.Contracts) == 0
	return nil, f.readContracts(ctx, r, actors, p)
}

// readDocuments reads the texts of poles: signed once, they stay so; those without a
// date may have been signed later.
func (f *networkFacts) readDocuments(ctx context.Context, r Reader, ids []ID, day Date) (func(ID) []analysis.Contract, error) {
	documents, err := grouped(ctx, r, Query{Noun: DocumentNoun, Where: In(DocumentNoun.Field("poleId"), ids...)}, func(d *Document) ID { return d.PoleID })
	return func(pole ID) []analysis.Contract {
		var columns []analysis.Contract
		for _, d := range documents[pole] {
			c := analysis.Contract{Key: string(d.ID), Type: string(ColumnsDocuments), Source: firstSource(d.SourceIDs)}
			if d.Dated != "" {
				c.Validity = analysis.Validity{Start: string(d.Dated), End: string(max(day, d.Dated).AddDays(1))}
			}
			for _, id := range d.SignatoryIDs {
				c.Parties = append(c.Parties, analysis.Party{ID: string(id)})
			}
			columns = append(columns, c)
		}
		return columns
	}, err
}

// readPoles reads of which poles the members are members, their own included.
func (f *networkFacts) readPoles(ctx context.Context, r Reader, actors []ID, p analysis.Projection) (func(ID) []analysis.Contract, error) {
	poles := map[ID][]ID{} // by member
	err := eachRow(ctx, r, Query{
		Noun: MembershipNoun, Where: And{inForceWhen(MembershipNoun, p), In(MembershipNoun.Field("organisationId"), actors...)},
		Fields: fieldsNamed(MembershipNoun, "organisationId", "poleId"),
	}, func(row Row) {
		m := row.Record.(*Membership)
		poles[m.OrganisationID] = append(poles[m.OrganisationID], m.PoleID)
	})
	from, to := Date(p.From), Date(p.To)
	if p.AsOf != "" {
		from, to = Date(p.AsOf), Date(p.AsOf).AddDays(1)
	}
	return func(pole ID) []analysis.Contract {
		members := map[ID][]analysis.Party{}
		for _, m := range f.membersOf(pole, p) {
			for _, other := range poles[m.OrganisationID] {
				members[other] = append(members[other], analysis.Party{ID: string(m.OrganisationID)})
			}
		}
		var columns []analysis.Contract
		for _, other := range slices.Sorted(maps.Keys(members)) {
			columns = append(columns, analysis.Contract{
				Key: string(other), Type: string(ColumnsPoles), Parties: members[other],
				Validity: analysis.Validity{Start: string(from), End: string(to)},
			})
		}
		return columns
	}, err
}

// LayersOf gives the types of ties of each pole, each by itself, as [Hub.TwoModes] does.
// Contracts of the types asked for, all when none is, stand beside them.
func (h *Hub) LayersOf(ctx context.Context, ids []ID, p analysis.Projection) ([]*PoleLayers, error) {
	return perPole(ctx, h, ids, "layers "+projectionKey(p), func(ctx context.Context, r Reader, revision Revision, ids []ID, into map[ID]*PoleLayers) error {
		all := p
		all.AllContracts = p.AllContracts || len(p.Contracts) == 0
		f, err := readNetworkFacts(ctx, r, ids, all)
		if err != nil {
			return err
		}
		return eachPole(ctx, f.there(ids), into, func(pole ID) (*PoleLayers, error) {
			in, _ := f.input(p, pole)
			of := p
			of.Perimeter = []string{string(pole)}
			layers, err := analysis.ProjectLayers(in, of)
			if err != nil {
				return nil, projectionError(err)
			}
			return &PoleLayers{PoleID: pole, AsOf: Date(p.Day()), Revision: revision, Layers: layers}, nil
		})
	})
}
