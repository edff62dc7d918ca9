package analysis

import (
	"cmp"
	"crypto/sha256"
	"math/bits"
	"slices"
)

// Ledger is the money and the contracts of a perimeter on a day or in a period: the
// agreements in force with a member among their parties, and the flows between
// payers and payees. It is immutable.
//
// Amounts are whole cents and every sum is exact. On a day they are those of the
// agreements in force, whole. In a period they are prorated by days: what falls on
// [a, c) is what falls on [a, b) and on [b, c), and an agreement's whole validity
// gives its last amount to the cent. From the day of an amendment on, what remains
// of the new amount runs evenly to the new end; when that has come already, it falls
// on the last day in force.
type Ledger struct {
	window  Window // resolved
	within  period
	members []Account // by id
	known   map[string]Account
	entries []entry
	any     bool // there is an agreement with a member, in force or not
	undated int
	digest  [32]byte
}

// entry is one agreement in force.
type entry struct {
	key       string
	currency  string
	flows     []Flow
	parties   []string // sorted; "" for an unknown one
	runs      []period // days in force inside the window
	life      period   // from its start to its end
	ends      bool     // the end is known
	imputed   bool
	estimated bool
	amount    bool // every cent in the window is known
	sided     bool // somebody pays or is paid
}

// Flow is money from a payer to a payee under one agreement. "" is a party that
// nobody names.
type Flow struct {
	Agreement string
	From, To  string
	Cents     int64
	Known     bool // false: the amount is unknown, and Cents is 0
}

// NewLedger opens the ledger of a window. The error is an [*InputError]: a day that
// is none, or an account or agreement given twice.
func NewLedger(in LedgerInput, w Window) (*Ledger, error) {
	l := &Ledger{window: w, known: make(map[string]Account, len(in.Accounts))}
	if err := l.resolve(); err != nil {
		return nil, err
	}
	for _, a := range in.Accounts {
		if _, twice := l.known[a.ID]; twice || a.ID == "" {
			return nil, &InputError{Field: "accounts", Item: a.ID, Msg: "an id is empty or given twice"}
		}
		l.known[a.ID] = a
		if a.Member {
			l.members = append(l.members, a)
		}
	}
	slices.SortFunc(l.members, func(a, b Account) int { return cmp.Compare(a.ID, b.ID) })
	agreements := slices.SortedFunc(slices.Values(in.Agreements), func(a, b Agreement) int { return cmp.Compare(a.Key, b.Key) })
	for i, a := range agreements {
		if a.Key == "" || i > 0 && a.Key == agreements[i-1].Key {
			return nil, &InputError{Field: "agreements", Item: a.Key, Msg: "a key is empty or given twice"}
		}
		if len(l.window.Types) > 0 && !slices.Contains(l.window.Types, a.Type) {
			continue
		}
		if err := l.enter(a); err != nil {
			return nil, err
		}
	}
	l.digest = l.hash()
	return l, nil
}

func (l *Ledger) resolve() error {
	w := &l.window
	w.Types = sortedSet(w.Types)
	if w.Horizon == nil {
		w.Horizon = new(DefaultHorizon)
	}
	if *w.Horizon < 0 {
		return &InputError{Field: "horizon", Msg: "is negative"}
	}
	var err error
	switch {
	case w.AsOf == "":
		l.within, err = readPeriod(w.From, w.To)
	case w.From != "" || w.To != "":
		err = &InputError{Field: "from", Item: w.From, Msg: "is asked for together with a day"}
	default:
		l.within.from, err = readDay("asOf", w.AsOf)
		l.within.to = l.within.from + 1
	}
	return err
}

// piece is a run of days on which one of the terms of an agreement is in force.
type piece struct {
	run   period
	ends  bool // by a known end
	terms *Terms
	life  period
	// rest is what remains to be paid from the first day of the run to the end of
	// the agreement; known is false when that cannot be said.
	rest  int64
	known bool
	last  int64 // besides, what an early end leaves to be paid on the last day
}

// accrued is what falls on the days of the run before d.
func (p *piece) accrued(d day) int64 {
	cents := part(p.rest, int64(d)-int64(p.run.from), int64(p.life.to)-int64(p.run.from))
	if d == p.run.to {
		cents += p.last
	}
	return cents
}

// between is what falls on some days of the run, if that is known.
func (p *piece) between(days period) (cents int64, known bool) {
	if !p.known {
		return 0, false
	}
	return p.accrued(days.to) - p.accrued(days.from), true
}

// part is amount·num/den rounded towards zero, 0 ≤ num ≤ den.
func part(amount, num, den int64) int64 {
	negative := amount < 0
	if negative {
		amount = -amount
	}
	hi, lo := bits.Mul64(uint64(amount), uint64(num))
	q, _ := bits.Div64(hi, lo, uint64(den))
	if negative {
		return -int64(q)
	}
	return int64(q)
}

// pieces are the runs of an agreement, in order. undated says that terms do not
// tell when they start.
func (l *Ledger) pieces(a Agreement) (all []piece, undated bool, err error) {
	paid, paidKnown := int64(0), true
	for k := range a.Terms {
		t := &a.Terms[k]
		holds := period{firstDay, lastDay}
		if holds.from, _, err = optionalDay("from", t.From, firstDay); err != nil {
			return nil, false, err
		}
		if k+1 < len(a.Terms) {
			if holds.to, err = readDay("from", a.Terms[k+1].From); err != nil {
				return nil, false, err
			}
		}
		start, starts, err := optionalDay("start", t.Start, 0)
		if err != nil {
			return nil, false, err
		}
		end, ends, err := optionalDay("end", t.End, lastDay)
		if err != nil {
			return nil, false, err
		}
		if !starts {
			undated, paidKnown = true, false
			continue
		}
		if !ends && *l.window.Horizon > 0 {
			end = min(lastDay, start+day(min(*l.window.Horizon, int(lastDay))))
		}
		p := piece{life: period{start, end}, ends: ends, terms: t}
		p.run = p.life.clip(holds)
		amount, known := l.amount(t)
		if p.run.empty() {
			if k := len(all) - 1; k >= 0 && all[k].known && known && ends && end <= holds.from && !holds.empty() {
				all[k].last += amount - paid
				paid = amount
			}
			continue
		}
		if paidKnown = paidKnown && known && ends; paidKnown {
			p.rest, p.known = amount-paid, true
			paid += p.accrued(p.run.to)
		}
		all = append(all, p)
	}
	return all, undated, nil
}

// amount is what terms say the whole agreement is worth.
func (l *Ledger) amount(t *Terms) (cents int64, known bool) {
	if t.Amount == nil || t.Basis == MaximumAmount && !l.window.Maxima || *t.Amount >= MaxAmount || *t.Amount <= -MaxAmount {
		return 0, false
	}
	return *t.Amount, true
}

// enter adds an agreement when it is in force in the window with a member, or two,
// among its parties.
func (l *Ledger) enter(a Agreement) error {
	pieces, undated, err := l.pieces(a)
	if err != nil {
		err.(*InputError).Item += " of " + a.Key
		return err
	}
	e := entry{key: a.Key, currency: a.Currency, amount: true}
	for i := range pieces {
		p := &pieces[i]
		if !l.concerns(p.terms) {
			continue
		}
		l.any = true
		run := p.run.clip(l.within)
		if run.empty() {
			continue
		}
		e.add(p, run)
		amount, known := l.amount(p.terms)
		if l.window.AsOf == "" {
			amount, known = p.between(run)
		}
		e.amount = e.amount && known
		e.estimated = e.estimated || known && p.terms.Basis == EstimateAmount
		e.pay(p.terms, amount, known)
	}
	switch {
	case len(e.runs) > 0:
		e.flows = joinFlows(e.flows)
		slices.Sort(e.parties)
		e.parties = slices.Compact(e.parties)
		l.entries = append(l.entries, e)
	case undated && slices.ContainsFunc(a.Terms, func(t Terms) bool { return l.concerns(&t) }):
		l.any = true
		l.undated++
	}
	return nil
}

// concerns reports whether enough members are among the parties.
func (l *Ledger) concerns(t *Terms) bool {
	first := ""
	for _, s := range t.Stakes {
		if s.ID == first || !l.known[s.ID].Member {
			continue
		}
		if first != "" || !l.window.Between {
			return true
		}
		first = s.ID
	}
	return false
}

func (e *entry) add(p *piece, run period) {
	e.runs = append(e.runs, run)
	e.life, e.ends = p.life, p.ends
	e.imputed = e.imputed || !p.ends
	for _, s := range p.terms.Stakes {
		e.parties = append(e.parties, s.ID)
	}
}

// pay adds the flows of an amount under some terms: split over the payers, and what
// each pays over the payees. Nobody pays himself.
func (e *entry) pay(t *Terms, cents int64, known bool) {
	if !slices.ContainsFunc(t.Stakes, func(s Stake) bool { return s.Side != NoSide }) {
		return
	}
	e.sided = true
	payers, payees := t.side(Payer), t.side(Payee)
	paid := payers.split(cents)
	for i, from := range payers.ids {
		for k, received := range payees.split(paid[i]) {
			if to := payees.ids[k]; from != to || from == "" {
				e.flows = append(e.flows, Flow{Agreement: e.key, From: from, To: to, Cents: received, Known: known})
			}
		}
	}
}

// joinFlows adds up the flows of an agreement between the same two, those known and
// the others: an amendment that takes back a part makes no amount below 0.
func joinFlows(flows []Flow) []Flow {
	rank := func(f Flow) int {
		if f.Known {
			return 0
		}
		return 1
	}
	slices.SortFunc(flows, func(a, b Flow) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(rank(a), rank(b)))
	})
	joined := flows[:0]
	for _, f := range flows {
		if k := len(joined) - 1; k >= 0 && joined[k].From == f.From && joined[k].To == f.To && joined[k].Known == f.Known {
			joined[k].Cents += f.Cents
		} else {
			joined = append(joined, f)
		}
	}
	return joined
}

// hash digests everything a measure depends on.
func (l *Ledger) hash() [32]byte {
	e := encoder{sum: sha256.New()}
	e.text("polehub ledger 2")
	w := l.window
	e.texts([]string{w.AsOf, w.From, w.To})
	e.texts(w.Types)
	e.flag(w.Between)
	e.flag(w.Maxima)
	e.int(*w.Horizon)
	e.int(len(l.members))
	for _, a := range l.members {
		e.account(a)
	}
	for _, n := range l.entries {
		e.text(n.key)
		e.text(n.currency)
		e.int(len(n.parties))
		for _, id := range n.parties {
			e.account(l.account(id))
		}
		e.int(len(n.flows))
		for _, f := range n.flows {
			e.texts([]string{f.From, f.To})
			e.int(int(f.Cents))
			e.flag(f.Known)
		}
		e.int(len(n.runs))
		for _, r := range append([]period{n.life}, n.runs...) {
			e.int(int(r.from))
			e.int(int(r.to))
		}
		e.flag(n.ends)
		e.flag(n.imputed)
		e.flag(n.estimated)
		e.flush()
	}
	e.flag(l.any)
	e.sum.Write(e.buf)
	return [32]byte(e.sum.Sum(nil))
}

// account is what is known of a party.
func (l *Ledger) account(id string) Account {
	a := l.known[id]
	a.ID = id
	return a
}

func (e *encoder) account(a Account) {
	e.text(a.ID)
	e.flag(a.Member)
	for _, b := range []*bool{a.Public, a.Inside} {
		e.flag(b != nil)
		e.flag(b != nil && *b)
	}
	e.flag(a.Votes != nil)
	if a.Votes != nil {
		e.int(int(*a.Votes))
	}
}
