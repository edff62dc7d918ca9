package involvement

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"

	"polehub/analysis"
	"polehub/hub"
)

// MaxTogether is how many poles one answer is about at most.
const MaxTogether = 1000

// Authority is one public actor with all that it does for some poles.
type Authority struct {
	Organisation *hub.Organisation
	// From and To bound the time that was asked about, half open.
	From, To hub.Date
	// Poles are those it takes part in at the time, by since when, then by id.
	Poles []*AuthorityPole

	joint *joint
}

// AuthorityPole is what a public actor does for one pole.
type AuthorityPole struct {
	Pole *hub.Pole
	*Actor
}

// Tier is its level of government; empty when nobody stated it.
func (a *Authority) Tier() hub.PublicTier { return a.Organisation.PublicTier }

// Since is the first known day of its roles in the poles; empty when none is known.
func (a *Authority) Since() hub.Date {
	var first hub.Date
	for _, p := range a.Poles {
		first = earliest(first, p.Since)
	}
	return first
}

// AsOf is the day asked about; empty for a period.
func (a *Authority) AsOf() hub.Date { return Question{From: a.From, To: a.To}.asOf() }

// ByRole is in how many of the poles it has each role, by role.
func (a *Authority) ByRole() []*Tally {
	return tallies([]*Authority{a}, func(_ *Authority, r *Role) Tally { return Tally{Role: new(r.Kind)} })
}

// Paid is what members of the poles receive from it; a contract that concerns
// several of them counts once.
func (a *Authority) Paid() (Sum, error) {
	l, err := a.joint.ledger()
	if err != nil {
		return Sum{}, err
	}
	return paidBy(l, a.Organisation.ID), nil
}

// Totals are its money of the time, as Money.Totals.
func (a *Authority) Totals() ([]*Amount, error) {
	l, err := a.joint.ledger()
	if err != nil {
		return nil, err
	}
	return a.joint.amounts(l, nil, a.Organisation.ID), nil
}

// Years is its money of each year, as Money.Years.
func (a *Authority) Years(ctx context.Context) ([]*Amount, error) {
	return a.joint.eachYear(ctx, a.Organisation.ID)
}

// joint is the money of several poles as one.
type joint struct{ books }

func newJoint(dossiers []*hub.Dossier, q Question) *joint {
	return &joint{*jointBooks(dossiers, q, q.window())}
}

func jointBooks(dossiers []*hub.Dossier, q Question, w analysis.Window) *books {
	return &books{
		dossiers: dossiers, from: q.From, to: q.To,
		ledger: sync.OnceValues(func() (*analysis.Ledger, error) {
			w.Searched = new(!slices.ContainsFunc(dossiers, func(d *hub.Dossier) bool { return !d.Searched(q.From, q.To, hub.CoversContracts) }))
			return hub.JointLedger(dossiers, w)
		}),
		years: sync.OnceValue(func() []*books {
			first := q.From
			for _, d := range dossiers {
				first = earliest(first, look(d, q).firstDay())
			}
			var years []*books
			for _, of := range q.years(first) {
				years = append(years, jointBooks(dossiers, of, analysis.Window{From: string(of.From), To: string(of.To)}))
			}
			return years
		}),
	}
}

// authorities gathers the actors of answers by organisation, those of most poles
// first, then by id.
func authorities(answers []*Answer, j *joint) []*Authority {
	byID := map[hub.ID]*Authority{}
	for _, a := range answers {
		for _, actor := range a.Actors {
			id := actor.Organisation.ID
			if byID[id] == nil {
				byID[id] = &Authority{Organisation: actor.Organisation, From: a.From, To: a.To, joint: j}
			}
			byID[id].Poles = append(byID[id].Poles, &AuthorityPole{a.facts.Pole, actor})
		}
	}
	for _, a := range byID {
		slices.SortFunc(a.Poles, func(x, y *AuthorityPole) int {
			return cmp.Or(compareKnown(x.Since, y.Since), cmp.Compare(x.Pole.ID, y.Pole.ID))
		})
	}
	return slices.SortedFunc(maps.Values(byID), func(a, b *Authority) int {
		return cmp.Or(len(b.Poles)-len(a.Poles), cmp.Compare(a.Organisation.ID, b.Organisation.ID))
	})
}

// AskAuthorities answers what organisations do for all poles they take part in, in
// the order of ids; nil for an organisation that is no public actor, or is not there.
// The number of calls to the store does not depend on their number. More than
// MaxTogether poles are BadUserInput.
func AskAuthorities(ctx context.Context, h *hub.Hub, ids []hub.ID, q Question) ([]*Authority, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	var public map[hub.ID]*hub.Organisation
	var near map[hub.ID][]hub.ID
	err := h.Store.View(ctx, func(r hub.Reader) (err error) {
		if public, err = publicAmong(ctx, r, ids); err == nil {
			near, err = hub.PolesNear(ctx, r, slices.Sorted(maps.Keys(public)))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	poles := map[hub.ID]bool{}
	for _, list := range near {
		for _, id := range list {
			poles[id] = true
		}
	}
	if len(poles) > MaxTogether {
		return nil, hub.Invalid("", "these organisations may take part in %d poles: at most %d are looked at", len(poles), MaxTogether)
	}
	dossiers, err := h.Dossiers(ctx, slices.Sorted(maps.Keys(poles)))
	if err != nil {
		return nil, err
	}
	return authoritiesOf(ctx, ids, public, near, dossiers, q)
}

// authoritiesOf answers from the dossiers of all poles near the organisations.
func authoritiesOf(ctx context.Context, ids []hub.ID, public map[hub.ID]*hub.Organisation, near map[hub.ID][]hub.ID, dossiers []*hub.Dossier, q Question) ([]*Authority, error) {
	answers, err := Answers(ctx, dossiers, q)
	if err != nil {
		return nil, err
	}
	byPole := map[hub.ID]*Answer{}
	for _, a := range answers {
		if a != nil {
			byPole[a.PoleID] = a
		}
	}
	out := make([]*Authority, len(ids))
	for i, id := range ids {
		if public[id] == nil {
			continue
		}
		var own []*Answer
		var of []*hub.Dossier
		for _, pole := range near[id] {
			if a := byPole[pole]; a != nil {
				own, of = append(own, a), append(of, a.facts.Dossier)
			}
		}
		j := newJoint(of, q)
		out[i] = &Authority{Organisation: public[id], From: q.From, To: q.To, joint: j}
		for _, a := range authorities(own, j) {
			if a.Organisation.ID == id {
				out[i] = a
			}
		}
	}
	return out, nil
}

// publicAmong reads the organisations among ids that are public actors.
func publicAmong(ctx context.Context, r hub.Reader, ids []hub.ID) (map[hub.ID]*hub.Organisation, error) {
	found, err := r.Find(ctx, hub.OrganisationNoun, ids)
	public := map[hub.ID]*hub.Organisation{}
	for _, rec := range found {
		if o, ok := rec.(*hub.Organisation); ok && o.Publicness() == hub.ClassPublic {
			public[o.ID] = o
		}
	}
	return public, err
}
