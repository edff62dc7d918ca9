package involvement

import (
	"polehub/analysis"
	"polehub/hub"
)

// Facts are what the parts of an answer read about one pole: its dossier, seen at
// a time. Nothing changes them.
type Facts struct {
	*hub.Dossier
	// From and To bound the time asked about, half open: a day is one day long.
	From, To hub.Date

	groups analysis.Groups
}

// Day is the last day of the time asked about.
func (f *Facts) Day() hub.Date { return f.To.AddDays(-1) }

// OneDay reports whether the time is a single day.
func (f *Facts) OneDay() bool { return f.From == f.Day() }

// At is the same pole at another time.
func (f *Facts) At(from, to hub.Date) *Facts {
	return &Facts{Dossier: f.Dossier, From: from, To: to, groups: f.groups}
}

// Network is the cooperation network of the last day, in which a tie counts by how
// many types it has.
func (f *Facts) Network() (*analysis.Network, error) {
	return f.Dossier.Network(analysis.Projection{AsOf: string(f.Day()), Weight: analysis.TypesWeight, Groups: f.groups})
}

// Ledger is the money of the time: on a day that of the contracts in force, whole;
// in a period what falls on its days.
func (f *Facts) Ledger() (*analysis.Ledger, error) {
	w := analysis.Window{From: string(f.From), To: string(f.To)}
	if f.OneDay() {
		w = analysis.Window{AsOf: string(f.From)}
	}
	return f.Dossier.Ledger(w)
}

// isPublic reports whether an organisation is known to be a public actor.
func (f *Facts) isPublic(id hub.ID) bool {
	o := f.Organisation(id)
	return o != nil && o.Publicness() == hub.ClassPublic
}

// Answer is how public authorities take part in one pole.
type Answer struct {
	PoleID   hub.ID
	Revision hub.Revision
	// From and To bound the time that was asked about, half open.
	From, To hub.Date
	// Actors are the public actors of the time, by since when they take part, those
	// of whom that is unknown last, then by id.
	Actors []*Actor
	// First is how public actors came in, at any time.
	First *Entry

	facts *Facts
}

// newAnswer answers from the facts.
func newAnswer(f *Facts, revision hub.Revision) (*Answer, error) {
	return &Answer{
		PoleID: f.Pole.ID, Revision: revision, From: f.From, To: f.To, facts: f,
		Actors: Actors(f), First: First(f),
	}, nil
}

// AsOf is the day asked about; empty for a period.
func (a *Answer) AsOf() hub.Date {
	if a.facts.OneDay() {
		return a.From
	}
	return ""
}
