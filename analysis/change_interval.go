package analysis

import (
	"context"
	"math"
	"slices"
)

// fates counts pairs by what became of them between two days.
type fates struct{ kept, formed, dissolved int32 }

// share is TIE_JACCARD or TIE_PERSISTENCE as a ratio; all is 0 where it is undefined.
func (f fates) share(id Indicator) (kept, all int64) {
	if id == TieJaccard {
		return int64(f.kept), int64(f.kept) + int64(f.formed) + int64(f.dissolved)
	}
	return int64(f.kept), int64(f.kept) + int64(f.dissolved)
}

func (f *fates) add(o fates, times int32) {
	f.kept += times * o.kept
	f.formed += times * o.formed
	f.dissolved += times * o.dissolved
}

// changePlan is what all replicates of a change share.
type changePlan struct {
	actors int
	tied   []dyadFates // those tied on a day, one way at least
	all    []fates     // of all dyads; nothing where a state is unknown
}

// dyadFates is what became of the pair of two actors, or of its two arcs.
type dyadFates struct {
	a, b int
	fates
}

func newChangePlan(c *Change) *changePlan {
	p := &changePlan{actors: len(c.ids)}
	for x, a := range c.ids {
		for y, b := range c.ids[x+1:] {
			d := dyadFates{a: x, b: x + 1 + y}
			d.count(twoStates{c.before.state(a, b), c.after.state(a, b)})
			if c.before.directed {
				d.count(twoStates{c.before.state(b, a), c.after.state(b, a)})
			}
			if d.fates != (fates{}) {
				p.tied = append(p.tied, d)
			}
			p.all = append(p.all, d.fates)
		}
	}
	return p
}

// count adds a pair, unless a state of it is unknown.
func (f *fates) count(s twoStates) {
	switch s {
	case twoStates{Present, Present}:
		f.kept++
	case twoStates{Absent, Present}:
		f.formed++
	case twoStates{Present, Absent}:
		f.dissolved++
	}
}

// draw draws the actors anew, the same on both days, as [drawn.bootstrap] does for one
// network: a dyad stands once for each pair of copies of its actors, and two copies of
// one actor take the fate of a dyad drawn from all. It uses copies as room.
func (p *changePlan) draw(s *stream, copies []int32) (f fates) {
	clear(copies)
	for range p.actors {
		copies[s.below(p.actors)]++
	}
	for _, d := range p.tied {
		f.add(d.fates, copies[d.a]*copies[d.b])
	}
	for _, k := range copies {
		for range k * (k - 1) / 2 {
			f.add(p.all[s.below(len(p.all))], 1)
		}
	}
	return f
}

// intervals attaches the intervals of the shares of ties: the paired vertex bootstrap
// (Snijders & Borgatti 1999).
func (r *changeRun) intervals(ctx context.Context, opts Options) {
	var targets []*Measure
	for k := range r.out {
		m := &r.out[k]
		switch d := definitionFor(SubjectChange, m.ID); {
		case !d.Interval || !m.inferable():
		case m.N < minInterval:
			m.warn(TooFewNodesForInterval)
		case m.N > maxDrawn:
			m.warn(NotDrawn)
		default:
			targets = append(targets, m)
		}
	}
	if len(targets) > 0 {
		r.bootstrap(ctx, opts, targets)
	}
	for k := range r.out {
		slices.Sort(r.out[k].Warnings)
	}
}

func (r *changeRun) bootstrap(ctx context.Context, opts Options, targets []*Measure) {
	seed := (&Network{digest: r.c.digest}).seed(opts)
	p, base := newChangePlan(r.c), newStreams(seed, string(forInterval))
	all := make([]fates, opts.Replicates)
	err := inBlocks(ctx, len(all), opts.Workers, func() func(first, end int) {
		copies := make([]int32, p.actors)
		return func(first, end int) {
			for replicate := first; replicate < end; replicate++ {
				s := base.of(replicate)
				all[replicate] = p.draw(&s, copies)
			}
		}
	})
	values := make([]float64, len(all))
	for _, m := range targets {
		if err != nil {
			m.warn(CancelledDraws)
			continue
		}
		for k, f := range all {
			values[k] = math.NaN()
			if kept, of := f.share(m.ID); of > 0 {
				values[k] = float64(kept) / float64(of)
			}
		}
		m.percentile(values, opts.Level, seed)
	}
}
