package analysis

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ledgerCase is one file of testdata/money: organisations and contracts, a dashed
// line, the expected measures with their arithmetic. Amounts are cents.
type ledgerCase struct {
	in     LedgerInput
	window Window
	expect []expectation
	raw    bool // unknown amounts, parties or flags, or amendments
}

func readLedgerCase(text string) (*ledgerCase, error) {
	facts, expected, ok := strings.Cut(text, "\n---\n")
	if !ok {
		return nil, fmt.Errorf("no dashed line")
	}
	c := &ledgerCase{}
	for _, f := range caseLines(facts) {
		var err error
		switch f[0] {
		case "on":
			c.window.AsOf = f[1]
		case "period":
			c.window.From, c.window.To = f[1], f[2]
		case "ask":
			c.window.Maxima = slices.Contains(f, "maxima")
			c.window.Between = slices.Contains(f, "between")
		case "member", "other":
			c.in.Accounts = append(c.in.Accounts, c.account(f))
		case "contract":
			terms, termsErr := c.terms("", f[3:])
			c.in.Agreements = append(c.in.Agreements, Agreement{Key: f[1], Type: f[2], Currency: "EUR", Terms: []Terms{terms}})
			err = termsErr
		case "currency":
			c.in.Agreements[len(c.in.Agreements)-1].Currency = f[1]
		case "amended":
			terms, termsErr := c.terms(f[1], f[2:])
			last := &c.in.Agreements[len(c.in.Agreements)-1]
			last.Terms = append(last.Terms, terms)
			c.raw, err = true, termsErr
		default:
			err = fmt.Errorf("%q is no line of a case", f)
		}
		if err != nil {
			return nil, err
		}
	}
	for _, f := range caseLines(expected) {
		id, at, _ := strings.Cut(f[0], "@")
		value, bounds, _ := strings.Cut(strings.Join(f[1:], " "), " within ")
		e := expectation{id: Indicator(id), at: at, value: value}
		e.lower, e.upper, _ = strings.Cut(bounds, "..")
		c.expect = append(c.expect, e)
	}
	return c, nil
}

// account reads: member ID public|private inside|outside votes=N.
func (c *ledgerCase) account(f []string) Account {
	a := Account{ID: f[1], Member: f[0] == "member"}
	for _, word := range f[2:] {
		switch word {
		case "public", "private":
			a.Public = new(word == "public")
		case "inside", "outside":
			a.Inside = new(word == "inside")
		default:
			votes, _ := strconv.ParseInt(strings.TrimPrefix(word, "votes="), 10, 64)
			a.Votes = &votes
		}
	}
	c.raw = c.raw || a.Public == nil || a.Member && a.Inside == nil
	return a
}

// terms reads: START..END CENTS[:BASIS] pays:ID[=CENTS|*MILLIONTHS] paid:ID with:ID.
func (c *ledgerCase) terms(from string, f []string) (Terms, error) {
	t := Terms{From: from}
	t.Start, t.End, _ = strings.Cut(f[0], "..")
	amount, basis, _ := strings.Cut(f[1], ":")
	t.Basis = AmountBasis(basis)
	if amount != "?" {
		cents, err := strconv.ParseInt(amount, 10, 64)
		if err != nil {
			return t, err
		}
		t.Amount = &cents
	}
	c.raw = c.raw || amount == "?" || t.End == ""
	for _, word := range f[2:] {
		role, id, _ := strings.Cut(word, ":")
		side, known := map[string]Side{"pays": Payer, "paid": Payee, "with": NoSide}[role]
		if !known {
			return t, fmt.Errorf("%q is no party", word)
		}
		s := Stake{Side: side}
		if at := strings.IndexAny(id, "=*"); at >= 0 {
			n, err := strconv.ParseInt(id[at+1:], 10, 64)
			if err != nil {
				return t, err
			}
			if s.Amount = &n; id[at] == '*' {
				s.Amount, s.Share = nil, &n
			}
			id = id[:at]
		}
		s.ID = id
		t.Stakes = append(t.Stakes, s)
	}
	return t, nil
}

func ledgerCases(t *testing.T) map[string]*ledgerCase {
	t.Helper()
	return caseFiles(t, "testdata/money/*.txt", readLedgerCase)
}

// TestLedgerCases: the cases hold, and each indicator of money has an ordinary one, a
// border one without a value, and one with something unknown or amended.
func TestLedgerCases(t *testing.T) {
	covered := map[Indicator]*cover{}
	for _, id := range IndicatorsOf(SubjectMoney) {
		covered[id] = &cover{}
	}
	for name, c := range ledgerCases(t) {
		t.Run(name, func(t *testing.T) {
			l, err := NewLedger(c.in, c.window)
			if err != nil {
				t.Fatal(err)
			}
			checkCase(t, l.Measure(nil, true), c.expect, c.raw, covered)
		})
	}
	for id, k := range covered {
		if !k.ordinary || !k.null || !k.raw {
			t.Errorf("%s: %+v", id, *k)
		}
	}
}

// cover says which kinds of cases an indicator has.
type cover struct{ ordinary, null, raw bool }

// checkCase compares the measures of a case that is not of a network. UNKNOWN_AMOUNTS
// is a line too: how many amounts the measure named after the @ leaves out.
func checkCase(t *testing.T, measures []Measure, expect []expectation, raw bool, covered map[Indicator]*cover) {
	t.Helper()
	at := func(id Indicator, at string) *Measure {
		for i, m := range measures {
			if m.ID == id && (m.Scope.Attribute == at || scopeText(m.Scope) == at) {
				return &measures[i]
			}
		}
		return nil
	}
	for _, e := range expect {
		if e.id == "UNKNOWN_AMOUNTS" {
			id, key, _ := strings.Cut(e.at, "@")
			if m := at(Indicator(id), key); m == nil || strconv.Itoa(m.UnknownAmounts) != e.value {
				t.Errorf("%s leaves out %+v, want %s", e.at, m, e.value)
			}
			continue
		}
		m := at(e.id, e.at)
		if m == nil {
			t.Errorf("%s@%s is not among the measures", e.id, e.at)
			continue
		}
		e.check(t, *m)
		k := covered[e.id]
		null := strings.HasPrefix(e.value, "null ")
		k.null, k.raw, k.ordinary = k.null || null, k.raw || raw, k.ordinary || !null && !raw
	}
}
