package criteria

import (
	"maps"
	"math"
	"slices"

	"polehub/hub"
)

// rule is one way to answer a criterion. Rules are pure: they read the facts and
// the values of their thresholds, nothing else.
type rule struct {
	thresholds units
	lists      []string // the lists of codes or words it needs, sorted
	excludes   bool     // answers an exclusion
	network    bool     // reads the network of cooperation
	apply      func(*Facts, values) finding
	// agings are the days after that of the facts and before an end on which the
	// answer changes although no date of a fact comes with a term of the thresholds;
	// nil for rules of which there are none. No fact begins or ends in between.
	agings func(f *Facts, v values, end hub.Date) []hub.Date
}

// units are the thresholds that a rule needs, by name.
type units map[string]Unit

// Unit says what a threshold counts.
type Unit string

// The units of thresholds.
const (
	UnitCount  Unit = "COUNT"  // things: from 0 to a million
	UnitMonths Unit = "MONTHS" // whole calendar months: from 0 to 1200, a century
	UnitShare  Unit = "SHARE"  // of a whole: from 0 to 1
)

// check says what is wrong with a value; empty when nothing is.
func (u Unit) check(v float64) string {
	switch {
	case u == UnitShare && !(v >= 0 && v <= 1):
		return "a share is a number from 0 to 1"
	case u == UnitMonths && !(v >= 0 && v <= 1200 && v == math.Trunc(v)):
		return "months are a whole number from 0 to 1200"
	case !(v >= 0 && v <= 1_000_000):
		return "a count is a number from 0 to 1000000"
	}
	return ""
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
		"enterprise-mix":      {apply: enterpriseMix, thresholds: units{"economicContracts": UnitCount, "essEnterprises": UnitCount, "months": UnitMonths, "otherEnterprises": UnitCount}},
		"members":             {apply: memberNumber, thresholds: units{"noteAbove": UnitCount, "partly": UnitCount, "satisfied": UnitCount}},
		"signed-document":     {apply: signedDocument, thresholds: units{"signedShare": UnitShare}, lists: []string{"documents"}},
		"cooperation":         {apply: cooperation, network: true, thresholds: units{"connectedness": UnitShare, "isolates": UnitShare, "isolatesNot": UnitShare, "minKnown": UnitShare, "multiplexPairs": UnitCount}},
		"social-utility":      {apply: socialUtility, thresholds: units{"minKnown": UnitShare, "partly": UnitShare, "satisfied": UnitShare}, lists: []string{"claims"}},
		"commitment":          {apply: commitment, agings: commitmentAgings, thresholds: units{"agreementMonths": UnitMonths, "months": UnitMonths, "partlyMonths": UnitMonths, "signedShare": UnitShare}},
		"contracts":           {apply: contractual, thresholds: units{"contracts": UnitCount, "memberShare": UnitShare}},
		"public-involvement":  {apply: publicInvolvement, thresholds: units{"authorities": UnitCount}},
		"shared-site":         {apply: sharedSite},
		"research":            {apply: research},
		"evaluation":          {apply: evaluation, thresholds: units{"signatories": UnitCount}},
		"democratic-carrier":  {apply: democraticCarrier, thresholds: units{"collegeShare": UnitShare}, lists: []string{"legalCategories"}},
		"ess-share":           {apply: essShare, thresholds: units{"minKnown": UnitShare, "satisfied": UnitShare}},
		"employment":          {apply: employment, thresholds: units{"jobs": UnitCount}},
		"ess-enterprises":     {apply: essEnterprises, thresholds: units{"satisfied": UnitCount}},
		"other-enterprises":   {apply: otherEnterprises, thresholds: units{"satisfied": UnitCount}},
		"other-persons":       {apply: otherPersons, thresholds: units{"satisfied": UnitCount}, lists: []string{"kinds"}},
		"linked-persons":      {apply: linkedPersons, thresholds: units{"satisfied": UnitCount}, lists: []string{"kinds"}},
		"private-carrier":     {apply: privateCarrier},
		"territory":           {apply: territory},
		"continuous-strategy": {apply: continuousStrategy, thresholds: units{"months": UnitMonths, "pairs": UnitCount}, lists: []string{"documents"}},
		"judgement":           {apply: judgement, lists: []string{"documents"}},
		"one-off-venture":     {apply: oneOffVenture, excludes: true, thresholds: units{"contracts": UnitCount, "months": UnitMonths}},
		"nature-of-carrier":   {apply: natureOfCarrier, excludes: true, thresholds: units{"economicContracts": UnitCount}, lists: []string{"activities", "kinds", "legalCategories", "words"}},
	}
}

func ruleNamed(name string) *rule { return rules()[name] }

func ruleNames() []string { return slices.Sorted(maps.Keys(rules())) }
