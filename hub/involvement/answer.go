package involvement

import (
	"polehub/analysis"
	"polehub/hub"
)

// Answer is how public authorities take part in one pole. Parts that are methods
// are computed when they are called.
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
func newAnswer(f *Facts) (*Answer, error) {
	a := &Answer{
		PoleID: f.Pole.ID, Revision: f.Revision, From: f.From, To: f.To, facts: f,
		Actors: Actors(f), First: First(f),
	}
	l, err := f.Ledger()
	if err != nil {
		return nil, err
	}
	pay(l, a.Actors)
	pay(l, a.First.Actors)
	return a, nil
}

// pay tells of actors what members receive from them.
func pay(l *analysis.Ledger, actors []*Actor) {
	for _, a := range actors {
		a.Paid = paidBy(l, a.Organisation.ID)
	}
}

// AsOf is the day asked about; empty for a period.
func (a *Answer) AsOf() hub.Date {
	return Question{From: a.From, To: a.To}.asOf()
}

// Money is the money between public actors and members.
func (a *Answer) Money() (*Money, error) { return MoneyOf(a.facts) }

// Decision is the part of public actors in decisions.
func (a *Answer) Decision() *Decision { return DecisionOf(a.facts) }
