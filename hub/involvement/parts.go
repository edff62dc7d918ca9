package involvement

import "context"

// Network is how public actors are tied to members. None of the parts below reads the
// store.
func (a *Answer) Network(ctx context.Context) (*Network, error) {
	return newNetwork(ctx, a.facts, a.Actors)
}

// Without is what would remain without each public actor, the first MaxWithout, then
// without all when there are several.
func (a *Answer) Without(ctx context.Context) ([]*Without, error) {
	return newWithout(ctx, a.facts, a.Actors)
}

// Posture is how public actors stand in the pole by some conventions. A threshold that
// is no share is BadUserInput naming it.
func (a *Answer) Posture(ctx context.Context, t Thresholds) (*Posture, error) {
	return newPosture(ctx, a.facts, a.Actors, t)
}

// Trajectory is how public actors took part in each of the years of Facts.Years.
func (a *Answer) Trajectory(ctx context.Context) ([]*Year, error) {
	return newTrajectory(ctx, a.facts)
}

// Peers compares the pole with all of a hub, read for the same question.
func (a *Answer) Peers(ctx context.Context, all *Profiles) (*Peers, error) {
	own, err := newProfile(ctx, a.facts)
	if err != nil {
		return nil, err
	}
	return newPeers(own, all), nil
}

// Question is what was asked.
func (a *Answer) Question() Question {
	return Question{From: a.From, To: a.To, Groups: a.facts.groups}
}
