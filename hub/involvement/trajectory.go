package involvement

import (
	"context"

	"polehub/analysis"
	"polehub/hub"
)

// Year is how public actors took part in one calendar year: what an answer about that
// year says.
type Year struct {
	Year int
	// From and To bound it, half open; the last year ends with the time asked about.
	From, To hub.Date
	// Actors are the public actors of the year.
	Actors []*Actor
	// Roles are how many of them have each kind of role, in the order of the kinds.
	Roles []RoleCount
	// Public is the money that members are known to receive from public actors, All
	// from anybody: amounts prorated by days.
	Public, All Sum
	// Share is PUBLIC_MONEY_SHARE of the year.
	Share *analysis.Measure
	// Posture rests on the default thresholds.
	Posture *Posture
}

// RoleCount is how many public actors have a role of a kind.
type RoleCount struct {
	Kind   RoleKind
	Actors int
}

// newTrajectory goes through the years of Facts.Years.
func newTrajectory(ctx context.Context, f *Facts) ([]*Year, error) {
	years := []*Year{}
	for _, at := range f.Years() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		year, err := newYear(ctx, at)
		if err != nil {
			return nil, err
		}
		years = append(years, year)
	}
	return years, nil
}

func newYear(ctx context.Context, f *Facts) (*Year, error) {
	l, err := f.Ledger()
	if err != nil {
		return nil, err
	}
	y := &Year{Year: f.Year(), From: f.From, To: f.To, Actors: Actors(f)}
	pay(l, y.Actors)
	y.Roles = countRoles(y.Actors)
	y.All = received(l, func(analysis.Flow) bool { return true })
	y.Public = received(l, func(p analysis.Flow) bool { return f.isPublic(hub.ID(p.From)) })
	y.Share = &l.Measure([]analysis.Indicator{analysis.PublicMoneyShare}, false)[0]
	y.Posture, err = newPosture(ctx, f, y.Actors, DefaultThresholds())
	return y, err
}

// countRoles counts the actors that have each kind of role.
func countRoles(actors []*Actor) []RoleCount {
	kinds := []RoleKind{Member}
	for _, v := range hub.RoleKinds.Values {
		kinds = append(kinds, RoleKind(v.Code))
	}
	counts := []RoleCount{}
	for _, kind := range kinds {
		n := 0
		for _, a := range actors {
			if a.plays(kind) {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, RoleCount{kind, n})
		}
	}
	return counts
}

// plays reports whether an actor has a role of a kind.
func (a *Actor) plays(kind RoleKind) bool {
	for _, r := range a.Roles {
		if r.Kind == kind {
			return true
		}
	}
	return false
}
