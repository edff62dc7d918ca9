package demo_test

import (
	"fmt"
	"math/big"
	"testing"

	"polehub/hub"
	"polehub/hub/involvement"
)

// publicCell is what public money is told apart by.
type publicCell struct{ direction, tier, instrument string }

// publicSum is what the books add up in a cell.
type publicSum struct {
	euros   *big.Rat // nil: none is known
	flows   int64
	unknown map[string]bool // contracts
}

// publicMoney adds up a statement by direction, tier and instrument.
func (b *books) publicMoney(s statement, members map[string]bool) map[publicCell]*publicSum {
	instruments := map[string]string{
		"GRANT": "GRANT", "OBJECTIVES_AGREEMENT": "GRANT", "PUBLIC_PROCUREMENT": "PROCUREMENT", "SERVICE": "PROCUREMENT", "CO_CONTRACTING": "PROCUREMENT",
		"CONCESSION": "CONCESSION", "PREMISES": "PREMISES", "CAPITAL": "CAPITAL", "LOAN_OR_GUARANTEE": "LOAN",
	}
	kinds := map[string]string{}
	for _, c := range b.contracts {
		kinds[c.id] = c.kind
	}
	cells := map[publicCell]*publicSum{}
	add := func(key transfer, direction, actor string, euros *big.Rat) {
		cell := publicCell{direction, b.tier[actor], instruments[kinds[key.contract]]}
		if cell.instrument == "" {
			cell.instrument = "OTHER"
		}
		sum := cells[cell]
		if sum == nil {
			sum = &publicSum{unknown: map[string]bool{}}
			cells[cell] = sum
		}
		if euros == nil {
			sum.unknown[key.contract] = true
			return
		}
		if sum.euros == nil {
			sum.euros = new(big.Rat)
		}
		sum.euros.Add(sum.euros, euros)
		sum.flows++
	}
	both := func(key transfer, euros *big.Rat) {
		if b.public[key.payer] && members[key.payee] {
			add(key, "TO_MEMBERS", key.payer, euros)
		}
		if b.public[key.payee] && members[key.payer] {
			add(key, "FROM_MEMBERS", key.payee, euros)
		}
	}
	for key, euros := range s.paid {
		both(key, euros)
	}
	for key := range s.unknown {
		both(key, nil)
	}
	return cells
}

// TestPublicMoneyReconciles lays what is answered about public money beside the
// books: by year, tier and instrument.
func TestPublicMoneyReconciles(t *testing.T) {
	h, b := demonstration(t), openBooks(t)
	var poles []hub.ID
	for _, p := range readRows(t, "poles") {
		poles = append(poles, hub.ID(p["id"]))
	}
	compared := 0
	for year := 2013; year <= 2027; year++ {
		from, to := fmt.Sprintf("%d-01-01", year), fmt.Sprintf("%d-01-01", year+1)
		answers, err := involvement.Ask(t.Context(), h, poles, involvement.Question{From: hub.Date(from), To: hub.Date(to)})
		if err != nil {
			t.Fatal(err)
		}
		for i, pole := range poles {
			money, err := answers[i].Money()
			if err != nil {
				t.Fatal(err)
			}
			cells := b.publicMoney(b.state(string(pole), from, to, false), b.membersIn(string(pole), from, to))
			for _, a := range money.Totals {
				cell := publicCell{string(a.Direction), string(a.Tier), string(a.Instrument)}
				if sum := cells[cell]; sum == nil || !sum.is(a.Sum) {
					t.Errorf("%s in %d, %v: %+v; the books have %+v", pole, year, cell, a.Sum, sum)
				}
				delete(cells, cell)
				compared++
			}
			if len(cells) > 0 {
				t.Errorf("%s in %d: only the books have %v", pole, year, cells)
			}
		}
	}
	if compared < 200 {
		t.Errorf("%d amounts were compared", compared)
	}
}

// is reports whether an answer says the same as the books, but for whole cents.
func (s *publicSum) is(a involvement.Sum) bool {
	if a.UnknownAmounts != len(s.unknown) || a.Amount == nil && s.euros != nil {
		return false
	}
	var answered int64
	if a.Amount != nil {
		answered = int64(*a.Amount)
	}
	off := new(big.Rat).Sub(cents(s.euros), new(big.Rat).SetInt64(answered))
	return off.Abs(off).Cmp(new(big.Rat).SetInt64(tolerance*s.flows)) <= 0
}
