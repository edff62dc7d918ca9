package analysis

import (
	"iter"
	"maps"
	"slices"
)

// Measure computes indicators of the ledger; none asked for means all of its own.
// Members have measures of their own when nodes is true, or when an indicator of
// members only is asked for by name. The order is as for [Network.Measure]; an id
// that is none of a ledger panics.
func (l *Ledger) Measure(ids []Indicator, nodes bool) []Measure {
	named := len(ids) > 0
	if !named {
		ids = IndicatorsOf(SubjectMoney)
	}
	r := &ledgerRun{l: l, nodes: nodes || named}
	for _, id := range ids {
		r.definition = definitionFor(SubjectMoney, id)
		r.measure(id)
	}
	return r.out
}

// Flows are the flows of the agreements in force, by agreement, payer and payee.
func (l *Ledger) Flows() iter.Seq[Flow] {
	return func(yield func(Flow) bool) {
		for _, e := range l.entries {
			for _, f := range e.flows {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// Window is the window as it was resolved.
func (l *Ledger) Window() Window { return l.window }

// Searched reports whether all agreements of the window are known to have been
// searched for.
func (l *Ledger) Searched() bool { return l.window.Searched != nil && *l.window.Searched }

// Members is the number of members of the perimeter.
func (l *Ledger) Members() int { return len(l.members) }

// Contracts is the number of agreements in force in the window.
func (l *Ledger) Contracts() int { return len(l.entries) }

// UnknownAmounts is how many of them have an amount that is not known for every day
// of the window.
func (l *Ledger) UnknownAmounts() int { return l.count(func(e *entry) bool { return !e.amount }) }

// Undirected is how many of them say of no party that it pays or is paid.
func (l *Ledger) Undirected() int { return l.count(func(e *entry) bool { return !e.sided }) }

// OpenEnded is how many of them have no known end.
func (l *Ledger) OpenEnded() int { return l.count(func(e *entry) bool { return !e.ends }) }

// Undated is the number of agreements of which nobody knows whether they are in
// force, for want of a first day; they are in no measure.
func (l *Ledger) Undated() int { return l.undated }

func (l *Ledger) count(is func(*entry) bool) (n int) {
	for i := range l.entries {
		if is(&l.entries[i]) {
			n++
		}
	}
	return n
}

// ledgerRun is one call of Measure.
type ledgerRun struct {
	l          *Ledger
	nodes      bool
	definition *Definition
	out        []Measure
}

func (r *ledgerRun) measure(id Indicator) {
	if len(r.l.members) == 0 {
		r.undefined(NoNodes)
		return
	}
	switch id {
	case Gini, GiniCorrected:
		r.giniOf("AMOUNT", r.funders())
		r.giniOf("VOTES", r.votes())
	case HHI, EffectiveFunders, CR1, CR3:
		r.concentration(id)
	case PublicMoneyShare:
		r.publicMoney()
	case RetentionShare:
		r.share(r.paidOut(), "INSIDE")
	case LargestFunderShare, NetPosition:
		r.ofMembers(id)
	case PublicContractShare:
		r.publicContracts()
	case InsidePerimeterShare:
		r.insidePerimeter()
	case ContractCoverage:
		r.coverage()
	case ContractRemainingMean, ContractRemainingMedian:
		r.remaining(id)
	case ContractTermMedian:
		r.terms()
	default:
		panic("analysis: indicator without a formula: " + string(id))
	}
}

func (r *ledgerRun) start(scope Scope) Measure {
	l := r.l
	m := Measure{ID: r.definition.ID, Version: r.definition.Version, Scope: scope, Status: Undefined, N: len(l.members), Ties: len(l.entries)}
	n := Network{digest: l.digest}
	m.InputHash = n.inputHash(m.ID, m.Version)
	if l.window.AsOf != "" {
		m.AsOf = new(l.window.AsOf)
	} else {
		m.From, m.To = new(l.window.From), new(l.window.To)
	}
	return m
}

// add attaches the warnings that follow from the agreements.
func (r *ledgerRun) add(m Measure) {
	if r.definition.Basis == OnContracts {
		if m.UnknownAmounts > 0 {
			m.warn(UnknownAmounts)
		}
		if r.l.window.Searched != nil && !r.l.Searched() {
			m.warn(NotSearched)
		}
		if r.l.count(func(e *entry) bool { return e.imputed }) > 0 {
			m.warn(ImputedDates)
		}
		if r.definition.money && r.l.count(func(e *entry) bool { return e.estimated }) > 0 {
			m.warn(EstimatedAmounts)
		}
	}
	slices.Sort(m.Warnings)
	r.out = append(r.out, m)
}

func (r *ledgerRun) undefined(why Reason) {
	m := r.start(Scope{Kind: ScopeNetwork})
	m.undefined(why)
	r.add(m)
}

// pot is a sum of money with its parts by key.
type pot struct {
	parts    map[string]int64
	total    int64
	unknown  int // agreements left out: the amount or the key is unknown
	why      Reason
	currency string
}

// gather sums the flows for which key says in, by what it returns; known is false
// when nobody can tell the key.
func (l *Ledger) gather(key func(Flow) (k string, in, known bool)) pot {
	p := pot{parts: map[string]int64{}}
	mixed, negative, first := false, false, true
	for i := range l.entries {
		e := &l.entries[i]
		unknown := false
		for _, f := range e.flows {
			k, in, known := key(f)
			switch {
			case !in:
			case !known || !f.Known:
				unknown = true
			default:
				p.parts[k] += f.Cents
				p.total += f.Cents
				negative = negative || f.Cents < 0
				mixed = mixed || !first && p.currency != e.currency
				p.currency, first = e.currency, false
			}
		}
		if unknown {
			p.unknown++
		}
	}
	switch {
	case first:
		p.why = NoAmounts
	case mixed:
		p.why = MixedCurrencies
	case negative:
		p.why = NegativeAmount
	case p.total == 0:
		p.why = NoAmounts
	}
	return p
}

// values are the parts in order of their keys.
func (p pot) values() []int64 {
	values := make([]int64, 0, len(p.parts))
	for _, k := range slices.Sorted(maps.Keys(p.parts)) {
		values = append(values, p.parts[k])
	}
	return values
}

func (l *Ledger) member(id string) bool { return l.known[id].Member }

// funders is the money that members receive, by who pays it.
func (r *ledgerRun) funders() pot {
	return r.l.gather(func(f Flow) (string, bool, bool) { return f.From, r.l.member(f.To), f.From != "" })
}

// paidOut is the money that members pay, INSIDE or OUTSIDE by who receives it.
func (r *ledgerRun) paidOut() pot {
	return r.l.gather(func(f Flow) (string, bool, bool) {
		if r.l.member(f.To) {
			return "INSIDE", r.l.member(f.From), true
		}
		return "OUTSIDE", r.l.member(f.From), f.To != ""
	})
}

// of starts a measure of a pot; undefined says why it has no value.
func (r *ledgerRun) of(p pot, scope Scope) (m Measure, defined bool) {
	m = r.start(scope)
	m.UnknownAmounts = p.unknown
	m.undefined(p.why)
	return m, p.why == ""
}

func (r *ledgerRun) share(p pot, key string) {
	m, defined := r.of(p, Scope{Kind: ScopeNetwork})
	if defined {
		m.value(float64(p.parts[key]) / float64(p.total))
	}
	r.add(m)
}

func (r *ledgerRun) concentration(id Indicator) {
	p := r.funders()
	m, defined := r.of(p, Scope{Kind: ScopeNetwork})
	if defined {
		switch values := p.values(); id {
		case HHI:
			m.value(herfindahl(values, p.total))
		case EffectiveFunders:
			m.value(1 / herfindahl(values, p.total))
		case CR1:
			m.value(largest(values, p.total, 1))
		default:
			m.value(largest(values, p.total, 3))
		}
	}
	r.add(m)
}

// votes are the voting weights of the members that have a known one.
func (r *ledgerRun) votes() pot {
	p := pot{parts: map[string]int64{}}
	for _, a := range r.l.members {
		switch {
		case a.Votes == nil:
			p.unknown++
			continue
		case *a.Votes < 0:
			p.why = NegativeAmount
		}
		p.parts[a.ID] = *a.Votes
		p.total += *a.Votes
	}
	if p.total == 0 && p.why == "" {
		p.why = NoAmounts
	}
	return p
}

// giniOf measures how unequally a quantity is spread.
func (r *ledgerRun) giniOf(quantity string, p pot) {
	m, defined := r.of(p, Scope{Kind: ScopeNetwork, Attribute: quantity})
	k := float64(len(p.parts))
	switch {
	case !defined:
	case r.definition.ID == GiniCorrected && k == 1:
		m.undefined(TooFewNodes)
	default:
		x := make([]float64, 0, len(p.parts))
		for _, v := range p.values() {
			x = append(x, float64(v))
		}
		g := gini(x)
		if r.definition.ID == GiniCorrected {
			g = g * k / (k - 1)
		}
		m.value(g)
	}
	r.add(m)
}

// ofMembers gives each member a measure of the money it receives, or pays.
func (r *ledgerRun) ofMembers(id Indicator) {
	if !r.nodes {
		return
	}
	for _, a := range r.l.members {
		scope := Scope{Kind: ScopeNode, Keys: []string{a.ID}}
		if id == NetPosition {
			r.netPosition(a.ID, scope)
			continue
		}
		p := r.l.gather(func(f Flow) (string, bool, bool) { return f.From, f.To == a.ID, f.From != "" })
		m, defined := r.of(p, scope)
		if defined {
			m.value(largest(p.values(), p.total, 1))
		}
		r.add(m)
	}
}

// netPosition is received − paid inside the perimeter. Amounts below 0 and a sum of
// 0 are no obstacle.
func (r *ledgerRun) netPosition(id string, scope Scope) {
	p := r.l.gather(func(f Flow) (string, bool, bool) {
		in := (f.From == id || f.To == id) && r.l.member(f.From) && r.l.member(f.To)
		if f.To == id {
			return "RECEIVED", in, true
		}
		return "PAID", in, true
	})
	if len(p.parts) > 0 && p.why != MixedCurrencies {
		p.why = ""
	}
	m, defined := r.of(p, scope)
	if defined {
		m.value(float64(p.parts["RECEIVED"] - p.parts["PAID"]))
	}
	r.add(m)
}

func (r *ledgerRun) insidePerimeter() {
	inside, unknown := int64(0), int64(0)
	for _, a := range r.l.members {
		switch {
		case a.Inside == nil:
			unknown++
		case *a.Inside:
			inside++
		}
	}
	m := r.start(Scope{Kind: ScopeNetwork})
	m.UnknownClass = int(unknown)
	m.undefined(NoClasses)
	m.shareOf(inside, unknown, int64(len(r.l.members)))
	r.add(m)
}
