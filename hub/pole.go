package hub

import (
	"cmp"
	"slices"
)

// Pole is a territorial pole of economic cooperation.
type Pole struct {
	ID      ID
	Name    string
	Summary Text
	// Territory is the label of the territory.
	Territory Text
	// Communes, EPCIs, Departements and Regions are INSEE COG codes of the year COGYear.
	Communes     []string
	EPCIs        []string
	Departements []string
	Regions      []string
	COGYear      *int
	// Sectors are the fields of activity (filières).
	Sectors     []Sector
	SectorLabel Text
	StartedOn   Date
	EndedOn     Date
	Website     Text
	Fact
}

// Key is the id.
func (r *Pole) Key() ID { return r.ID }

// Noun is the table of poles.
func (r *Pole) Noun() *Noun { return PoleNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Pole) IsNode() {}

func poleNoun() *Noun {
	n := &Noun{
		Name: "pole", Prefix: "pole", File: "poles",
		New:   func() Record { return new(Pole) },
		Check: func(r Record) Errors { return r.(*Pole).check() },
		Fields: join([]*Field{
			idField(func(r *Pole) *ID { return &r.ID }),
			field("name", TypeText, func(r *Pole) any { return &r.Name }, required, named, searched),
			field("summary", TypeText, func(r *Pole) any { return (*string)(&r.Summary) }, long),
			field("territory", TypeText, func(r *Pole) any { return (*string)(&r.Territory) }, long),
			field("communes", TypeList, func(r *Pole) any { return &r.Communes }),
			field("epcis", TypeList, func(r *Pole) any { return &r.EPCIs }),
			field("departements", TypeList, func(r *Pole) any { return &r.Departements }),
			field("regions", TypeList, func(r *Pole) any { return &r.Regions }),
			field("cogYear", TypeInt, func(r *Pole) any { return &r.COGYear }),
			field("sectors", TypeList, func(r *Pole) any { return &r.Sectors }, codes(Sectors)),
			field("sectorLabel", TypeText, func(r *Pole) any { return (*string)(&r.SectorLabel) }, long),
			field("startedOn", TypeDate, func(r *Pole) any { return (*string)(&r.StartedOn) }, sortable),
			field("endedOn", TypeDate, func(r *Pole) any { return (*string)(&r.EndedOn) }, sortable),
			field("website", TypeText, func(r *Pole) any { return (*string)(&r.Website) }, long),
		}, factFields(func(r *Pole) *Fact { return &r.Fact })),
	}
	return n
}

// holds reports whether the seat of an organisation is on the declared territory:
// in one of its communes or intercommunalities, if any is declared, else in one of
// its départements, else of its regions. It is unknown when no territory is
// declared, or where the seat is not known precisely enough.
func (r *Pole) holds(o *Organisation) Tri {
	answer := func(declared []string, seat Text) Tri {
		switch {
		case len(declared) == 0:
			return TriNo
		case seat == "":
			return TriUnknown
		case slices.Contains(declared, string(seat)):
			return TriYes
		}
		return TriNo
	}
	switch {
	case len(r.Communes)+len(r.EPCIs) > 0:
		commune, epci := answer(r.Communes, o.Commune), answer(r.EPCIs, o.EPCI)
		if commune == TriYes || epci == TriYes {
			return TriYes
		}
		if commune == TriUnknown || epci == TriUnknown {
			return TriUnknown
		}
		return TriNo
	case len(r.Departements) > 0:
		return answer(r.Departements, cmp.Or(o.Departement, DepartementOf(o.Commune)))
	case len(r.Regions) > 0:
		return answer(r.Regions, o.Region)
	}
	return TriUnknown
}

// DepartementOf is the département of a commune, by its code; "" for none.
func DepartementOf(commune Text) Text {
	switch {
	case !ValidCommune(string(commune)):
		return ""
	case commune[:2] == "97" || commune[:2] == "98":
		return commune[:3]
	}
	return commune[:2]
}

func (r *Pole) check() Errors {
	errs := checkAll(checkCommune, "communes", r.Communes)
	errs = append(errs, checkAll(checkEPCI, "epcis", r.EPCIs)...)
	errs = append(errs, checkAll(checkDepartement, "departements", r.Departements)...)
	errs = append(errs, checkAll(checkRegion, "regions", r.Regions)...)
	if r.StartedOn != "" && r.EndedOn != "" && r.EndedOn < r.StartedOn {
		errs = append(errs, Invalid("endedOn", "%s is before startedOn %s", r.EndedOn, r.StartedOn))
	}
	return errs
}
