package report

import "slices"

type withoutAnswer struct {
	Organisations           []organisation
	IsAll                   bool
	Connectedness, Isolates contrast
	MoneyBefore, MoneyAfter moneySum
}

// contrast is an indicator with and without public actors.
type contrast struct {
	First  *struct{ Value *float64 }
	Second *struct {
		Value  *float64
		Reason *string
	}
}

type yearAnswer struct {
	Year        int
	Actors      []struct{ Organisation *identified }
	PublicMoney moneySum
	PublicShare struct {
		Value  *float64
		Reason *string
	}
	Posture struct{ Code, Label string }
}

type peerAnswer struct {
	Code, Label               string
	Own                       *float64
	LeastMembers, MostMembers *int
	N                         int
	Q1, Median, Q3            *float64
	Reason                    *string
}

// Posture is how public actors stand in the pole: a heuristic, never a verdict.
type Posture struct {
	Code        string         `json:"code"`
	Label       string         `json:"label"`
	Explanation string         `json:"explanation"`
	OnKnown     bool           `json:"isDecidedOnKnown"`
	Inputs      []PostureInput `json:"inputs"`
}

// PostureInput is one thing that a posture rests on.
type PostureInput struct {
	Code      string   `json:"code"`
	Label     string   `json:"label"`
	Value     *float64 `json:"value"` // null when unknown
	Threshold *float64 `json:"threshold"`
	IsReached *bool    `json:"isReached"`
}

// Known are the inputs with a threshold whose value is known: shares.
func (p *Posture) Known() []PostureInput {
	return slices.DeleteFunc(slices.Clone(p.Inputs), func(i PostureInput) bool { return i.Value == nil || i.Threshold == nil })
}

// Without is what would remain without some public actors.
type Without struct {
	IDs           []string `json:"organisationIds"`
	Who           []string `json:"organisations"`
	All           bool     `json:"isAll"`
	Connectedness Change   `json:"connectedness"`
	Isolates      Change   `json:"isolates"`
	MoneyBefore   Sum      `json:"moneyBefore"`
	MoneyAfter    Sum      `json:"moneyAfter"`
}

// Change is a value with (before) and without (after).
type Change struct {
	Before *float64 `json:"before"`
	After  *float64 `json:"after"`
	Reason string   `json:"reason,omitempty"` // why there is no value after
}

// Year is how public actors took part in a year.
type Year struct {
	Year        int      `json:"year"`
	Actors      int      `json:"publicActors"`
	Money       Sum      `json:"publicMoney"`
	Share       *float64 `json:"publicShare"`
	ShareReason string   `json:"publicShareReason,omitempty"`
	Posture     string   `json:"posture"`
	Name        string   `json:"postureName"`
}

// Peer is a value of the pole beside those of poles of its size.
type Peer struct {
	Code   string   `json:"code"`
	Label  string   `json:"label"`
	Own    *float64 `json:"own"`
	Least  *int     `json:"leastMembers"`
	Most   *int     `json:"mostMembers"`
	N      int      `json:"n"`
	Q1     *float64 `json:"q1"`
	Median *float64 `json:"median"`
	Q3     *float64 `json:"q3"`
	Reason string   `json:"reason,omitempty"`
}

func (m *maker) change(c contrast) Change {
	var change Change
	if c.First != nil {
		change.Before = c.First.Value
	}
	if c.Second != nil {
		change.After, change.Reason = c.Second.Value, m.reason(c.Second.Reason)
	}
	return change
}

func (m *maker) without(answers []withoutAnswer) []Without {
	rows := []Without{}
	for _, a := range answers {
		row := Without{All: a.IsAll, Connectedness: m.change(a.Connectedness), Isolates: m.change(a.Isolates), MoneyBefore: m.sum(a.MoneyBefore), MoneyAfter: m.sum(a.MoneyAfter)}
		for _, o := range a.Organisations {
			row.IDs, row.Who = append(row.IDs, o.ID), append(row.Who, o.Name)
		}
		rows = append(rows, row)
	}
	return rows
}

func (m *maker) years(answers []yearAnswer) []Year {
	rows := []Year{}
	for _, a := range answers {
		rows = append(rows, Year{Year: a.Year, Actors: len(a.Actors), Money: m.sum(a.PublicMoney), Share: a.PublicShare.Value,
			ShareReason: m.reason(a.PublicShare.Reason), Posture: a.Posture.Code, Name: a.Posture.Label})
	}
	return rows
}

func (m *maker) peers(answers []peerAnswer) []Peer {
	rows := []Peer{}
	for _, a := range answers {
		row := Peer{Code: a.Code, Label: a.Label, Own: a.Own, Least: a.LeastMembers, Most: a.MostMembers, N: a.N, Q1: a.Q1, Median: a.Median, Q3: a.Q3}
		if a.Reason != nil {
			row.Reason = m.coded("peers.", *a.Reason)
		}
		rows = append(rows, row)
	}
	return rows
}

// Departures are the suppositions that would change something: connectedness,
// isolates or money. Absence of the others changes none of the three.
func (i *Involvement) Departures() []Without {
	return slices.DeleteFunc(slices.Clone(i.Without), func(w Without) bool {
		return !w.All && w.Connectedness.same() && w.Isolates.same() && w.MoneyBefore == w.MoneyAfter
	})
}

func (c Change) same() bool {
	return c.Before != nil && c.After != nil && *c.Before == *c.After
}

// mostYears is how many years the page has room for.
const mostYears = 3

// LastYears are the latest years.
func (i *Involvement) LastYears() []Year { return i.Years[max(0, len(i.Years)-mostYears):] }

// Beside are the values of the pole beside those of others; none when none of them
// has a median.
func (i *Involvement) Beside() []Peer {
	if !slices.ContainsFunc(i.Peers, func(p Peer) bool { return p.Median != nil && p.Least != nil }) {
		return nil
	}
	return i.Peers
}
