package involvement

import (
	"context"
	"fmt"

	"polehub/analysis"
	"polehub/hub"
)

// PostureCode is a way in which public actors stand in a pole.
type PostureCode string

// The postures, from the counter that pays to the master of the house. Studies of poles
// place the right one between the two.
const (
	// Absent: roles and contracts were searched for during all of the time, and no
	// public actor is there.
	Absent PostureCode = "ABSENT"
	// FunderOnly: they pay, however much it is, and are known to do nothing else.
	FunderOnly PostureCode = "FUNDER_ONLY"
	// Stakeholder: they are there as others are, as members or in roles beyond funding.
	Stakeholder PostureCode = "STAKEHOLDER"
	// Dominant: they decide most or hold the pole together, or they pay most and are not
	// only there to pay; Inputs say which.
	Dominant PostureCode = "DOMINANT"
	// InsufficientData: none is known, and not everything was searched.
	InsufficientData PostureCode = "INSUFFICIENT_DATA"
)

// PostureCodes are all postures.
func PostureCodes() []PostureCode {
	return []PostureCode{Absent, FunderOnly, Stakeholder, Dominant, InsufficientData}
}

// Posture is how public actors stand in a pole: a heuristic whose thresholds are
// conventions of this hub, never a verdict.
type Posture struct {
	Code   PostureCode
	Inputs []*Input
	// OnKnown says that facts which nobody knows, or searched for, could change it.
	OnKnown bool
}

// Input is one thing that a posture rests on.
type Input struct {
	Code InputCode
	// Value is nil when it is unknown.
	Value *float64
	// Threshold is what makes public actors dominant when the value is above it; nil
	// for inputs that only tell what they do.
	Threshold *float64
	// Reached tells whether it is above; nil when what is unknown could decide, and for
	// inputs without a threshold.
	Reached *bool
	// Measure is the indicator that the value is taken from; nil for others.
	Measure *analysis.Measure
}

// Thresholds are the conventions of the heuristic, shares from 0 to 1.
type Thresholds struct {
	// Decision is the share of seats, votes or capital above which public actors
	// dominate: one half, where they can decide alone.
	Decision float64
	// Money is the share of the known money of members above which they do, unless all
	// they do is pay, and where all contracts were searched for; KnownMoney is the least
	// share of contracts whose amount must be known for it to count.
	Money, KnownMoney float64
	// Lost is the share of CONNECTEDNESS above which its loss without public actors
	// says that the pole falls apart; Held is the least connectedness with them that
	// can be lost.
	Lost, Held float64
}

// DefaultThresholds are those of this hub.
func DefaultThresholds() Thresholds {
	return Thresholds{Decision: .5, Money: .75, KnownMoney: .5, Lost: .5, Held: .5}
}

// check refuses what is no share.
func (t Thresholds) check() error {
	for _, s := range []struct {
		name  string
		share float64
	}{{"decision", t.Decision}, {"money", t.Money}, {"knownMoney", t.KnownMoney}, {"lost", t.Lost}, {"held", t.Held}} {
		if !(s.share >= 0 && s.share <= 1) {
			return hub.Invalid("thresholds."+s.name, "%g is not a share from 0 to 1", s.share)
		}
	}
	return nil
}

// newPosture weighs what public actors do at the time of the facts.
func newPosture(ctx context.Context, f *Facts, actors []*Actor, t Thresholds) (*Posture, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	n, l, err := f.views()
	if err != nil {
		return nil, err
	}
	beyond, funders := 0, 0
	for _, a := range actors {
		if a.onlyFunds() {
			funders++
		} else {
			beyond++
		}
	}
	searched := f.searched()
	p := &Posture{Inputs: []*Input{count(InputBeyondFunding, beyond), count(InputFunders, funders), count(InputSearched, map[bool]int{true: 1}[searched])}}
	p.Inputs = append(p.Inputs, decisionInputs(f, t)...)
	p.Inputs = append(p.Inputs, moneyInput(l, t), lostInput(ctx, n, f.nodes(actors), t))
	dominant, open := false, false
	for _, in := range p.Inputs {
		if in.Code == InputMoney && beyond == 0 {
			continue // who only pays is a counter, whatever the share
		}
		dominant = dominant || in.Reached != nil && *in.Reached
		open = open || in.Threshold != nil && in.Reached == nil
	}
	switch {
	case len(actors) == 0 && (!searched || len(f.Memberships) == 0):
		p.Code = InsufficientData
	case len(actors) == 0:
		p.Code = Absent
	case dominant:
		p.Code = Dominant
	case beyond > 0:
		p.Code, p.OnKnown = Stakeholder, open
	default:
		p.Code, p.OnKnown = FunderOnly, open || !searched
	}
	return p, nil
}

// onlyFunds reports whether an actor is known to pay and to do nothing else.
func (a *Actor) onlyFunds() bool {
	for _, r := range a.Roles {
		if r.Kind != RoleKind(hub.RoleGrantFunder) {
			return false
		}
	}
	return true
}

func count(code InputCode, n int) *Input { return &Input{Code: code, Value: new(float64(n))} }

// between makes an input of a value that lies between two limits, whatever the
// unknown facts are.
func between(code InputCode, value *float64, least, most, threshold float64) *Input {
	in := &Input{Code: code, Value: value, Threshold: &threshold}
	switch {
	case least > threshold:
		in.Reached = new(true)
	case most <= threshold:
		in.Reached = new(false)
	}
	return in
}

// moneyInput is the public share of the known money of members. Public contracts are
// published and others seldom are: it decides only where all contracts were searched
// for.
func moneyInput(l *analysis.Ledger, t Thresholds) *Input {
	m := &l.Measure([]analysis.Indicator{analysis.PublicMoneyShare}, false)[0]
	least, most := 0.0, 1.0
	if m.Value != nil && l.Searched() {
		low, high := limits(m)
		unknown := received(l, func(analysis.Flow) bool { return true }).UnknownAmounts
		if float64(unknown) <= (1-t.KnownMoney)*float64(l.Contracts()-l.Undirected()) {
			least = low
		}
		if unknown == 0 {
			most = high
		}
	}
	in := between(InputMoney, m.Value, least, most, t.Money)
	in.Measure = m
	return in
}

// lostInput is the share of the connectedness of a network that goes with some nodes.
func lostInput(ctx context.Context, n *analysis.Network, nodes []string, t Thresholds) *Input {
	measure := func(n *analysis.Network) *analysis.Measure {
		return &n.Measure(ctx, []analysis.Indicator{analysis.Connectedness}, analysis.Options{Workers: 1})[0]
	}
	with, without := measure(n), measure(n.Without(nodes...))
	in := between(InputLost, nil, 0, 1, t.Lost)
	in.Measure = without
	if with.Value == nil || without.Value == nil {
		return in
	}
	low, high := limits(with)
	leftLow, leftHigh := limits(without)
	least, most := 0.0, 1.0
	if low >= t.Held {
		least = 1 - leftHigh/low
	}
	switch {
	case high < t.Held:
		most = 0
	case high > 0:
		most = 1 - leftLow/high
	}
	var value *float64
	if *with.Value > 0 {
		value = new(max(0, 1 - *without.Value / *with.Value))
	}
	in = between(InputLost, value, least, most, t.Lost)
	in.Measure = without
	return in
}

// limits are the lowest and the highest value of a measure that has one.
func limits(m *analysis.Measure) (low, high float64) {
	if m.Bounds != nil {
		return m.Bounds.Lower, m.Bounds.Upper
	}
	return *m.Value, *m.Value
}

// Explanation says in words what the posture rests on.
func (p *Posture) Explanation() analysis.Text {
	out := postureTexts()[p.Code]
	if p.Code == Dominant {
		for _, in := range p.Inputs {
			if in.Reached != nil && *in.Reached {
				label := in.Code.Words()
				out.En += fmt.Sprintf(" %s: %.0f %%, above %.0f %%.", label.En, 100**in.Value, 100**in.Threshold)
				out.Fr += fmt.Sprintf(" %s : %.0f %%, plus de %.0f %%.", label.Fr, 100**in.Value, 100**in.Threshold)
			}
		}
	}
	if p.OnKnown {
		out.En += " Facts that nobody knows, or searched for, could change this."
		out.Fr += " Des faits inconnus, ou que personne n'a cherchés, pourraient changer cette lecture."
	}
	out.En += " A heuristic with conventional thresholds, not a verdict."
	out.Fr += " Heuristique à seuils conventionnels, et non un verdict."
	return out
}
