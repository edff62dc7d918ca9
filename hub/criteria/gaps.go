package criteria

import (
	"cmp"
	"maps"
	"slices"

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

// DataGap is one fact to collect, with the criteria that wait for it.
type DataGap struct {
	Code GapCode
	// About is what the fact is about: a record, two for a pair, the pole when
	// empty.
	About []hub.ID
	// Criteria are the open criteria that name the fact, as grid/criterion, sorted.
	Criteria []string
}

// Gaps lists the facts that open criteria of some grids wait for, first those
// that most criteria name. A criterion is open when it could not be decided, or
// was decided on what is known.
func Gaps(answers []*GridAnswer) []*DataGap {
	type key struct {
		code GapCode
		a, b hub.ID
	}
	found := map[key]*DataGap{}
	for _, g := range answers {
		for _, a := range g.Answers {
			if a.State != Insufficient && !a.OnKnown {
				continue
			}
			for _, gap := range a.Missing {
				for _, about := range gap.each() {
					k := key{code: gap.Code}
					if len(about) > 0 {
						k.a, k.b = about[0], about[len(about)-1]
					}
					if found[k] == nil {
						found[k] = &DataGap{Code: gap.Code, About: about}
					}
					name := g.Grid.ID + "/" + a.Criterion.ID
					if !slices.Contains(found[k].Criteria, name) {
						found[k].Criteria = append(found[k].Criteria, name)
					}
				}
			}
		}
	}
	gaps := slices.Collect(maps.Values(found))
	for _, g := range gaps {
		slices.Sort(g.Criteria)
	}
	slices.SortFunc(gaps, func(a, b *DataGap) int {
		return cmp.Or(cmp.Compare(len(b.Criteria), len(a.Criteria)), cmp.Compare(a.Code, b.Code), slices.Compare(a.About, b.About))
	})
	return gaps
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
