package analysis

import "iter"

// Sum is an amount of money with what it leaves out.
type Sum struct {
	// Cents adds up the known amounts; nil when none is known, and when currencies
	// differ. Where all agreements were searched for, it is 0 when other money is known,
	// of one currency, and nothing that counts is recorded: else unknown is not no.
	Cents    *int64
	Currency string // of Cents; "" without one
	Reason   Reason // why Cents is nil: NO_AMOUNTS or MIXED_CURRENCIES
	// UnknownAmounts is how many agreements are left out, in whole or in part, because
	// an amount that counts is unknown.
	UnknownAmounts int
}

// Received adds up what members receive by the flows that count. It is the money that
// the indicators of funders are shares of; amounts below 0 are no obstacle.
func (l *Ledger) Received(counts func(Flow) bool) Sum {
	return l.sum(func(f Flow) bool { return l.member(f.To) }, counts)
}

// Paid adds up what members pay by the flows that count.
func (l *Ledger) Paid(counts func(Flow) bool) Sum {
	return l.sum(func(f Flow) bool { return l.member(f.From) }, counts)
}

// IsMember reports whether an organisation is of the perimeter.
func (l *Ledger) IsMember(id string) bool { return l.member(id) }

// sum adds up the flows that count among those with a member on one side.
func (l *Ledger) sum(inside, counts func(Flow) bool) Sum {
	p := l.gather(func(f Flow) (string, bool, bool) { return "", inside(f) && counts(f), true })
	s := Sum{UnknownAmounts: p.unknown}
	if len(p.parts) == 0 && p.unknown == 0 && l.Searched() { // nothing of all that there is
		if p = l.gather(func(f Flow) (string, bool, bool) { return "", inside(f), true }); p.why == MixedCurrencies {
			p = pot{} // 0 of which currency?
		}
		p.total = 0
	}
	switch {
	case p.why == MixedCurrencies:
		s.Reason = MixedCurrencies
	case len(p.parts) > 0:
		s.Cents, s.Currency = new(p.total), p.currency
	default:
		s.Reason = NoAmounts
	}
	return s
}

// Parties are the agreements in force, in order of their keys, with the parties that
// are named, sorted. The lists are part of the ledger: read them only.
func (l *Ledger) Parties() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		for i := range l.entries {
			named := l.entries[i].parties
			if len(named) > 0 && named[0] == "" {
				named = named[1:]
			}
			if !yield(l.entries[i].key, named) {
				return
			}
		}
	}
}
