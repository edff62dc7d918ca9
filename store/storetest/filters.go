package storetest

import (
	"strings"
	"testing"

	"polehub/hub"
)

// filterCase expects the local ids of the records that satisfy a filter, by id.
type filterCase struct {
	name  string
	noun  *hub.Noun
	where hub.Filter
	want  string
}

func testFilters(t *testing.T, s hub.Store) {
	for _, cases := range [][]filterCase{comparisons(), nameCases(), logicCases(), relationCases()} {
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				var ids []string
				for _, row := range collect(t, s.Rows(t.Context(), hub.Query{Noun: c.noun, Where: c.where})) {
					ids = append(ids, row.Record.Key().Local())
				}
				if got := strings.Join(ids, " "); got != c.want {
					t.Errorf("%s where %s\n want %s\n  got %s", c.noun.File, ShowFilter(c.where), c.want, got)
				}
			})
		}
	}
}

// comparisons: OpIn, the four bounds and OpMissing, on each type of field.
func comparisons() []filterCase {
	org, contract, membership := hub.OrganisationNoun, hub.ContractNoun, hub.MembershipNoun
	created, amount, votes := org.Field("createdOn"), contract.Field("amount"), membership.Field("votes")
	latitude, share := org.Field("latitude"), hub.PartyNoun.Field("share")
	return []filterCase{
		{"TextIn", org, hub.In(org.Field("name"), "Éclair", "nobody"), "a"},
		{"TextIsExact", org, hub.In(org.Field("name"), "éclair", "ECLAIR", "eclair "), ""},
		{"InNothing", org, hub.In[string](org.Field("name")), ""},
		{"EmptyTextIsMissing", hub.PartyNoun, hub.In(hub.PartyNoun.Field("amendment"), ""), ""},
		{"IDIn", org, hub.In(org.ID(), "org:e", "org:B"), "B e"},
		{"EnumIn", org, hub.In(org.Field("kind"), hub.KindEnterprise), "a c"},
		{"EnumMissing", org, hub.Missing(org.Field("publicTier")), "B a c e"},
		{"TriUnknownIsAValue", contract, hub.In(contract.Field("socialClause"), hub.TriUnknown), "don"},
		{"TriIsNeverMissing", contract, hub.Missing(contract.Field("socialClause")), ""},
		{"DateIn", org, hub.In(created, "2012-01-01"), "B b"},
		{"DateLt", org, hub.Compare(created, hub.OpLt, "2012-01-01"), "a"},
		{"DateLte", org, hub.Compare(created, hub.OpLte, "2012-01-01"), "B a b"},
		{"DateGt", org, hub.Compare(created, hub.OpGt, "2010-05-01"), "B b"},
		{"DateGte", org, hub.Compare(created, hub.OpGte, "2010-05-01"), "B a b"},
		{"DateMissing", org, hub.Missing(created), "c e"},
		{"RefIn", hub.TieNoun, hub.In(hub.TieNoun.Field("fromId"), "org:a"), "1 2"},
		{"RefMissing", hub.TieNoun, hub.Missing(hub.TieNoun.Field("poleId")), "3"},
		{"IntIn", membership, hub.Compare(votes, hub.OpIn, int64(0)), "4"},
		{"IntGte", membership, hub.Compare(votes, hub.OpGte, int64(1)), "1 3"},
		{"IntMissing", membership, hub.Missing(votes), "2"},
		{"MoneyIn", contract, hub.Compare(amount, hub.OpIn, int64(-5)), "don"},
		{"MoneyLt", contract, hub.Compare(amount, hub.OpLt, int64(120_000)), "don"},
		{"MoneyLte", contract, hub.Compare(amount, hub.OpLte, int64(120_000)), "bail don"},
		{"RatioGt", hub.PartyNoun, hub.Compare(share, hub.OpGt, int64(499_999)), "2"},
		{"RatioIn", hub.PartyNoun, hub.Compare(share, hub.OpIn, int64(500_000)), "2"},
		{"FloatLt", org, hub.Compare(latitude, hub.OpLt, 45.75), "b"},
		{"FloatIn", org, hub.Compare(latitude, hub.OpIn, 45.75), "a"},
		{"ListIn", hub.PoleNoun, hub.In(hub.PoleNoun.Field("sectors"), hub.SectorReuse, hub.SectorEnergy), "nord sud"},
		{"ListMissing", hub.PoleNoun, hub.Missing(hub.PoleNoun.Field("sectors")), "vide"},
		{"NumbersIn", hub.TieNoun, hub.In(hub.TieNoun.Field("strengths"), "4"), "1"},
		{"RefsIn", contract, hub.In(contract.Field("poles"), "pole:nord"), "bail"},
		{"RefsMissing", contract, hub.Missing(contract.Field("poles")), "don"},
		{"FlagsInByCode", contract, hub.In(contract.Field("flags"), hub.FlagNameMissing), "bail"},
		{"FlagsMissing", contract, hub.Missing(contract.Field("flags")), "achat don"},
	}
}

// nameCases: what is compared folded, and what is found by words.
func nameCases() []filterCase {
	org := hub.OrganisationNoun
	name := org.Field("name")
	return []filterCase{
		{"ContainsFolds", org, hub.Compare(name, hub.OpContains, "ÉCL"), "a b"},
		{"ContainsInside", org, hub.Compare(name, hub.OpContains, "bre & coeur"), "c"},
		{"ContainsPercent", org, hub.Compare(name, hub.OpContains, "0%"), "B"},
		{"ContainsUnderscoreIsNoWildcard", org, hub.Compare(name, hub.OpContains, "_"), ""},
		{"ContainsNothing", org, hub.Compare(name, hub.OpContains, "🦓"), ""},
		{"StartsWith", org, hub.Compare(name, hub.OpStartsWith, "Zébre"), "c"},
		{"StartsWithIsNotContains", org, hub.Compare(name, hub.OpStartsWith, "clair"), ""},
		{"StartsWithQuote", org, hub.Compare(name, hub.OpStartsWith, "atelier d’e"), "B"},
		{"WordsOfName", org, hub.Words{"ecl"}, "a b"},
		{"WordsOfAlias", org, hub.Words{"fab", "la"}, "a"},
		{"EveryWord", org, hub.Words{"eclair", "zebre"}, ""},
		{"WordsBeginTokens", org, hub.Words{"clair"}, ""},
		{"NoWords", org, hub.Words{}, "B a b c e"},
		{"WordsOfANounWithoutSearch", hub.PartyNoun, hub.Words{"a"}, ""},
		{"SearchByIdentifier", org, hub.SearchFor(org, "éclair 1234"), "a"},
		{"SearchForSymbols", org, hub.SearchFor(org, "🦓"), ""},
	}
}

// logicCases: empty lists, and comparisons with missing values.
func logicCases() []filterCase {
	org := hub.OrganisationNoun
	before := hub.Compare(org.Field("createdOn"), hub.OpLt, "2012-01-01")
	enterprise := hub.In(org.Field("kind"), hub.KindEnterprise)
	return []filterCase{
		{"EmptyAnd", org, hub.And{}, "B a b c e"},
		{"EmptyOr", org, hub.Or{}, ""},
		{"NotEmptyOr", org, hub.Not{Filter: hub.Or{}}, "B a b c e"},
		{"NotHoldsForMissing", org, hub.Not{Filter: before}, "B b c e"},
		{"NotIn", org, hub.Not{Filter: hub.In(org.Field("publicTier"), hub.TierMunicipality)}, "B a c e"},
		{"NotMissing", org, hub.Not{Filter: hub.Missing(org.Field("createdOn"))}, "B a b"},
		{"And", org, hub.And{before, enterprise}, "a"},
		{"Or", org, hub.Or{before, enterprise}, "a c"},
		{"NotOfAndWithMissing", org, hub.Not{Filter: hub.And{before, enterprise}}, "B b c e"},
		{"NotNot", org, hub.Not{Filter: hub.Not{Filter: before}}, "a"},
		{"InForceBefore", hub.MembershipNoun, hub.InForce(hub.MembershipNoun, "2013-12-31"), "3"},
		{"InForceFirstDay", hub.MembershipNoun, hub.InForce(hub.MembershipNoun, "2014-01-01"), "1 2 3"},
		{"InForceEndIsOutside", hub.MembershipNoun, hub.InForce(hub.MembershipNoun, "2020-01-01"), "1 3 4"},
	}
}

// relationCases: some, none and all over each kind of relation.
func relationCases() []filterCase {
	org, pole, contract, tie := hub.OrganisationNoun, hub.PoleNoun, hub.ContractNoun, hub.TieNoun
	has := func(n *hub.Noun, relation string, q hub.Quantifier, where hub.Filter) hub.Has {
		return hub.Has{Relation: n.Relation(relation), Quantifier: q, Where: where}
	}
	supply := hub.In(tie.Field("type"), hub.TieSupply)
	lessee := hub.In(hub.PartyNoun.Field("role"), hub.PartyLessee)
	bail := hub.In(contract.ID(), "contract:bail")
	enterprise := hub.In(org.Field("kind"), hub.KindEnterprise)
	carrier := hub.In(hub.MembershipNoun.Field("circle"), hub.CircleCarrier)
	ofCarrier := has(hub.MembershipNoun, "organisation", hub.Some, has(org, "ties", hub.Some, has(tie, "pole", hub.None, nil)))
	return []filterCase{
		{"SomeVia", pole, has(pole, "members", hub.Some, carrier), "sud"},
		{"NoneVia", pole, has(pole, "members", hub.None, carrier), "nord vide"},
		{"AllVia", pole, has(pole, "members", hub.All, carrier), "vide"},
		{"SomeAtAll", pole, has(pole, "members", hub.Some, nil), "nord sud"},
		{"NoneAtAll", pole, has(pole, "members", hub.None, nil), "vide"},
		{"AllOfAnything", pole, has(pole, "members", hub.All, nil), "nord sud vide"},
		{"SomeTwoVia", org, has(org, "ties", hub.Some, supply), "a b c"},
		{"AllTwoVia", org, has(org, "ties", hub.All, supply), "B c e"},
		{"NoneTwoVia", org, has(org, "ties", hub.None, supply), "B e"},
		{"SomeOwn", tie, has(tie, "pole", hub.Some, nil), "1 2"},
		{"NoneOwn", tie, has(tie, "pole", hub.None, nil), "3"},
		{"AllOwnOfNothing", tie, has(tie, "pole", hub.All, hub.Or{}), "3"},
		{"AllOwn", tie, has(tie, "to", hub.All, enterprise), "2 3"},
		{"SomeRefs", contract, has(contract, "poles", hub.Some, hub.In(pole.ID(), "pole:nord")), "bail"},
		{"AllRefs", contract, has(contract, "poles", hub.All, hub.In(pole.ID(), "pole:sud")), "achat don"},
		{"SomeRefsBackwards", pole, has(pole, "contracts", hub.Some, bail), "nord sud"},
		{"NoneRefsBackwards", pole, has(pole, "contracts", hub.None, bail), "vide"},
		{"SomeThrough", org, has(org, "contracts", hub.Some, bail), "a b c"},
		{"AllThrough", org, has(org, "contracts", hub.All, bail), "B c e"},
		{"NoneThrough", org, has(org, "contracts", hub.None, nil), "B e"},
		{"AllIsNotSome", contract, has(contract, "parties", hub.All, lessee), "don"},
		{"Signatories", org, has(org, "documents", hub.Some, nil), "a c"},
		{"FourDeep", pole, has(pole, "members", hub.Some, ofCarrier), "nord sud"},
		{"AllOfSome", pole, has(pole, "members", hub.All, ofCarrier), "nord vide"},
		{"NotSomeIsNone", pole, hub.Not{Filter: has(pole, "members", hub.Some, carrier)}, "nord vide"},
		{"SourcesAreNoRelation", hub.MembershipNoun, hub.In(hub.MembershipNoun.Field("sources"), "source:s"), "1 2"},
	}
}
