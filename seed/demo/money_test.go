package demo_test

import (
	"fmt"
	"math/big"
	"testing"

	"polehub/analysis"
	"polehub/hub"
)

// reconcile opens the hub's ledger of a pole and lays it beside the books.
func reconcile(t *testing.T, h *hub.Hub, b *books, poles []hub.ID, w analysis.Window) {
	t.Helper()
	ledgers, err := h.Ledgers(t.Context(), poles, w)
	if err != nil {
		t.Fatal(err)
	}
	from, to := w.From, w.To
	if w.AsOf != "" {
		from, to = w.AsOf, string(hub.Date(w.AsOf).AddDays(1))
	}
	for i, pole := range poles {
		where := fmt.Sprintf("%s %s–%s", pole, from, to)
		s, l := b.state(string(pole), from, to, w.AsOf != ""), ledgers[i].Ledger
		if l.Contracts() != len(s.contracts) || l.UnknownAmounts() != len(s.silent) {
			t.Errorf("%s: %d contracts, %d of unknown amount; the books have %d and %d", where, l.Contracts(), l.UnknownAmounts(), len(s.contracts), len(s.silent))
		}
		for f := range l.Flows() {
			key := transfer{f.Agreement, f.From, f.To}
			if !f.Known {
				if !s.unknown[key] || f.Cents != 0 {
					t.Errorf("%s: %v is unknown, of %d cents", where, key, f.Cents)
				}
				delete(s.unknown, key)
				continue
			}
			if off := cents(s.paid[key]).Sub(cents(s.paid[key]), new(big.Rat).SetInt64(f.Cents)); off.Abs(off).Cmp(big.NewRat(tolerance, 1)) > 0 {
				t.Errorf("%s: %v is %d cents; the books have %v euros", where, key, f.Cents, s.paid[key])
			}
			delete(s.paid, key)
		}
		for key, euros := range s.paid {
			if cents(euros).Cmp(big.NewRat(tolerance, 1)) > 0 {
				t.Errorf("%s: only the books have %v of %v euros", where, key, euros)
			}
		}
		if len(s.unknown) > 0 {
			t.Errorf("%s: only the books have unknown amounts of %v", where, s.unknown)
		}
	}
}

// tolerance is how many cents a flow may be off for whole cents: both ends of a
// period are rounded, and the shares of several payers and payees.
const tolerance = 2

func cents(euros *big.Rat) *big.Rat {
	if euros == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Mul(euros, big.NewRat(100, 1))
}

// TestMoneyReconciles lays the ledgers of all poles beside the books: each year of
// the demonstration, a day of each, and a period that cuts through contracts.
func TestMoneyReconciles(t *testing.T) {
	h, b := demonstration(t), openBooks(t)
	var poles []hub.ID
	for _, p := range readRows(t, "poles") {
		poles = append(poles, hub.ID(p["id"]))
	}
	for year := 2012; year <= 2030; year++ {
		reconcile(t, h, b, poles, analysis.Window{From: fmt.Sprintf("%d-01-01", year), To: fmt.Sprintf("%d-01-01", year+1)})
		reconcile(t, h, b, poles, analysis.Window{AsOf: fmt.Sprintf("%d-09-15", year)})
	}
	reconcile(t, h, b, poles, analysis.Window{From: "2016-02-29", To: "2024-03-01"})
}

// TestAmountsCountOnce adds up all that a contract ever moves: its last amount, to
// the cent, whoever shares it, and nothing when it is unknown.
func TestAmountsCountOnce(t *testing.T) {
	h := demonstration(t)
	ledgers, err := h.Ledgers(t.Context(), []hub.ID{"pole:demo-autonomie"}, analysis.Window{From: "2010-01-01", To: "2040-01-01"})
	if err != nil {
		t.Fatal(err)
	}
	moved := map[string]int64{}
	for f := range ledgers[0].Ledger.Flows() {
		moved[f.Agreement] += f.Cents
	}
	for contract, euros := range map[string]int64{ // by hand
		"contract:demo-autonomie-1": 90_000,  // agreement of 2019-2021
		"contract:demo-autonomie-2": 160_000, // 120,000 as signed, amended in 2024
		"contract:demo-autonomie-3": 18_000,  // a grant
		"contract:demo-autonomie-4": 240_000, // two suppliers share it
		"contract:demo-autonomie-5": 36_000,  // a service between members
		"contract:demo-autonomie-6": 24_000,  // a secondment: nobody says who pays
		"contract:demo-autonomie-7": 0,       // premises of unknown amount
	} {
		if moved[contract] != euros*100 {
			t.Errorf("%s moves %d cents, expected %d euros", contract, moved[contract], euros)
		}
	}
}
