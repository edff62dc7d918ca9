package criteria

import (
	"maps"
	"slices"

	"polehub/hub"
)

// rule is one way to answer a criterion. Rules are pure: they read the facts and
// the values of their thresholds, nothing else.
type rule struct {
	thresholds []string // the names it needs, sorted
	lists      []string // the lists of codes or words it needs, sorted
	excludes   bool     // answers an exclusion
	network    bool     // reads the network of cooperation
	apply      func(*Facts, values) finding
}

// values are the thresholds and lists of a criterion, as used.
type values struct {
	numbers map[string]float64 // without those that the asker had to give and did not
	lists   map[string][]string
}

func (v values) number(name string) float64 { return v.numbers[name] }

// has reports whether a list of the criterion holds a code.
func (v values) has(list, code string) bool {
	return code != "" && slices.Contains(v.lists[list], code)
}

// finding is what a rule found.
type finding struct {
	state    State
	evidence []Evidence
	missing  []Gap
	notes    []Note
	guessed  bool // decided on what is known
}

// show adds a figure.
func (f *finding) show(code Figure, value float64, n int, facts []hub.ID) {
	facts = slices.Sorted(slices.Values(facts))
	f.evidence = append(f.evidence, Evidence{Code: code, Value: &value, N: n, Facts: slices.Compact(facts)})
}

// need adds something to find out, unless there is nothing.
func (f *finding) need(code GapCode, about []hub.ID) {
	if len(about) > 0 {
		f.missing = append(f.missing, Gap{Code: code, About: about})
	}
}

// needPole adds something to find out about the pole itself.
func (f *finding) needPole(code GapCode) { f.missing = append(f.missing, Gap{Code: code}) }

func (f *finding) note(n Note) {
	if !slices.Contains(f.notes, n) {
		f.notes = append(f.notes, n)
	}
}

// rules is the table of rules, by the name that grids use.
func rules() map[string]*rule {
	return map[string]*rule{
		"enterprise-mix":      {apply: enterpriseMix, thresholds: []string{"economicContracts", "essEnterprises", "months", "otherEnterprises"}},
		"members":             {apply: memberNumber, thresholds: []string{"noteAbove", "partly", "satisfied"}},
		"signed-document":     {apply: signedDocument, thresholds: []string{"signedShare"}, lists: []string{"documents"}},
		"cooperation":         {apply: cooperation, network: true, thresholds: []string{"connectedness", "isolates", "isolatesNot", "minKnown", "multiplexPairs"}},
		"social-utility":      {apply: socialUtility, thresholds: []string{"minKnown", "partly", "satisfied"}, lists: []string{"claims"}},
		"commitment":          {apply: commitment, thresholds: []string{"agreementMonths", "months", "partlyMonths", "signedShare"}},
		"contracts":           {apply: contractual, thresholds: []string{"contracts", "memberShare"}},
		"public-involvement":  {apply: publicInvolvement, thresholds: []string{"authorities"}},
		"shared-site":         {apply: sharedSite},
		"research":            {apply: research},
		"evaluation":          {apply: evaluation, thresholds: []string{"signatories"}},
		"democratic-carrier":  {apply: democraticCarrier, thresholds: []string{"collegeShare"}, lists: []string{"legalCategories"}},
		"ess-share":           {apply: essShare, thresholds: []string{"minKnown", "satisfied"}},
		"employment":          {apply: employment, thresholds: []string{"jobs"}},
		"ess-enterprises":     {apply: essEnterprises, thresholds: []string{"satisfied"}},
		"other-enterprises":   {apply: otherEnterprises, thresholds: []string{"satisfied"}},
		"other-persons":       {apply: otherPersons, thresholds: []string{"satisfied"}, lists: []string{"kinds"}},
		"linked-persons":      {apply: linkedPersons, thresholds: []string{"satisfied"}, lists: []string{"kinds"}},
		"private-carrier":     {apply: privateCarrier},
		"territory":           {apply: territory},
		"continuous-strategy": {apply: continuousStrategy, thresholds: []string{"months", "pairs"}, lists: []string{"documents"}},
		"judgement":           {apply: judgement, lists: []string{"documents"}},
		"one-off-venture":     {apply: oneOffVenture, excludes: true, thresholds: []string{"contracts", "months"}},
		"nature-of-carrier":   {apply: natureOfCarrier, excludes: true, thresholds: []string{"economicContracts"}, lists: []string{"activities", "kinds", "legalCategories", "words"}},
	}
}

func ruleNamed(name string) *rule { return rules()[name] }

func ruleNames() []string { return slices.Sorted(maps.Keys(rules())) }
