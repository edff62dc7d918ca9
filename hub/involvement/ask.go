// Package involvement answers how public authorities take part in poles: who does
// what since when, with how much money, with which part of decisions, and what is
// not known. Every part of an answer is a pure function of the facts of one pole
// at a time, computed when it is asked for; Ask reads the facts of any number of
// poles in a constant number of calls to the store. Public actors are those that
// hub.Organisation.Publicness calls public.
package involvement

import (
	"context"

	"polehub/analysis"
	"polehub/hub"
)

// Question is the time that is asked about.
type Question struct {
	// From and To bound the time, half open; a day is a period of one day.
	From, To hub.Date
	// Groups says whether the organisations of one group count once in networks;
	// each counts when empty.
	Groups analysis.Groups
}

// OnDay asks about one day.
func OnDay(day hub.Date) Question { return Question{From: day, To: day.AddDays(1)} }

// check refuses what is no time: BadUserInput that names it.
func (q Question) check() error {
	for _, end := range []struct {
		field string
		day   hub.Date
	}{{"from", q.From}, {"to", q.To}} {
		if _, err := hub.ParseDate(string(end.day)); err != nil {
			return hub.Invalid(end.field, "%q is not a day such as 2014-05-01", hub.Clip(string(end.day), 40))
		}
	}
	if q.To <= q.From {
		return hub.Invalid("to", "%s is not after %s: a time ends after it begins", q.To, q.From)
	}
	return nil
}

// Ask answers the question for poles, in their order; nil for a pole that is not
// there. The number of calls to the store does not depend on the number of poles.
// Errors are those of [Answers].
func Ask(ctx context.Context, h *hub.Hub, poles []hub.ID, q Question) ([]*Answer, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	dossiers, err := h.Dossiers(ctx, poles)
	if err != nil {
		return nil, err
	}
	return Answers(ctx, dossiers, q)
}

// Answers is [Ask] of dossiers that were read before. What is wrong in the question
// is BadUserInput that names it.
func Answers(ctx context.Context, dossiers []*hub.Dossier, q Question) ([]*Answer, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	answers := make([]*Answer, len(dossiers))
	for i, d := range dossiers {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if d == nil {
			continue
		}
		var err error
		if answers[i], err = newAnswer(look(d, q)); err != nil {
			return nil, err
		}
	}
	return answers, nil
}
