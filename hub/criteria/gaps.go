package criteria

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"polehub/analysis"
	"polehub/hub"
)

// GapCode says what is missing.
type GapCode string

// What may be missing. gapTexts says it in words.
const (
	GapMembers     GapCode = "MEMBERS"
	GapMemberSince GapCode = "MEMBER_SINCE"
	GapESS         GapCode = "ESS_STATUS"
	GapTies        GapCode = "TIES"
	GapContracts   GapCode = "CONTRACTS"
	GapContractEnd GapCode = "CONTRACT_END"
	GapAgreements  GapCode = "AGREEMENTS"
	GapStrategy    GapCode = "STRATEGY"
	GapSignatories GapCode = "SIGNATORIES"
	GapEvaluation  GapCode = "EVALUATION"
	GapSite        GapCode = "SITE"
	GapTerritory   GapCode = "TERRITORY"
	GapRoles       GapCode = "ROLES"
	GapResearch    GapCode = "RESEARCH"
	GapCarrier     GapCode = "CARRIER"
	GapLegalForm   GapCode = "LEGAL_FORM"
	GapCooperative GapCode = "COOPERATIVE"
	GapVotes       GapCode = "VOTES"
	GapSizeBand    GapCode = "SIZE_BAND"
	GapJudgement   GapCode = "JUDGEMENT"
)

// What may be missing of public involvement, besides.
const (
	GapAmount        GapCode = "AMOUNT"
	GapCapitalShare  GapCode = "CAPITAL_SHARE"
	GapContractStart GapCode = "CONTRACT_START"
	GapPublicTier    GapCode = "PUBLIC_TIER"
	GapPublicness    GapCode = "PUBLICNESS"
	GapRoleSince     GapCode = "ROLE_SINCE"
	GapSeats         GapCode = "SEATS"
)

// DataGap is one fact to collect, with what waits for it.
type DataGap struct {
	Code GapCode
	// About is what the fact is about: a record, two for a pair, the pole when
	// empty.
	About []hub.ID
	// Criteria are the open criteria that name the fact, as grid/criterion, sorted.
	Criteria []string
	// Measures are the indicators of first rank, of the network of every default and
	// of money, that are computed without the fact, sorted.
	Measures []analysis.Indicator
}

// DataGaps lists the facts that answers about one pole and its measures on a day
// wait for, first those that most criteria do, then most measures. A criterion is open when
// it could not be decided, or was decided on what is known.
func DataGaps(ctx context.Context, d *hub.Dossier, answers []*GridAnswer, day hub.Date) ([]*DataGap, error) {
	found := gapList{}
	for _, g := range answers {
		for _, a := range g.Answers {
			if a.State != Insufficient && !a.OnKnown {
				continue
			}
			for _, gap := range a.Missing {
				for _, about := range gap.each() {
					one := found.at(gap.Code, about)
					if name := g.Grid.ID + "/" + a.Criterion.ID; !slices.Contains(one.Criteria, name) {
						one.Criteria = append(one.Criteria, name)
					}
				}
			}
		}
	}
	if err := found.ofMembers(ctx, d, day); err != nil {
		return nil, err
	}
	if err := found.ofMoney(d, day); err != nil {
		return nil, err
	}
	gaps := slices.Collect(maps.Values(found))
	for _, g := range gaps {
		slices.Sort(g.Criteria)
	}
	slices.SortFunc(gaps, func(a, b *DataGap) int {
		return cmp.Or(cmp.Compare(len(b.Criteria), len(a.Criteria)), cmp.Compare(len(b.Measures), len(a.Measures)),
			cmp.Compare(a.Code, b.Code), slices.Compare(a.About, b.About))
	})
	return gaps, nil
}

// gapList is what is missing, by what it is and by what it is about.
type gapList map[gapKey]*DataGap

type gapKey struct {
	code GapCode
	a, b hub.ID
}

// at is the gap of a code about the pole, a record or a pair.
func (l gapList) at(code GapCode, about []hub.ID) *DataGap {
	key := gapKey{code: code}
	if len(about) > 0 {
		key.a, key.b = about[0], about[len(about)-1]
	}
	if l[key] == nil {
		l[key] = &DataGap{Code: code, About: about}
	}
	return l[key]
}

// ofMembers adds what the measures on the network leave out: unknown pairs, and
// members of unknown class.
func (l gapList) ofMembers(ctx context.Context, d *hub.Dossier, day hub.Date) error {
	n, err := d.Network(analysis.Projection{AsOf: string(day)})
	if err != nil {
		return err
	}
	measures := n.Measure(ctx, firstRank(analysis.SubjectNetwork), analysis.Options{})
	if err := ctx.Err(); err != nil {
		return err
	}
	if waiting := those(measures, leavesPairsOut); len(waiting) > 0 {
		for i, j := range n.UnknownPairs() {
			l.at(GapTies, []hub.ID{hub.ID(n.ID(i)), hub.ID(n.ID(j))}).Measures = waiting
		}
	}
	for _, m := range newFacts(d, OnDay(day)).Members {
		for _, class := range []struct {
			code      GapCode
			attribute string
			missing   bool
		}{
			{GapESS, hub.AttributeESS, m.ESS.Value == hub.TriUnknown},
			{GapPublicness, hub.AttributePublic, m.Publicness() == ""},
		} {
			if !class.missing {
				continue
			}
			waiting := those(measures, func(m analysis.Measure) bool { return m.Scope.Attribute == class.attribute && m.UnknownClass > 0 })
			l.at(class.code, []hub.ID{m.ID}).Measures = waiting
		}
	}
	return nil
}

// leavesPairsOut reports whether a measure on ties is of the known pairs, or takes the
// unknown ones as not tied.
func leavesPairsOut(m analysis.Measure) bool {
	d, _ := analysis.DefinitionOf(m.ID)
	return d.Basis == analysis.OnTies && m.PairsUnknown > 0 && (m.Bounds != nil || m.Reason == analysis.NoKnownPairs || slices.Contains(m.Warnings, analysis.UnknownAsAbsent))
}

// ofMoney adds the contracts that the measures of money leave out because nobody knows
// their amount.
func (l gapList) ofMoney(d *hub.Dossier, day hub.Date) error {
	ledger, err := d.Ledger(analysis.Window{AsOf: string(day)})
	if err != nil {
		return err
	}
	waiting := those(ledger.Measure(firstRank(analysis.SubjectMoney), false), func(m analysis.Measure) bool { return m.UnknownAmounts > 0 })
	if len(waiting) == 0 {
		return nil
	}
	for flow := range ledger.Flows() {
		if !flow.Known {
			l.at(GapAmount, []hub.ID{hub.ID(flow.Agreement)}).Measures = waiting
		}
	}
	return nil
}

// firstRank are the indicators to show first, on a subject.
func firstRank(on analysis.Subject) (ids []analysis.Indicator) {
	for _, d := range analysis.Definitions() {
		if d.Rank == 1 && d.Subject == on {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// those are the indicators of some measures, sorted, each once.
func those(measures []analysis.Measure, are func(analysis.Measure) bool) (ids []analysis.Indicator) {
	for _, m := range measures {
		if are(m) {
			ids = append(ids, m.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// each splits a gap into single facts: pairs for ties, records otherwise.
func (g Gap) each() [][]hub.ID {
	if len(g.About) == 0 {
		return [][]hub.ID{nil}
	}
	size := 1
	if g.Code == GapTies {
		size = 2
	}
	return slices.Collect(slices.Chunk(g.About, size))
}
