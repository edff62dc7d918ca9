package analysis

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// ledgers draws agreements between three members and two others, with amendments,
// shares, unknown parties and amounts.
func ledgers() *rapid.Generator[LedgerInput] {
	return rapid.Custom(func(t *rapid.T) LedgerInput {
		ids := []string{"a", "b", "c", "x", "y"}
		var in LedgerInput
		for _, id := range ids {
			a := Account{ID: id, Member: id < "d"}
			if rapid.Bool().Draw(t, "known") {
				a.Public = new(rapid.Bool().Draw(t, "public"))
				a.Votes = new(rapid.Int64Range(0, 3).Draw(t, "votes"))
			}
			in.Accounts = append(in.Accounts, a)
		}
		for k := range rapid.IntRange(0, 6).Draw(t, "agreements") {
			a := Agreement{Key: string(rune('A' + k)), Currency: "EUR"}
			terms := drawTerms(t, ids)
			a.Terms = append(a.Terms, terms)
			if rapid.Bool().Draw(t, "amended") {
				later := terms
				later.From = pastDay(rapid.IntRange(0, pastDays).Draw(t, "amendment"))
				later.Amount = drawCents(t)
				later.End = pastDay(rapid.IntRange(1, pastDays).Draw(t, "new end"))
				a.Terms = append(a.Terms, later)
			}
			in.Agreements = append(in.Agreements, a)
		}
		return in
	})
}

func drawCents(t *rapid.T) *int64 {
	if rapid.IntRange(0, 4).Draw(t, "unknown amount") == 0 {
		return nil
	}
	return new(rapid.Int64Range(0, 1000).Draw(t, "cents"))
}

func drawTerms(t *rapid.T, ids []string) Terms {
	from, to := span2(t)
	terms := Terms{Start: pastDay(from), End: pastDay(to), Amount: drawCents(t)}
	if rapid.IntRange(0, 5).Draw(t, "open") == 0 {
		terms.End = ""
	}
	if rapid.IntRange(0, 5).Draw(t, "maximum") == 0 {
		terms.Basis = MaximumAmount
	}
	for range rapid.IntRange(1, 4).Draw(t, "stakes") {
		s := Stake{
			ID:   rapid.SampledFrom(append([]string{""}, ids...)).Draw(t, "party"),
			Side: rapid.SampledFrom([]Side{Payer, Payee, NoSide}).Draw(t, "side"),
		}
		switch rapid.IntRange(0, 3).Draw(t, "stated") {
		case 0:
			s.Share = new(rapid.Int64Range(0, million).Draw(t, "share"))
		case 1:
			s.Amount = new(rapid.Int64Range(0, 800).Draw(t, "part"))
		}
		terms.Stakes = append(terms.Stakes, s)
	}
	return terms
}

func mustLedger(t interface{ Fatal(...any) }, in LedgerInput, w Window) *Ledger {
	l, err := NewLedger(in, w)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// paidBy adds up the known flows of each agreement.
func paidBy(l *Ledger) map[string]int64 {
	paid := map[string]int64{}
	for f := range l.Flows() {
		paid[f.Agreement] += f.Cents
	}
	return paid
}

// TestLedgerIdentities: net positions sum to 0, all values are finite and in range,
// and neither the order of the input nor an unknown amount changes a share.
func TestLedgerIdentities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := ledgers().Draw(t, "ledger")
		w := Window{AsOf: pastDay(rapid.IntRange(0, pastDays).Draw(t, "day"))}
		if rapid.Bool().Draw(t, "period") {
			from, to := span2(t)
			w = Window{From: pastDay(from), To: pastDay(to)}
		}
		all := mustLedger(t, in, w).Measure(nil, true)
		net := 0.0
		for _, m := range all {
			d, _ := DefinitionOf(m.ID)
			switch {
			case (m.Value == nil) == (m.Reason == ""):
				t.Fatalf("%+v", m)
			case m.Value == nil:
			case !finite(*m.Value) || d.Range == "0..1" && (*m.Value < 0 || *m.Value > 1):
				t.Fatalf("%s = %v in %s", m.ID, *m.Value, d.Range)
			case m.ID == NetPosition:
				net += *m.Value
			}
		}
		if net != 0 {
			t.Fatalf("net positions sum to %v", net)
		}
		shuffled := LedgerInput{slices.Clone(in.Accounts), slices.Clone(in.Agreements)}
		slices.Reverse(shuffled.Accounts)
		slices.Reverse(shuffled.Agreements)
		unknown := LedgerInput{in.Accounts, append(slices.Clone(in.Agreements), Agreement{Key: "Z", Currency: "USD", Terms: []Terms{{
			Start: pastDay(0), End: pastDay(pastDays + 1), Stakes: []Stake{{ID: "a", Side: Payer}, {ID: "b", Side: Payee}},
		}}})}
		for k, m := range mustLedger(t, shuffled, w).Measure(nil, true) {
			if m.InputHash != all[k].InputHash || text(m.Value) != text(all[k].Value) {
				t.Fatalf("%s = %s, in another order %s", m.ID, text(all[k].Value), text(m.Value))
			}
		}
		for k, m := range mustLedger(t, unknown, w).Measure(nil, true) {
			if d, _ := DefinitionOf(m.ID); d.money && text(m.Value) != text(all[k].Value) {
				t.Fatalf("%s = %s, with an unknown amount %s", m.ID, text(all[k].Value), text(m.Value))
			}
		}
	})
}

// TestLedgerSplits: what falls on a period is what falls on its parts, and a whole
// validity gives the last amount to the cent.
func TestLedgerSplits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := ledgers().Draw(t, "ledger")
		whole := mustLedger(t, in, Window{From: pastDay(0), To: pastDay(pastDays)})
		at := rapid.IntRange(1, pastDays-1).Draw(t, "middle")
		left, right := mustLedger(t, in, Window{From: pastDay(0), To: pastDay(at)}), mustLedger(t, in, Window{From: pastDay(at), To: pastDay(pastDays)})
		all, a, b := paidBy(whole), paidBy(left), paidBy(right)
		for key, cents := range all {
			// Rounding the parts of parties moves no cent but those paid to oneself.
			if self := paysItself(in, key); !self && cents != a[key]+b[key] {
				t.Fatalf("%s: %d, in parts %d and %d", key, cents, a[key], b[key])
			}
		}
		for _, agreement := range in.Agreements {
			terms := agreement.Terms[0]
			if len(agreement.Terms) > 1 || terms.Amount == nil || terms.Basis != "" || terms.End == "" || paysItself(in, agreement.Key) || len(all) == 0 {
				continue
			}
			if got, there := all[agreement.Key]; there && got != *terms.Amount {
				t.Fatalf("%s: %d of %d cents", agreement.Key, got, *terms.Amount)
			}
		}
	})
}

// paysItself reports whether one party stands on both sides of an agreement.
func paysItself(in LedgerInput, key string) bool {
	for _, a := range in.Agreements {
		for _, t := range a.Terms {
			for _, s := range t.Stakes {
				if a.Key == key && s.Side == Payer && slices.ContainsFunc(t.Stakes, func(o Stake) bool { return o.ID == s.ID && o.Side == Payee }) {
					return true
				}
			}
		}
	}
	return false
}

// TestSplitToTheCent: parts add up to the amount and differ from the exact ones by
// less than a cent.
func TestSplitToTheCent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := allotment{}
		for range rapid.IntRange(1, 6).Draw(t, "parties") {
			w := rapid.Int64Range(1, MaxAmount).Draw(t, "weight")
			s.ids, s.weights, s.total = append(s.ids, ""), append(s.weights, w), s.total+w
		}
		cents := rapid.Int64Range(-MaxAmount, MaxAmount).Draw(t, "cents")
		sum := int64(0)
		for i, p := range s.split(cents) {
			sum += p
			if exact := float64(cents) * float64(s.weights[i]) / float64(s.total); math.Abs(float64(p)-exact) > 1+math.Abs(exact)*1e-12 {
				t.Fatalf("%d cents of %v", p, exact)
			}
		}
		if sum != cents {
			t.Fatalf("%d of %d cents", sum, cents)
		}
	})
}

// TestAmendmentKeepsTheTotal: a grant of 60,000 for three years becomes one of 90,000
// in its second year: 20,000 in the first, and then twice 35,000.
func TestAmendmentKeepsTheTotal(t *testing.T) {
	stakes := []Stake{{ID: "region", Side: Payer}, {ID: "a", Side: Payee}}
	in := LedgerInput{
		Accounts: []Account{{ID: "a", Member: true}},
		Agreements: []Agreement{{Key: "grant", Terms: []Terms{
			{Start: "2021-01-01", End: "2024-01-01", Amount: new(int64(60_000)), Stakes: stakes},
			{From: "2022-01-01", Start: "2021-01-01", End: "2024-01-01", Amount: new(int64(90_000)), Stakes: stakes},
		}}},
	}
	for year, want := range map[string]int64{"2021": 20_000, "2022": 35_000, "2023": 35_000} {
		w := Window{From: year + "-01-01", To: string(year[:3]) + string(year[3]+1) + "-01-01"}
		if got := paidBy(mustLedger(t, in, w))["grant"]; got != want {
			t.Errorf("%s: %d cents, want %d", year, got, want)
		}
	}
	for asOf, want := range map[string]int64{"2021-12-31": 60_000, "2022-01-01": 90_000} {
		if got := paidBy(mustLedger(t, in, Window{AsOf: asOf}))["grant"]; got != want {
			t.Errorf("on %s: %d cents, want %d", asOf, got, want)
		}
	}
}

// TestEarlyEndSettles: of 36,600 for 2024, 18,200 fall due until July. An amendment
// that ends the contract then, for 20,000, adds 1,800 on the last day in force; one
// replaced on the day it was signed adds nothing.
func TestEarlyEndSettles(t *testing.T) {
	stakes := []Stake{{ID: "region", Side: Payer}, {ID: "a", Side: Payee}}
	in := LedgerInput{
		Accounts: []Account{{ID: "a", Member: true}},
		Agreements: []Agreement{{Key: "grant", Terms: []Terms{
			{Start: "2024-01-01", End: "2025-01-01", Amount: new(int64(36_600)), Stakes: stakes},
			{From: "2024-07-01", Start: "2024-01-01", End: "2024-07-01", Amount: new(int64(99_999)), Stakes: stakes},
			{From: "2024-07-01", Start: "2024-01-01", End: "2024-07-01", Amount: new(int64(20_000)), Stakes: stakes},
		}}},
	}
	for _, tc := range []struct {
		from, to string
		cents    int64
	}{
		{"2024-01-01", "2025-01-01", 20_000},
		{"2024-01-01", "2024-06-30", 18_100},
		{"2024-06-30", "2024-12-01", 1_900},
	} {
		if got := paidBy(mustLedger(t, in, Window{From: tc.from, To: tc.to}))["grant"]; got != tc.cents {
			t.Errorf("%s to %s: %d cents, want %d", tc.from, tc.to, got, tc.cents)
		}
	}
}

// TestFlowsAreOnePerPair: the flows of an agreement are one for each payer and payee,
// in their order, whatever was amended.
func TestFlowsAreOnePerPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var last Flow
		for f := range mustLedger(t, ledgers().Draw(t, "ledger"), Window{From: pastDay(0), To: pastDay(pastDays)}).Flows() {
			if f.Agreement == last.Agreement && cmp.Or(cmp.Compare(f.From, last.From), cmp.Compare(f.To, last.To)) <= 0 && f.Known == last.Known {
				t.Fatalf("%+v after %+v", f, last)
			}
			last = f
		}
	})
}

// TestLedgerHash: what a measure shows is in its hash.
func TestLedgerHash(t *testing.T) {
	ledger := func(change func(a *Agreement)) string {
		stakes := []Stake{{ID: "x", Side: Payer}, {ID: "a", Side: Payee}}
		a := Agreement{Key: "k", Terms: []Terms{
			{Start: "2024-01-01", End: "2025-01-01", Amount: new(int64(100)), Basis: FixedAmount, Stakes: stakes},
			{From: "2024-07-01", Start: "2024-01-01", End: "2025-01-01", Amount: new(int64(100)), Basis: FixedAmount, Stakes: stakes},
		}}
		change(&a)
		in := LedgerInput{Accounts: []Account{{ID: "a", Member: true}}, Agreements: []Agreement{a}}
		return mustLedger(t, in, Window{From: "2024-01-01", To: "2025-01-01"}).Measure([]Indicator{HHI}, false)[0].InputHash
	}
	same := ledger(func(*Agreement) {})
	for name, change := range map[string]func(a *Agreement){
		"an estimate":      func(a *Agreement) { a.Terms[0].Basis = EstimateAmount },
		"an imputed end":   func(a *Agreement) { a.Terms[0].End, a.Terms[0].Amount = "", nil },
		"another amount":   func(a *Agreement) { a.Terms[1].Amount = new(int64(101)) },
		"another payer":    func(a *Agreement) { a.Terms[1].Stakes = []Stake{{ID: "y", Side: Payer}, {ID: "a", Side: Payee}} },
		"another ISO code": func(a *Agreement) { a.Currency = "USD" },
	} {
		if ledger(change) == same {
			t.Errorf("%s gives the same hash", name)
		}
	}
}

// TestLedgerRefuses names what is wrong.
func TestLedgerRefuses(t *testing.T) {
	day := Window{AsOf: "2025-01-01"}
	for _, tc := range []struct {
		field string
		in    LedgerInput
		w     Window
	}{
		{"from", LedgerInput{}, Window{}},
		{"to", LedgerInput{}, Window{From: "2025-01-01", To: "2025-01-01"}},
		{"asOf", LedgerInput{}, Window{AsOf: "2025-02-30"}},
		{"from", LedgerInput{}, Window{AsOf: "2025-01-01", From: "2025-01-01"}},
		{"horizon", LedgerInput{}, Window{AsOf: "2025-01-01", Horizon: new(-1)}},
		{"accounts", LedgerInput{Accounts: []Account{{ID: "a"}, {ID: "a"}}}, day},
		{"agreements", LedgerInput{Agreements: []Agreement{{Key: "a"}, {Key: "a"}}}, day},
		{"start", LedgerInput{Agreements: []Agreement{{Key: "a", Terms: []Terms{{Start: "yesterday"}}}}}, day},
		{"end", LedgerInput{Agreements: []Agreement{{Key: "a", Terms: []Terms{{Start: "2025-01-01", End: "never"}}}}}, day},
		{"from", LedgerInput{Agreements: []Agreement{{Key: "a", Terms: []Terms{{}, {From: "later"}}}}}, day},
	} {
		_, err := NewLedger(tc.in, tc.w)
		if bad, ok := err.(*InputError); !ok || bad.Field != tc.field {
			t.Errorf("%+v: %v, want a refusal of %s", tc.in, err, tc.field)
		}
	}
}
