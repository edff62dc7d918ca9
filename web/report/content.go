package report

import "html/template"

// Report is what a report says: values as the API gave them, words in one
// language. Its JSON is the report for machines; the page is made of it too.
type Report struct {
	Lang          string       `json:"lang"`
	At            string       `json:"at"`
	Revision      int          `json:"revision"`
	Version       string       `json:"version"`
	Demonstration bool         `json:"demonstration"`
	Pole          Pole         `json:"pole"`
	Composition   Composition  `json:"composition"`
	Network       *Network     `json:"network"` // null when it could not be read
	Measures      []Measure    `json:"measures"`
	Warnings      []Warning    `json:"warnings"`
	Grids         []Grid       `json:"grids"`
	Involvement   *Involvement `json:"publicInvolvement"` // null when it could not be read
	Gaps          []Gap        `json:"gaps"`
	// MoreGaps says that there are more facts to collect than those in Gaps.
	MoreGaps bool     `json:"moreGaps"`
	Sources  []Source `json:"sources"`
	// Unread are the fields of the operation that could not be read.
	Unread []string `json:"unread"`
}

// Pole is who the report is about.
type Pole struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Summary   string   `json:"summary,omitempty"`
	Territory string   `json:"territory,omitempty"`
	Sectors   []string `json:"sectors"`
	// StartedOn is a month or a year when no more is known.
	StartedOn string `json:"startedOn,omitempty"`
	EndedOn   string `json:"endedOn,omitempty"`
	// Outside says that the pole had not begun on the day, or had ended.
	Outside  string   `json:"outside,omitempty"`
	Statuses []string `json:"statuses"`
	Carriers []string `json:"carriers"`
}

// Composition is who the members are.
type Composition struct {
	Members int `json:"members"`
	// Shown is how many of them the families hold.
	Shown    int      `json:"shown"`
	Families []Family `json:"families"`
}

// Family is the members of one family of actors.
type Family struct {
	Code    string        `json:"code"`
	Name    string        `json:"name"`
	Share   float64       `json:"share"`
	Members []Member      `json:"members"`
	Glyph   template.HTML `json:"-"`
}

// Member is one of the members.
type Member struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Circle   string `json:"circle"`
	Since    string `json:"since,omitempty"`
	Partners int    `json:"partners"`
}

// Network is the picture of who cooperates with whom, and its rows.
type Network struct {
	Members int           `json:"members"`
	Ties    []Tie         `json:"ties"`
	Unknown [][2]string   `json:"unknownPairs"`
	Known   int           `json:"pairsKnown"`
	Rules   *projection   `json:"projection"`
	Key     []Key         `json:"groups"`
	Map     template.HTML `json:"-"`
}

// Key is a group of ties, or what is not known, with how many pairs are of it; a
// pair may be of several groups.
type Key struct {
	Code   string        `json:"code"`
	Name   string        `json:"name"`
	Pairs  int           `json:"pairs"`
	Sample template.HTML `json:"-"`
}

// Tie is a pair that cooperates, with the groups of types of its ties.
type Tie struct {
	A        string   `json:"a"`
	B        string   `json:"b"`
	Groups   []string `json:"groups"`
	OneSided bool     `json:"oneSided"` // said by one party alone
}

// Measure is one indicator with what is needed to judge it.
type Measure struct {
	ID             string    `json:"id"`
	Version        int       `json:"version"`
	Name           string    `json:"name"`
	Definition     string    `json:"definition"`
	Formula        string    `json:"formula"`
	Range          string    `json:"range"`
	WithoutCarrier bool      `json:"withoutCarrier"`
	Value          *float64  `json:"value"`
	Reason         string    `json:"reason,omitempty"` // why there is no value, in words
	N              int       `json:"n"`
	Num            *int      `json:"num"`
	Den            *int      `json:"den"`
	PairsKnown     int       `json:"pairsKnown"`
	PairsAtRisk    int       `json:"pairsAtRisk"`
	Bounds         *bounds   `json:"bounds"`
	Interval       *interval `json:"interval"`
	Expected       *float64  `json:"expected,omitempty"` // by chance, from the sizes of families alone
	Warnings       []int     `json:"warnings"`
}

// Warning is a condition under which measures are to be read with care. Measures
// refer to it by its number.
type Warning struct {
	Number int    `json:"number"`
	Code   string `json:"code"`
	Text   string `json:"text"`
}

// Grid is one grid answered.
type Grid struct {
	ID        string      `json:"id"`
	Version   int         `json:"version"`
	Title     string      `json:"title"`
	Summary   string      `json:"summary"`
	Reference string      `json:"reference"`
	Counts    []Count     `json:"counts"`
	Criteria  []Criterion `json:"criteria"`
}

// Count is how many criteria of a kind have each state. There is no total.
type Count struct {
	Kind   string       `json:"kind"`
	Name   string       `json:"name"`
	States []StateCount `json:"states"`
}

// StateCount is how many criteria have a state.
type StateCount struct {
	State string `json:"state"`
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Criterion is one criterion answered.
type Criterion struct {
	ID          string       `json:"id"`
	Kind        string       `json:"kind"`
	KindName    string       `json:"kindName"`
	Name        string       `json:"name"`
	Explanation string       `json:"explanation"`
	BeyondData  string       `json:"beyondData"`
	Rule        string       `json:"rule"`
	Thresholds  []threshold  `json:"thresholds"`
	State       string       `json:"state"`
	StateName   string       `json:"stateName"`
	OnKnown     bool         `json:"isDecidedOnKnown"`
	Evidence    []Evidence   `json:"evidence"`
	Missing     []Missing    `json:"missing"`
	Notes       []string     `json:"notes"`
	Assessments []Assessment `json:"assessments"`
	Agreement   string       `json:"agreement,omitempty"`
	Judged      string       `json:"agreementName,omitempty"`
}

// Evidence is a figure behind a state.
type Evidence struct {
	Code    string   `json:"code"`
	Label   string   `json:"label"`
	Value   *float64 `json:"value"`
	Reason  string   `json:"reason,omitempty"`
	N       int      `json:"n"`
	Bounds  *bounds  `json:"bounds"`
	FactIDs []string `json:"factIds"`
	// Facts are the names of the facts when they are few.
	Facts []string `json:"facts"`
}

// Missing is what to find out, of which records.
type Missing struct {
	Code     string   `json:"code"`
	Label    string   `json:"label"`
	AboutIDs []string `json:"aboutIds"`
	// About are the first names, pairs as one; Count is how many there are, More how
	// many follow.
	About []string `json:"about"`
	Count int      `json:"count"`
	More  int      `json:"more"`
}

// Assessment is a judgement by people, beside the state.
type Assessment struct {
	Verdict string `json:"verdict"`
	Name    string `json:"verdictName"`
	On      string `json:"dated"`
	By      string `json:"by,omitempty"`
	Reasons string `json:"reasons,omitempty"`
}

// Gap is one kind of fact to collect.
type Gap struct {
	Missing
	Criteria []string `json:"criteria"`
}

// Source is where facts come from.
type Source struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Kind        string `json:"kind"`
	KindName    string `json:"kindName"`
	Publisher   string `json:"publisher,omitempty"`
	Licence     string `json:"licence,omitempty"`
	RetrievedOn string `json:"retrievedOn,omitempty"`
	URL         string `json:"url,omitempty"`
}
