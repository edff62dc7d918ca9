package analysis

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestReceived: a region pays 100 and something unknown to member a, a bank 30 to a,
// a pays 20 to member b, and b 7 to the region, which is no member.
func TestReceived(t *testing.T) {
	day := func(key, currency, from, to string, cents *int64) Agreement {
		return Agreement{Key: key, Currency: currency, Terms: []Terms{{Start: "2025-01-01", End: "2026-01-01", Amount: cents,
			Stakes: []Stake{{ID: from, Side: Payer}, {ID: to, Side: Payee}}}}}
	}
	in := LedgerInput{
		Accounts: []Account{{ID: "a", Member: true}, {ID: "b", Member: true}, {ID: "region"}, {ID: "bank"}},
		Agreements: []Agreement{
			day("1", "EUR", "region", "a", new(int64(100))), day("2", "EUR", "region", "a", nil), day("3", "EUR", "bank", "a", new(int64(30))),
			day("4", "EUR", "a", "b", new(int64(20))), day("5", "EUR", "b", "region", new(int64(7))),
		},
	}
	l := mustLedger(t, in, Window{AsOf: "2025-06-01"})
	from := func(ids ...string) func(Flow) bool {
		return func(f Flow) bool {
			return slices.Contains(ids, f.From)
		}
	}
	for _, row := range []struct {
		name    string
		counts  func(Flow) bool
		cents   int64 // −1 for none
		unknown int
		why     Reason
	}{
		{"all", func(Flow) bool { return true }, 100 + 30 + 20, 1, ""},
		{"the region", from("region"), 100, 1, ""},
		{"the bank and a", from("bank", "a"), 30 + 20, 0, ""},
		{"b, whose money goes outside, when nobody looked for more", from("b"), -1, 0, NoAmounts},
		{"the unknown amount alone", func(f Flow) bool { return f.Agreement == "2" }, -1, 1, NoAmounts},
	} {
		s := l.Received(row.counts)
		cents := int64(-1)
		if s.Cents != nil {
			cents = *s.Cents
		}
		if cents != row.cents || s.UnknownAmounts != row.unknown || s.Reason != row.why {
			t.Errorf("%s: %d, %+v", row.name, cents, s)
		}
	}
	searched := mustLedger(t, in, Window{AsOf: "2025-06-01", Searched: new(true)})
	if s := searched.Received(from("b")); s.Cents == nil || *s.Cents != 0 || s.Currency != "EUR" {
		t.Errorf("of b, where all was searched for: %+v", s)
	}
	if s := searched.Received(func(f Flow) bool { return f.Agreement == "2" }); s.Cents != nil || s.Reason != NoAmounts {
		t.Errorf("of an unknown amount, where all was searched for: %+v", s)
	}
	for _, looked := range []*bool{nil, new(false), new(true)} {
		m := mustLedger(t, in, Window{AsOf: "2025-06-01", Searched: looked}).Measure([]Indicator{CR1}, false)[0]
		if warned := slices.Contains(m.Warnings, NotSearched); warned != (looked != nil && !*looked) {
			t.Errorf("searched %v: %v", looked, m.Warnings)
		}
	}
	parties := maps.Collect(l.Parties())
	if len(parties) != 5 || !slices.Equal(parties["5"], []string{"b", "region"}) {
		t.Errorf("parties by agreement: %v", parties)
	}
	in.Agreements = in.Agreements[1:2]
	if s := mustLedger(t, in, Window{AsOf: "2025-06-01"}).Received(from("bank")); s.Cents != nil || s.Reason != NoAmounts || s.UnknownAmounts != 0 {
		t.Errorf("of a bank that pays nothing where nothing is known: %+v", s)
	}
	in.Agreements = append(in.Agreements, day("6", "EUR", "bank", "a", new(int64(1))), day("7", "CHF", "bank", "b", new(int64(1))))
	for payer, why := range map[string]Reason{"bank": MixedCurrencies, "b": NoAmounts} {
		if s := mustLedger(t, in, Window{AsOf: "2025-06-01", Searched: new(true)}).Received(from(payer)); s.Cents != nil || s.Reason != why {
			t.Errorf("of two currencies, from %s: %+v", payer, s)
		}
	}
}

// TestReceivedAddsUp: the parts of some flows and of all others add up to the whole,
// and what is unknown stays in its part.
func TestReceivedAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := mustLedger(t, ledgers().Draw(t, "ledger"), Window{From: pastDay(0), To: pastDay(pastDays)})
		x := func(f Flow) bool { return f.From == "x" }
		whole, part, rest := l.Received(func(Flow) bool { return true }), l.Received(x), l.Received(func(f Flow) bool { return !x(f) })
		value := func(s Sum) int64 {
			if s.Cents == nil {
				return 0
			}
			return *s.Cents
		}
		if value(part)+value(rest) != value(whole) {
			t.Fatalf("%d and %d of %d", value(part), value(rest), value(whole))
		}
		for _, s := range []Sum{whole, part, rest} {
			if (s.Cents == nil) != (s.Reason != "") || s.Cents != nil && *s.Cents == 0 && whole.Cents == nil {
				t.Fatalf("%+v of %+v", s, whole)
			}
		}
		if part.UnknownAmounts > whole.UnknownAmounts || part.UnknownAmounts+rest.UnknownAmounts < whole.UnknownAmounts {
			t.Fatalf("%d and %d unknown amounts of %d", part.UnknownAmounts, rest.UnknownAmounts, whole.UnknownAmounts)
		}
	})
}
