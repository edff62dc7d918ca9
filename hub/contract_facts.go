package hub

import (
	"cmp"
	"strings"
	"sync"

	"polehub/analysis"
)

// contractFacts are a contract with its parts. What follows from them is worked out
// once, when it is first asked for: nothing may change them from then on.
type contractFacts struct {
	contract   *Contract
	parties    []*Party
	amendments []*Amendment // in order

	once   sync.Once
	states []contractState
	money  *analysis.Agreement // nil when it took effect on no day
}

// contractState is what a contract says from a day on, until the next state.
type contractState struct {
	from Date // empty as signed
	// end is the first day the contract is no longer in force: by the duration of the
	// last amendment that states one, else EndsOn, else by the duration as signed.
	end    Date
	amount *Money
	// parties are those of the last amendment that replaced them, else those of the
	// signature.
	parties []*Party
}

// tookEffect is false for a contract that is pending or was cancelled before: it was
// in force on no day.
func (c *contractFacts) tookEffect() bool {
	return c.contract.Status != ContractStatusPending && c.contract.Status != ContractStatusCancelled
}

// on is what the contract says, as known on the day.
func (c *contractFacts) on(day Date) *contractState {
	states := c.all()
	last := len(states) - 1
	for states[last].from > day {
		last--
	}
	return &states[last]
}

// all are the states, of which the first is that of the signature.
func (c *contractFacts) all() []contractState {
	c.once.Do(c.work)
	return c.states
}

// agreement gives the contract with its money, as signed and as each amendment of
// known date left it; nil when it took effect on no day.
func (c *contractFacts) agreement() *analysis.Agreement {
	c.once.Do(c.work)
	return c.money
}

// work works out the states, and what they say of money.
func (c *contractFacts) work() {
	now := contractState{end: c.contract.endsOn(nil), amount: c.contract.Amount, parties: c.partiesOf("")}
	c.states = []contractState{now}
	for _, a := range c.amendments {
		if a.Dated == "" { // nobody knows since when
			continue
		}
		if a.NewDurationMonths != nil {
			now.end = c.contract.endsOn(a.NewDurationMonths)
		}
		if a.NewAmount != nil {
			now.amount = a.NewAmount
		}
		if a.ReplacesParties == TriYes {
			now.parties = c.partiesOf(Text(a.Number))
		}
		if now.from == a.Dated { // several on one day are one state
			c.states = c.states[:len(c.states)-1]
		}
		now.from = a.Dated
		c.states = append(c.states, now)
	}
	if !c.tookEffect() {
		return
	}
	c.money = &analysis.Agreement{
		Key: string(c.contract.ID), Type: string(c.contract.Type),
		Currency: strings.ToUpper(cmp.Or(string(c.contract.Currency), DefaultCurrency)),
	}
	for i := range c.states {
		c.money.Terms = append(c.money.Terms, c.terms(&c.states[i]))
	}
}

// partiesOf are the parties that came with an amendment; as signed when it is empty.
func (c *contractFacts) partiesOf(amendment Text) []*Party {
	var out []*Party
	for _, p := range c.parties {
		if p.Amendment == amendment {
			out = append(out, p)
		}
	}
	return out
}

// terms are what a state says of money.
func (c *contractFacts) terms(s *contractState) analysis.Terms {
	t := analysis.Terms{
		From: string(s.from), Start: string(c.contract.startOn()), End: string(s.end),
		Amount: (*int64)(s.amount), Basis: analysis.AmountBasis(c.contract.AmountBasis),
		Stakes: make([]analysis.Stake, len(s.parties)),
	}
	for i, p := range s.parties {
		t.Stakes[i] = analysis.Stake{
			ID: string(p.OrganisationID), Side: p.Role.Side(), Amount: (*int64)(p.Amount), Share: (*int64)(p.Share),
		}
	}
	return t
}

// input gives the contract as it stood on the day.
func (c *contractFacts) input(day Date) analysis.Contract {
	now := c.on(day)
	start, end := c.contract.startOn(), now.end
	if !c.tookEffect() {
		start, end = day, day
	}
	out := analysis.Contract{
		Key: string(c.contract.ID), Type: string(c.contract.Type), Source: firstSource(c.contract.SourceIDs),
		Validity: analysis.Validity{Start: string(start), End: string(end)},
	}
	for _, p := range now.parties {
		if p.OrganisationID != "" {
			out.Parties = append(out.Parties, analysis.Party{ID: string(p.OrganisationID), Side: p.Role.Side()})
		}
	}
	return out
}

// startOn is the first day the contract is in force, as far as that is known.
func (r *Contract) startOn() Date { return cmp.Or(r.StartsOn, r.SignedOn, r.NotifiedOn) }

// endsOn is the first day the contract is no longer in force: by the duration that an
// amendment states, else EndsOn, else by the duration as signed.
func (r *Contract) endsOn(amended *int) Date {
	switch start := r.startOn(); {
	case amended != nil && start != "":
		return start.AddMonths(*amended)
	case r.EndsOn != "" || r.DurationMonths == nil:
		return r.EndsOn
	default:
		return start.AddMonths(*r.DurationMonths)
	}
}
