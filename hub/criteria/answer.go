package criteria

import (
	"polehub/analysis"
	"polehub/hub"
)

// State is the answer to a criterion: one of the verdicts that people may give
// too.
type State = hub.Verdict

// The states of criteria, and those of exclusions.
const (
	Satisfied    = hub.VerdictSatisfied
	Partly       = hub.VerdictPartlySatisfied
	Not          = hub.VerdictNotSatisfied
	Insufficient = hub.VerdictInsufficientData
	Raised       = hub.VerdictRaised
	NotRaised    = hub.VerdictNotRaised
)

// GridAnswer is a grid answered for one pole.
type GridAnswer struct {
	Grid     *Grid
	PoleID   hub.ID
	Revision hub.Revision
	// From and To bound the time that was asked about, half open; a day is a
	// period of one day.
	From, To hub.Date
	// Collapsed says that the organisations of one group counted once.
	Collapsed bool
	Answers   []*Answer // in the order of the grid
}

// Answer is one criterion answered for one pole.
type Answer struct {
	Criterion  *Criterion
	State      State
	Evidence   []Evidence
	Thresholds []Threshold // as used
	Missing    []Gap       // what would have to be collected to decide, or to be sure
	Notes      []Note
	// OnKnown says that the state was decided on what is known, which was a
	// large enough share (minKnown), and could change with what is missing.
	OnKnown bool
	// Assessments are the human judgements on this criterion made by the end of
	// the time asked about, latest first; the computed state never changes them.
	Assessments []*hub.Assessment
	// Agreement compares the state with the latest assessment; empty without one.
	Agreement Agreement
}

// Agreement says whether people and the rule agree.
type Agreement string

// The values of Agreement.
const (
	Agrees    Agreement = "AGREES"
	Disagrees Agreement = "DISAGREES"
	Open      Agreement = "OPEN" // the rule, or people, could not decide
)

// Evidence is one figure behind a state, or a set of facts.
type Evidence struct {
	Code Figure
	// Value is the figure; nil when it is undefined or unknown, see Measure, or
	// when the facts are the evidence.
	Value *float64
	// N is over how many the figure is taken (members, pairs, contracts); 0 when
	// it has no such number.
	N int
	// Facts are the records behind the figure: organisations, ties, contracts,
	// documents, sites or roles; sorted.
	Facts []hub.ID
	// Measure is the indicator, when the figure is one, with bounds and reason.
	Measure *analysis.Measure
	// On is the date of the fact; empty when the figure is of the time asked about.
	On hub.Date
}

// Gap is something to find out.
type Gap struct {
	Code GapCode
	// About are the organisations, contracts or other records of which something
	// is missing; for pairs, both organisations, one pair after another. Empty
	// when it is about the pole.
	About []hub.ID
}

// Note is a remark on an answer. NoteTexts says it in words.
type Note string

// The remarks.
const (
	NoteAboveText       Note = "ABOVE_TEXT"
	NoteAtLeastPartly   Note = "AT_LEAST_PARTLY"
	NoteBands           Note = "BANDS_ARE_LIMITS"
	NoteCarrierBridges  Note = "CARRIER_BRIDGES"
	NoteCarriersDiffer  Note = "CARRIERS_DIFFER"
	NoteCensored        Note = "CENSORED"
	NoteEnded           Note = "ENDED"
	NoteForHuman        Note = "FOR_HUMAN"
	NoteFundingOnly     Note = "FUNDING_ONLY"
	NoteGroupsDiffer    Note = "GROUPS_DIFFER"
	NoteNoCarrier       Note = "NO_CARRIER"
	NoteNoMembers       Note = "NO_MEMBERS"
	NoteNotStarted      Note = "NOT_STARTED"
	NoteOnKnown         Note = "ON_KNOWN"
	NoteStateOnly       Note = "STATE_ONLY"
	NoteThresholdWanted Note = "THRESHOLD_WANTED"
)

// Count is how many of the answers of a kind have each state. There is no total
// over kinds.
type Count struct {
	Kind  CriterionKind
	State State
	N     int
}

// Counts are the states of a grid, by kind and state, in the order of both.
func (a *GridAnswer) Counts() []Count {
	var counts []Count
	for _, kind := range []CriterionKind{Essential, UnderTest, Exclusion} {
		states := hub.VerdictsOn(string(kind))
		there := false
		of := make([]Count, len(states))
		for i, s := range states {
			of[i] = Count{Kind: kind, State: s}
		}
		for _, answer := range a.Answers {
			for i := range of {
				if answer.Criterion.Kind == kind {
					there = true
					if answer.State == of[i].State {
						of[i].N++
					}
				}
			}
		}
		if there {
			counts = append(counts, of...)
		}
	}
	return counts
}

// OpenEssentials are the essential criteria that are not satisfied, in the order
// of the grid.
func (a *GridAnswer) OpenEssentials() []*Answer {
	var open []*Answer
	for _, answer := range a.Answers {
		if answer.Criterion.Kind == Essential && answer.State != Satisfied {
			open = append(open, answer)
		}
	}
	return open
}
