package report

import (
	"cmp"
	"slices"
	"strings"

	"polehub/web/lang"
	"polehub/web/page"
)

// How much of a list is shown by name before the rest is counted.
const (
	mostFacts = 2
	mostAbout = 2
	mostGaps  = 100 // of those that the operation asks for
)

// maker makes the report of an answer.
type maker struct {
	lang     *lang.Language
	answer   *answer
	question Question
	names    map[string]string
	sources  []named
	err      error // the first message that does not exist
}

// text is a message; a missing one fails the whole report.
func (m *maker) text(key string, parts ...any) string {
	text, err := m.lang.Text(key, parts...)
	m.err = cmp.Or(m.err, err)
	return text
}

// coded is the message of a code that the API gave, or the code itself when it is
// newer than the messages.
func (m *maker) coded(prefix, code string) string {
	if !m.lang.Has(prefix + code) {
		return code
	}
	return m.text(prefix + code)
}

// label is the API's name for a code.
func (m *maker) label(vocabulary, code string) string {
	for _, v := range m.answer.Vocabularies {
		for _, value := range v.Values {
			if v.Name == vocabulary && value.Code == code {
				return value.Label
			}
		}
	}
	return code
}

// name is the name of a record; its id when nobody knows it.
func (m *maker) name(id string) string { return cmp.Or(m.names[id], id) }

func (m *maker) report(missing []*page.Error) (*Report, error) {
	pole := m.answer.Pole
	r := &Report{
		Lang: m.lang.Code, At: m.at(), Revision: m.answer.Hub.Revision, Version: m.answer.Hub.Version,
		Demonstration: pole.Demonstration != nil && *pole.Demonstration,
		Pole:          m.pole(),
		Composition:   m.composition(),
		Network:       m.network(),
		Grids:         make([]Grid, len(pole.Grids)),
		Involvement:   m.involvement(),
		Gaps:          m.gaps(),
		MoreGaps:      len(pole.DataGaps) == mostGaps,
		Sources:       m.sourceRows(),
		Unread:        []string{},
	}
	r.Measures, r.Warnings = m.measures()
	for i, g := range pole.Grids {
		r.Grids[i] = m.grid(g)
	}
	for _, e := range missing {
		r.Unread = append(r.Unread, e.Path)
	}
	return r, m.err
}

// at is the day of the report; days written so sort as days do.
func (m *maker) at() string { return cmp.Or(m.question.At, m.answer.Hub.Today) }

func (m *maker) pole() Pole {
	a := m.answer.Pole
	p := Pole{ID: a.ID, Name: a.Name, Summary: given(a.Summary), Territory: given(a.Territory), StartedOn: a.started(), EndedOn: given(a.EndedOn),
		Sectors: []string{}, Statuses: []string{}, Carriers: []string{}}
	switch at := m.at(); {
	case p.StartedOn > at:
		p.Outside = m.text("report.notStarted")
	case p.EndedOn != "" && p.EndedOn <= at:
		p.Outside = m.text("report.ended")
	}
	for _, s := range a.Sectors {
		p.Sectors = append(p.Sectors, m.label("Sector", s))
	}
	for _, s := range a.StatusClaims {
		p.Statuses = append(p.Statuses, cmp.Or(given(s.Label), m.label("StatusKind", s.Status)))
	}
	for _, n := range a.Members.Nodes {
		if n.Circle == "CARRIER" && n.Organisation != nil {
			p.Carriers = append(p.Carriers, n.Organisation.Name)
		}
	}
	return p
}

// started is the day that the pole started, or the month or the year when no more is
// known.
func (a *poleAnswer) started() string {
	day := given(a.StartedOn)
	for _, f := range a.Flags {
		switch {
		case f.Code != "DATE_PARTIAL" || given(f.Field) != "started_on" || day == "":
		case len(strings.TrimSpace(given(f.Raw))) == len("2007"):
			return day[:len("2007")]
		default:
			return day[:len("2007-04")]
		}
	}
	return day
}

// given is a text that may be absent.
func given(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

func (m *maker) sourceRows() []Source {
	rows := make([]Source, len(m.sources))
	for i, s := range m.sources {
		rows[i] = Source{ID: s.ID, Title: s.Title, Kind: s.Kind, KindName: m.label("SourceKind", s.Kind),
			Publisher: given(s.Publisher), Licence: given(s.Licence), RetrievedOn: given(s.RetrievedOn), URL: given(s.URL)}
	}
	slices.SortFunc(rows, func(a, b Source) int { return cmp.Or(strings.Compare(a.Title, b.Title), strings.Compare(a.ID, b.ID)) })
	return rows
}

// about names what a fact to find out is about: pairs as one.
func (m *maker) about(code string, ids []string, most int) (shown []string, count int) {
	step := 1
	if code == "TIES" {
		step = 2
	}
	for i := 0; i+step <= len(ids); i += step {
		if count++; count > most {
			continue
		}
		name := m.name(ids[i])
		if step == 2 {
			name += " – " + m.name(ids[i+1])
		}
		shown = append(shown, name)
	}
	return shown, count
}

func (m *maker) missing(g gapAnswer) Missing {
	about, count := m.about(g.Code, g.AboutIDs, mostFacts)
	return Missing{Code: g.Code, Label: g.Label, AboutIDs: g.AboutIDs, About: about, Count: count, More: count - len(about)}
}

// gaps are the facts to collect, one row for each kind, in the order of the API:
// first what most criteria wait for. Criteria of grids that were not asked for
// are left out.
func (m *maker) gaps() []Gap {
	asked := map[string]bool{}
	for _, g := range m.answer.Pole.Grids {
		asked[g.Grid.ID] = true
	}
	rows := []Gap{}
	for _, g := range m.answer.Pole.DataGaps {
		criteria := slices.DeleteFunc(slices.Clone(g.Criteria), func(c string) bool {
			grid, _, _ := strings.Cut(c, "/")
			return !asked[grid]
		})
		if len(criteria) == 0 {
			continue
		}
		i := slices.IndexFunc(rows, func(r Gap) bool { return r.Code == g.Code })
		if i < 0 {
			i = len(rows)
			rows = append(rows, Gap{Missing: Missing{Code: g.Code, Label: g.Label}})
		}
		rows[i].AboutIDs = append(rows[i].AboutIDs, g.AboutIDs...)
		rows[i].Criteria = append(rows[i].Criteria, criteria...)
	}
	for i := range rows {
		r := &rows[i]
		slices.Sort(r.Criteria)
		r.Criteria = slices.Compact(r.Criteria)
		r.About, r.Count = m.about(r.Code, r.AboutIDs, mostAbout)
		r.More = r.Count - len(r.About)
		r.Count = max(r.Count, 1)
	}
	return rows
}

// grid is the answer to one grid.
func (m *maker) grid(a gridAnswer) Grid {
	g := Grid{ID: a.Grid.ID, Version: a.Grid.Version, Title: a.Grid.Title, Summary: a.Grid.Summary, Reference: a.Grid.Reference}
	for _, c := range a.Counts {
		if len(g.Counts) == 0 || g.Counts[len(g.Counts)-1].Kind != c.Kind {
			g.Counts = append(g.Counts, Count{Kind: c.Kind, Name: m.coded("kind.", c.Kind)})
		}
		last := &g.Counts[len(g.Counts)-1]
		last.States = append(last.States, StateCount{c.State, m.label("Verdict", c.State), c.Count})
	}
	for _, c := range a.Answers {
		g.Criteria = append(g.Criteria, m.criterion(c))
	}
	return g
}

func (m *maker) criterion(a criterionAnswer) Criterion {
	c := Criterion{
		ID: a.Criterion.ID, Kind: a.Criterion.Kind, KindName: m.coded("kind.", a.Criterion.Kind), Name: a.Criterion.Name,
		Explanation: a.Criterion.Explanation, BeyondData: a.Criterion.BeyondData, Rule: a.Criterion.Rule, Thresholds: a.Thresholds,
		State: a.State, StateName: m.label("Verdict", a.State), OnKnown: a.IsDecidedOnKnown,
		Evidence: []Evidence{}, Missing: []Missing{}, Notes: []string{}, Assessments: []Assessment{},
	}
	for _, e := range a.Evidence {
		row := Evidence{Code: e.Code, Label: e.Label, Value: e.Value, N: e.N, FactIDs: e.FactIDs, Facts: []string{}}
		if e.Measure != nil {
			row.Bounds = e.Measure.Bounds
			row.Reason = m.reason(e.Measure.Reason)
		}
		if len(e.FactIDs) <= mostFacts {
			for _, id := range e.FactIDs {
				if name := m.names[id]; name != "" {
					row.Facts = append(row.Facts, name)
				}
			}
		}
		c.Evidence = append(c.Evidence, row)
	}
	for _, g := range a.Missing {
		c.Missing = append(c.Missing, m.missing(g))
	}
	for _, n := range a.Notes {
		c.Notes = append(c.Notes, n.Label)
	}
	for _, j := range a.Assessments {
		by := given(j.Author)
		if j.AuthorOrganisation != nil {
			by = j.AuthorOrganisation.Name
		}
		c.Assessments = append(c.Assessments, Assessment{Verdict: j.Verdict, Name: m.label("Verdict", j.Verdict), On: j.Dated, By: by, Reasons: given(j.Reasons)})
	}
	if a.Agreement != nil {
		c.Agreement, c.Judged = *a.Agreement, m.coded("agreement.", *a.Agreement)
	}
	return c
}

// reason says why there is no value.
func (m *maker) reason(code *string) string {
	if code == nil {
		return ""
	}
	return m.coded("reason.", *code)
}

// measures are the indicators, those of the pole without its carrier last, and
// the conditions under which they are to be read, numbered.
func (m *maker) measures() ([]Measure, []Warning) {
	rows, warnings := []Measure{}, []Warning{}
	number := func(code string) int {
		i := slices.IndexFunc(warnings, func(w Warning) bool { return w.Code == code })
		if i < 0 {
			i = len(warnings)
			warnings = append(warnings, Warning{Number: i + 1, Code: code, Text: m.coded("warning.", code)})
		}
		return i + 1
	}
	for _, n := range []*networkAnswer{m.answer.Pole.Network, m.answer.Pole.WithoutCarrier} {
		if n == nil {
			continue
		}
		for _, a := range n.Measures {
			if a.Scope.Kind != "NETWORK" {
				continue
			}
			row := m.measure(a)
			row.WithoutCarrier = n == m.answer.Pole.WithoutCarrier
			for _, code := range a.Warnings {
				row.Warnings = append(row.Warnings, number(code))
			}
			slices.Sort(row.Warnings)
			rows = append(rows, row)
		}
	}
	return rows, warnings
}

func (m *maker) measure(a measureAnswer) Measure {
	row := Measure{ID: a.ID, Version: a.Version, Name: a.ID, Value: a.Value, Reason: m.reason(a.Reason), N: a.N, Num: a.Num, Den: a.Den,
		PairsKnown: a.PairsKnown, PairsAtRisk: a.PairsAtRisk, Bounds: a.Bounds, Interval: a.Interval, Warnings: []int{}}
	if a.Chance != nil {
		row.Expected = &a.Chance.Expected
	}
	for _, d := range m.answer.Indicators {
		if d.ID == a.ID {
			row.Name, row.Definition, row.Formula, row.Range = d.Name, d.Explanation, d.Formula, d.Range
		}
	}
	return row
}
