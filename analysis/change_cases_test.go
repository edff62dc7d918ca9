package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// pastCase is one file of testdata/change: memberships, ties and contracts in time, a
// dashed line, the expected measures with their arithmetic.
type pastCase struct {
	from, to   string
	projection Projection
	actors     Actors
	stays      map[string][]Validity
	in         Input // without nodes
	raw        bool  // something unknown
	expect     []expectation
}

func readPastCase(text string) (*pastCase, error) {
	facts, expected, ok := strings.Cut(text, "\n---\n")
	if !ok {
		return nil, fmt.Errorf("no dashed line")
	}
	c := &pastCase{
		stays: map[string][]Validity{}, projection: Projection{Silence: AbsentSilence},
		in: Input{Relations: []Relation{{Code: "JOINT_PROJECT"}}, ContractTypes: []string{"SERVICE"}},
	}
	for _, f := range caseLines(facts) {
		validity := func(text string) Validity {
			v := Validity{}
			v.Start, v.End, _ = strings.Cut(text, "..")
			c.raw = c.raw || v.Start == "" || v.End == ""
			return v
		}
		switch f[0] {
		case "period":
			c.from, c.to = f[1], f[2]
		case "ask":
			if slices.Contains(f, "all") {
				c.actors = AllActors
			}
			if slices.Contains(f, "contracts") {
				c.projection.AllContracts = true
			}
			if slices.Contains(f, "silent") {
				c.projection.Silence, c.raw = UnknownSilence, true
			}
		case "member":
			c.stays[f[1]] = nil
			for _, stay := range f[2:] {
				c.stays[f[1]] = append(c.stays[f[1]], validity(stay))
			}
		case "contract":
			c.in.Contracts = append(c.in.Contracts, Contract{Key: f[1], Type: "SERVICE", Parties: []Party{{ID: f[2]}, {ID: f[3]}}, Validity: validity(f[4])})
		default:
			a, b, tied := strings.Cut(f[0], "-")
			fact := Fact{Type: "JOINT_PROJECT", From: a, To: b, State: Present, Validity: validity(f[1])}
			if !tied {
				fact.From, fact.To, _ = strings.Cut(f[0], "?")
				fact.State, c.raw = Unknown, true
			}
			if len(f) > 2 { // seen on a day
				fact.LastSeen = f[2]
			}
			c.in.Facts = append(c.in.Facts, fact)
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

// on is the input with the members of some days.
func (c *pastCase) on(from, to string) Input {
	in := c.in
	for id, stays := range c.stays {
		if slices.ContainsFunc(stays, func(v Validity) bool { return (v.Start == "" || v.Start < to) && (v.End == "" || v.End > from) }) {
			in.Nodes = append(in.Nodes, Node{ID: id})
		}
	}
	return in
}

func (c *pastCase) change(t testing.TB) *Change {
	t.Helper()
	network := func(day string) *Network {
		p := c.projection
		p.AsOf = day
		d, _ := readDay("day", day)
		n, err := Project(c.on(day, (d+1).String()), p)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	p := c.projection
	p.From, p.To = c.from, c.to
	history, err := NewHistory(c.on(c.from, c.to), p)
	if err != nil {
		t.Fatal(err)
	}
	stays := []Validity{}
	for _, list := range c.stays {
		stays = append(stays, list...)
	}
	change, err := NewChange(network(c.from), network(c.to), ChangeOptions{Actors: c.actors, History: history, Stays: stays})
	if err != nil {
		t.Fatal(err)
	}
	return change
}

func pastCases(t *testing.T) map[string]*pastCase {
	t.Helper()
	return caseFiles(t, "testdata/change/*.txt", readPastCase)
}

// TestChangeCases: the cases hold, and each indicator of change has an ordinary one,
// one with something unknown and, unless it counts, one without a value.
func TestChangeCases(t *testing.T) {
	covered := map[Indicator]*cover{}
	for _, id := range IndicatorsOf(SubjectChange) {
		covered[id] = &cover{}
	}
	for name, c := range pastCases(t) {
		t.Run(name, func(t *testing.T) {
			checkCase(t, c.change(t).Measure(t.Context(), nil, Options{}), c.expect, c.raw, covered)
		})
	}
	for id, k := range covered {
		if !k.ordinary || !k.null && id != TieChange && id != MemberChange || !k.raw {
			t.Errorf("%s: %+v", id, *k)
		}
	}
}
