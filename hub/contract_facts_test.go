package hub

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestContractOnADay holds what a contract says on any day against the rule in one
// sentence for each part: the last amendment made by then that states it, else the
// signature. What it says of money has the same states.
func TestContractOnADay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContract(t)
		for _, day := range []Date{"", "2019-12-31", "2020-01-01", "2020-02-15", "2021-01-01", "2030-01-01"} {
			a := &Agreement{Contract: c.contract, facts: c}
			from, to, ok := a.Period(day)
			if c.contract.Status == ContractStatusPending {
				if ok || c.agreement() != nil {
					t.Fatalf("pending, and in force from %s to %s", from, to)
				}
				continue
			}
			end, amount, parties := plainly(c, day)
			if from != c.contract.startOn() || to != end || !ok {
				t.Fatalf("%q: %s to %s, expected to %s", day, from, to, end)
			}
			if got := a.Parties(day); !slices.Equal(got, parties) {
				t.Fatalf("%q: parties %v, expected %v", day, got, parties)
			}
			terms := c.agreement().Terms
			for len(terms) > 1 && terms[1].From <= string(day) {
				terms = terms[1:]
			}
			if now := terms[0]; now.End != string(end) || (*Money)(now.Amount) != amount || len(now.Stakes) != len(parties) {
				t.Fatalf("%q: %+v, expected %v until %s", day, now, amount, end)
			}
		}
	})
}

// plainly goes through all amendments for one day.
func plainly(c *contractFacts, day Date) (end Date, amount *Money, parties []*Party) {
	amount, end = c.contract.Amount, c.contract.endsOn(nil)
	number := Text("")
	for _, a := range c.amendments {
		if a.Dated == "" || a.Dated > day {
			continue
		}
		if a.NewAmount != nil {
			amount = a.NewAmount
		}
		if a.NewDurationMonths != nil {
			end = c.contract.endsOn(a.NewDurationMonths)
		}
		if a.ReplacesParties == TriYes {
			number = Text(a.Number)
		}
	}
	for _, p := range c.parties {
		if p.Amendment == number {
			parties = append(parties, p)
		}
	}
	return end, amount, parties
}

func drawContract(t *rapid.T) *contractFacts {
	dates := rapid.SampledFrom([]Date{"", "2020-01-01", "2020-02-15", "2021-01-01"})
	months := rapid.Ptr(rapid.IntRange(0, 36), true)
	amounts := rapid.Ptr(rapid.Map(rapid.IntRange(0, 9), func(n int) Money { return Money(n) }), true)
	c := &contractFacts{contract: &Contract{
		ID: "contract:a", StartsOn: dates.Draw(t, "start"), EndsOn: dates.Draw(t, "end"), DurationMonths: months.Draw(t, "months"),
		Amount: amounts.Draw(t, "amount"), Status: rapid.SampledFrom([]ContractStatus{ContractStatusPending, ""}).Draw(t, "status"),
	}}
	for i := range rapid.IntRange(0, 4).Draw(t, "amendments") {
		c.amendments = append(c.amendments, &Amendment{
			Number: fmt.Sprint(i + 1), Dated: dates.Draw(t, "dated"), NewAmount: amounts.Draw(t, "new amount"),
			NewDurationMonths: months.Draw(t, "new months"), ReplacesParties: rapid.SampledFrom([]Tri{TriYes, TriNo}).Draw(t, "replaces"),
		})
	}
	slices.SortFunc(c.amendments, compareAmendments)
	for i := range rapid.IntRange(0, 6).Draw(t, "parties") {
		c.parties = append(c.parties, &Party{
			ID: ID(fmt.Sprint("party:", i)), Amendment: rapid.SampledFrom([]Text{"", "1", "2", "3"}).Draw(t, "amendment"),
		})
	}
	return c
}
