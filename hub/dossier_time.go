package hub

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"polehub/analysis"
)

// Dossiers gives the dossier of each pole, in the order of ids; nil where there is
// no such pole. The number of calls to the store does not depend on the number of
// poles. The results are shared with other callers: read only.
func (h *Hub) Dossiers(ctx context.Context, ids []ID) ([]*Dossier, error) {
	return perPole(ctx, h, ids, "dossier", func(ctx context.Context, r Reader, revision Revision, ids []ID, into map[ID]*Dossier) error {
		list, err := ReadDossiers(ctx, r, ids)
		for i, d := range list {
			if d != nil {
				d.Revision = revision
				into[ids[i]] = d
			}
		}
		return err
	})
}

// NetworkChanges are the days after from and before to on which the network of the
// pole under a projection without a day may change, sorted; BadUserInput naming "to"
// for more than MaxSteps.
func (d *Dossier) NetworkChanges(p analysis.Projection, from, to Date) ([]Date, error) {
	p.AsOf, p.From, p.To, p.MembersIn = "", string(from), string(to), ""
	f := d.networkFacts()
	f.signed = nil // contracts make no ties
	days, err := f.changes(d.Pole.ID, p)
	out := make([]Date, len(days))
	for i, day := range days {
		out[i] = Date(day)
	}
	return out, err
}

// Standing is what a tie is worth in [from, to): one without an end is in force for
// [analysis.DefaultHorizon] days after it began or an observation of the pole saw it
// last, and past its horizon from then on.
func (d *Dossier) Standing(t *Tie, from, to Date) analysis.Standing {
	var seen *Observation
	for _, o := range d.Observations {
		if o.ID == t.ObservationID {
			seen = o
		}
	}
	s, _ := tieFact(t, seen).Standing(string(from), string(to), analysis.DefaultHorizon) // days are checked when they are written
	return s
}

// Moment is a day on which a fact of a dossier begins, ends, was made, or is past its
// horizon, by one of its dates.
type Moment struct {
	Day   Date
	Fact  Record
	field *Field // the date; the day may follow from it by a term
}

// Moments are all the days on which facts of the dossier say something else than the
// day before, by day and then by id of the fact. A contract has those of all that its
// amendments made of it.
func (d *Dossier) Moments() []Moment {
	var all []Moment
	add := func(r Record, field string, days ...Date) {
		f := r.Noun().Field(field)
		if len(days) == 0 {
			days = []Date{Date(f.Text(r))}
		}
		for _, day := range days {
			if day != "" && f.Text(r) != "" {
				all = append(all, Moment{day, r, f})
			}
		}
	}
	add(d.Pole, "startedOn") // nobody belongs to it before
	for _, r := range d.periods() {
		add(r, "validFrom")
		add(r, "validTo")
	}
	for _, r := range d.Documents {
		add(r, "dated")
	}
	for _, o := range d.Observations {
		end, field := o.ObservedTo, "observedTo"
		if end == "" && o.ObservedFrom != "" {
			end, field = o.ObservedFrom.AddDays(1), "observedFrom"
		}
		add(o, "observedFrom")
		if end != "" { // what it did not find is known until the horizon
			add(o, field, end, end.AddDays(analysis.DefaultHorizon-1))
		}
	}
	for _, t := range d.Ties {
		if t.ValidTo == "" && t.ValidFrom != "" { // one that was seen later ends with what its observation says
			add(t, "validFrom", t.ValidFrom.AddDays(analysis.DefaultHorizon))
		}
	}
	for _, a := range d.Agreements {
		a.moments(add)
	}
	slices.SortFunc(all, func(a, b Moment) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Fact.Key(), b.Fact.Key()), cmp.Compare(a.field.Name, b.field.Name))
	})
	return slices.Compact(all)
}

// periods are the facts with a validity.
func (d *Dossier) periods() []Record {
	all := slices.Concat(records(d.Memberships), records(d.Roles), records(d.Sites), records(d.Ties), records(d.Links))
	seen := map[ID]bool{}
	for _, m := range d.Memberships {
		if !seen[m.OrganisationID] {
			seen[m.OrganisationID] = true
			all = append(all, records(d.Claims(m.OrganisationID))...)
		}
	}
	return all
}

func records[T Record](list []T) []Record {
	out := make([]Record, len(list))
	for i, r := range list {
		out[i] = r
	}
	return out
}

// moments adds those of a contract and of its amendments.
func (a *Agreement) moments(add func(r Record, field string, days ...Date)) {
	c := a.Contract
	start := "startsOn"
	switch {
	case c.StartsOn != "":
	case c.SignedOn != "":
		start = "signedOn"
	default:
		start = "notifiedOn"
	}
	add(c, start)
	for _, m := range a.facts.amendments {
		add(m, "dated")
	}
	for _, s := range a.facts.all() {
		if s.end == c.EndsOn {
			add(c, "endsOn")
		} else {
			add(c, start, s.end)
		}
	}
}

// Postponed is the dossier as it would be had the dates of some moments been a number
// of days later.
func (d *Dossier) Postponed(days int, moments ...Moment) *Dossier {
	later := map[ID]Record{}
	for _, m := range moments {
		r := later[m.Fact.Key()]
		if r == nil {
			r = Clone(m.Fact)
			later[r.Key()] = r
		}
		_ = m.field.Set(r, string(Date(m.field.Text(r)).AddDays(days))) // a date takes texts
	}
	out := &Dossier{
		Pole: replaced([]*Pole{d.Pole}, later)[0], Revision: d.Revision, Assessments: d.Assessments,
		Memberships: replaced(d.Memberships, later), Roles: replaced(d.Roles, later), Sites: replaced(d.Sites, later),
		Documents: replaced(d.Documents, later), Observations: replaced(d.Observations, later),
		Ties: replaced(d.Ties, later), Links: replaced(d.Links, later),
		Agreements: slices.Clone(d.Agreements), all: &dossierFacts{actors: d.all.actors, claims: d.all.claims, rosters: d.all.rosters},
	}
	for i, a := range d.Agreements {
		facts := &contractFacts{
			contract: replaced([]*Contract{a.Contract}, later)[0], parties: a.facts.parties, amendments: replaced(a.facts.amendments, later),
		}
		slices.SortFunc(facts.amendments, compareAmendments)
		out.Agreements[i] = &Agreement{Contract: facts.contract, facts: facts}
	}
	for _, r := range later {
		if c, ok := r.(*Claim); ok {
			out.all.claims = maps.Clone(out.all.claims)
			out.all.claims[c.OrganisationID] = replaced(out.all.claims[c.OrganisationID], later)
		}
	}
	return out
}

// replaced is a list with other records in the place of some of the same ids.
func replaced[T Record](list []T, later map[ID]Record) []T {
	out := slices.Clone(list)
	for i, r := range out {
		if other, ok := later[r.Key()].(T); ok {
			out[i] = other
		}
	}
	return out
}
