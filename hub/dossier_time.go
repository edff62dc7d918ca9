package hub

import (
	"context"

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
