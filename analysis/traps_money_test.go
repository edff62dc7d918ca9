package analysis

import (
	"slices"
	"testing"
)

// TestMoney: shares on 0 to 1, zeros kept, one amount for all co-contractors, a
// subsidy of a stated percentage, maxima that are no payments.
func TestMoney(t *testing.T) {
	pays := func(id string) Stake { return Stake{ID: id, Side: Payer} }
	paid := func(id string) Stake { return Stake{ID: id, Side: Payee} }
	cents := func(n int64, stakes ...Stake) Agreement {
		return Agreement{Key: "c", Terms: []Terms{{Start: "2025-01-01", End: "2026-01-01", Amount: &n, Stakes: stakes}}}
	}
	value := func(id Indicator, agreements ...Agreement) *Measure {
		in := LedgerInput{Accounts: []Account{{ID: "a", Member: true}, {ID: "b", Member: true}, {ID: "region", Public: new(true)}}}
		for i, a := range agreements {
			a.Key += string(rune('0' + i))
			in.Agreements = append(in.Agreements, a)
		}
		return find(mustLedger(t, in, Window{AsOf: "2025-06-01"}).Measure([]Indicator{id}, false), id)
	}
	if hhi := *value(HHI, cents(3, pays("region"), paid("a")), cents(1, pays("x"), paid("a"))).Value; hhi != (9.0+1)/16 {
		t.Errorf("HHI is %v, want 10/16", hhi)
	}
	// 0 and 4: Σ(2i−k−1)x = −1·0 + 1·4 over 2·4.
	if g := *value(Gini, cents(4, pays("region"), paid("a")), cents(0, pays("x"), paid("a"))).Value; g != 4.0/(2*4) {
		t.Errorf("Gini with a zero is %v, want 1/2", g)
	}
	if m := value(Gini, cents(0, pays("region"), paid("a"))); m.Reason != NoAmounts {
		t.Errorf("Gini of zeros: %+v", m)
	}
	together := cents(10, pays("region"), paid("a"), paid("b"))
	if share := *value(CR1, together, cents(10, pays("x"), paid("a"))).Value; share != 10.0/20 {
		t.Errorf("a co-contracted amount counts %v, want once: 10/20", share)
	}
	partly := cents(100, Stake{ID: "region", Side: Payer, Share: new(int64(300_000))}, paid("a"))
	if m := value(CR1, partly, cents(10, pays("x"), paid("a"))); *m.Value != 30.0/(30+10) || m.UnknownAmounts != 1 {
		t.Errorf("30 %% of 100 beside 10: %v, want 30/40", *m.Value)
	}
	most := cents(100, pays("region"), paid("a"))
	most.Terms[0].Basis = MaximumAmount
	if m := value(CR1, most); m.Reason != NoAmounts || m.UnknownAmounts != 1 || !slices.Contains(m.Warnings, UnknownAmounts) {
		t.Errorf("a ceiling: %+v", m)
	}
}

// TestRenewal: contract A ends on the day on which B starts: persistence 1, and one
// spell.
func TestRenewal(t *testing.T) {
	in := testInput("a", "b")
	in.ContractTypes = []string{"SERVICE"}
	for key, v := range map[string]Validity{"A": {Start: "2020-01-01", End: "2022-01-01"}, "B": {Start: "2022-01-01", End: "2025-01-01"}} {
		in.Contracts = append(in.Contracts, Contract{Key: key, Type: "SERVICE", Parties: []Party{{ID: "a"}, {ID: "b"}}, Validity: v})
	}
	p := Projection{AllContracts: true}
	on := func(day string) *Network { return project(t, in, Projection{AllContracts: true, AsOf: day}) }
	p.From, p.To = "2019-01-01", "2026-01-01"
	h, err := NewHistory(in, p)
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewChange(on("2021-06-01"), on("2022-06-01"), ChangeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if m := find(c.Measure(t.Context(), nil, Options{}), TiePersistence); *m.Value != 1 {
		t.Errorf("persistence is %v", *m.Value)
	}
	if s := h.Durations(); s.Spells != 1 || s.Ended != 1 || s.Steps[0].Days != 366+365+365+365+366 {
		t.Errorf("%+v, want one spell of five years", s)
	}
}

// TestChangePanics: networks that cannot be compared are a mistake of the programmer.
func TestChangePanics(t *testing.T) {
	in := testInput("a", "b")
	early := project(t, in, Projection{AsOf: "2020-01-01"})
	for name, pair := range map[string][2]*Network{
		"the later first": {project(t, in, Projection{AsOf: "2021-01-01"}), early},
		"no day":          {mustBuild(t, NewBuilder(false)), early},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: compared", name)
				}
			}()
			NewChange(pair[0], pair[1], ChangeOptions{})
		}()
	}
}

// TestHistoryRefuses: a history is of a period, and of days that are days.
func TestHistoryRefuses(t *testing.T) {
	in := testInput("a", "b")
	if _, err := NewHistory(in, Projection{AsOf: "2020-01-01"}); err == nil {
		t.Error("a day was taken for a period")
	}
	in.Facts = []Fact{{Type: "JOINT_PROJECT", From: "a", To: "b", Validity: Validity{Start: "soon"}}}
	if _, err := NewHistory(in, Projection{From: "2020-01-01", To: "2021-01-01"}); err == nil {
		t.Error("a day that is none was accepted")
	}
}

// TestTooMuchHistory: what would take too long is not computed, and says so.
func TestTooMuchHistory(t *testing.T) {
	in := testInput("a", "b")
	p := Projection{AsOf: "2020-01-01"}
	before := project(t, in, p)
	p.AsOf = "2021-01-01"
	c, err := NewChange(before, project(t, in, p), ChangeOptions{History: &History{tooLarge: true}})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []Indicator{LongTieShare, TieDurationMedian} {
		if m := find(c.Measure(t.Context(), nil, Options{}), id); m.Status != NotComputed || m.Reason != BudgetExceeded {
			t.Errorf("%s: %+v", id, m)
		}
	}
}
