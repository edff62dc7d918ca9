package hub

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
