package report

import (
	"maps"
	"slices"
)

// answer is what report.graphql gives, named as there.
type answer struct {
	Hub struct {
		Revision       int
		Version, Today string
	}
	Vocabularies []struct {
		Name   string
		Values []struct{ Code, Label string }
	}
	Indicators []definition
	Pole       *poleAnswer
}

type definition struct {
	ID                                string
	Version                           int
	Name, Explanation, Formula, Range string
}

type poleAnswer struct {
	ID, Name           string
	Summary, Territory *string
	Sectors            []string
	StartedOn, EndedOn *string
	Flags              []struct {
		Field *string
		Code  string
		Raw   *string
	}
	Demonstration *bool
	Sources       []identified
	StatusClaims  []struct {
		Status           string
		Label, ValidFrom *string
	}
	Members              memberPage
	Roles                struct{ Nodes []roleAnswer }
	Contracts, Documents struct{ Nodes []document }
	Network              *networkAnswer
	WithoutCarrier       *networkAnswer

	History, Pooling, Producing, Learning, Governing, BothSides, Documented *networkAnswer

	PublicInvolvement *involvementAnswer `json:"-"` // of its own operation

	Grids    []gridAnswer
	DataGaps []gapAnswer
}

type identified struct{ ID string }

type organisation struct {
	ID, Name, Kind string
	PublicTier     *string
	ESS            *struct{ Value string }
	Sources        []identified
}

func (o *organisation) ess() string {
	if o.ESS == nil {
		return ""
	}
	return o.ESS.Value
}

type memberPage struct {
	TotalCount int
	Nodes      []struct {
		Circle       string
		ValidFrom    *string
		Sources      []identified
		Organisation *organisation
	}
}

type roleAnswer struct {
	Organisation *organisation
	Sources      []identified
}

type document struct {
	ID, Title string
	Sources   []identified
}

type pair struct{ From, To string }

type networkAnswer struct {
	AsOf  string
	Nodes []struct {
		ID           string
		Degree       int
		Organisation *organisation
	}
	Ties, UnknownPairs []pair
	Projection         *projection
	Measures           []measureAnswer
}

// links are the ties of a network that may not have been read.
func (n *networkAnswer) links() []pair {
	if n == nil {
		return nil
	}
	return n.Ties
}

// projection says how facts became a network.
type projection struct {
	Asked       int      `json:"asked"`
	Answered    int      `json:"answered"`
	HorizonDays int      `json:"horizonDays"`
	Direction   string   `json:"direction"`
	Confirm     string   `json:"confirm"`
	Silence     string   `json:"silence"`
	Rule        string   `json:"rule"`
	Absence     string   `json:"absence"`
	Groups      string   `json:"groups"`
	Carrier     string   `json:"carrier"`
	SourceIDs   []string `json:"sourceIds"`
}

type measureAnswer struct {
	ID                                    string
	Version                               int
	Value                                 *float64
	Status                                string
	Reason                                *string
	Num, Den                              *int
	N                                     int
	PairsAtRisk, PairsKnown, PairsUnknown int
	Warnings                              []string
	Scope                                 struct {
		Kind      string
		Attribute *string
	}
	Bounds   *bounds
	Interval *interval
	Chance   *struct{ Expected float64 }
}

// bounds are the least and the greatest value over all that is unknown.
type bounds struct {
	Lower float64 `json:"lower"`
	Upper float64 `json:"upper"`
}

// interval is what sampling other members of the kind could have given.
type interval struct {
	Lower      float64 `json:"lower"`
	Upper      float64 `json:"upper"`
	Level      float64 `json:"level"`
	Replicates int     `json:"replicates"`
}

type gridAnswer struct {
	Grid struct {
		ID                        string
		Version                   int
		Title, Summary, Reference string
	}
	Counts []struct {
		Kind, State string
		Count       int
	}
	Answers []criterionAnswer
}

type criterionAnswer struct {
	Criterion struct {
		ID, Kind, Name, Explanation, BeyondData, Rule string
	}
	State            string
	IsDecidedOnKnown bool
	Evidence         []struct {
		Code, Label string
		Value       *float64
		N           int
		FactIDs     []string
		Measure     *struct {
			Reason *string
			Bounds *bounds
		}
	}
	Thresholds  []threshold
	Missing     []gapAnswer
	Notes       []struct{ Code, Label string }
	Assessments []struct {
		Verdict, Dated     string
		Author, Reasons    *string
		AuthorOrganisation *organisation
	}
	Agreement *string
}

// threshold is a number of a rule, and who chose it.
type threshold struct {
	Name   string   `json:"name"`
	Value  *float64 `json:"value"`
	Origin string   `json:"origin"`
}

type gapAnswer struct {
	Code, Label string
	AboutIDs    []string
	Criteria    []string
}

// named is a record as namesOperation gives it; only sources have a kind.
type named struct {
	ID, Name, Title, Kind                string
	Publisher, Licence, RetrievedOn, URL *string
}

// names are the names of the records that the answer itself has.
func (a *answer) names() map[string]string {
	names := map[string]string{a.Pole.ID: a.Pole.Name}
	add := func(o *organisation) {
		if o != nil {
			names[o.ID] = o.Name
		}
	}
	for _, n := range a.Pole.Members.Nodes {
		add(n.Organisation)
	}
	for _, n := range a.Pole.Roles.Nodes {
		add(n.Organisation)
	}
	if p := a.Pole.PublicInvolvement; p != nil {
		for _, actor := range p.Actors {
			add(actor.Organisation)
		}
	}
	for _, d := range slices.Concat(a.Pole.Contracts.Nodes, a.Pole.Documents.Nodes) {
		names[d.ID] = d.Title
	}
	return names
}

// sources are the ids of the sources of what the report rests on, sorted.
func (a *answer) sources() []string {
	ids := map[string]bool{}
	add := func(sources []identified) {
		for _, s := range sources {
			ids[s.ID] = true
		}
	}
	add(a.Pole.Sources)
	for _, n := range a.Pole.Members.Nodes {
		add(n.Sources)
		if n.Organisation != nil {
			add(n.Organisation.Sources)
		}
	}
	for _, n := range a.Pole.Roles.Nodes {
		add(n.Sources)
	}
	for _, d := range slices.Concat(a.Pole.Contracts.Nodes, a.Pole.Documents.Nodes) {
		add(d.Sources)
	}
	if p := a.Pole.PublicInvolvement; p != nil {
		for _, actor := range p.Actors {
			for _, role := range actor.Roles {
				add(role.Sources)
			}
		}
	}
	if a.Pole.Network != nil && a.Pole.Network.Projection != nil {
		for _, id := range a.Pole.Network.Projection.SourceIDs {
			ids[id] = true
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// shown are the ids of the records that the report points at by name, in order:
// the first of each list of evidence and of what is missing.
func (a *answer) shown() []string {
	var ids []string
	for _, g := range a.Pole.Grids {
		for _, c := range g.Answers {
			for _, e := range c.Evidence {
				ids = append(ids, e.FactIDs[:min(len(e.FactIDs), mostFacts)]...)
			}
			for _, m := range c.Missing {
				ids = append(ids, m.AboutIDs[:min(len(m.AboutIDs), 2*mostAbout)]...)
			}
		}
	}
	if p := a.Pole.PublicInvolvement; p != nil {
		for _, g := range p.Gaps {
			ids = append(ids, g.AboutIDs[:min(len(g.AboutIDs), 2*mostAbout)]...)
		}
	}
	for _, g := range a.Pole.DataGaps {
		ids = append(ids, g.AboutIDs[:min(len(g.AboutIDs), 2*mostAbout)]...)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(ids, func(id string) bool {
		twice := seen[id]
		seen[id] = true
		return twice
	})
}
