package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

// testReads asks an empty store, and then the fixture, everything that a
// Reader answers, with answers written by hand.
func testReads(t *testing.T, s hub.Store) {
	t.Run("Empty", func(t *testing.T) { testEmpty(t, s) })
	load(t, s, fixture())
	t.Run("Find", func(t *testing.T) { testFind(t, s) })
	t.Run("Lookup", func(t *testing.T) { testLookup(t, s) })
	t.Run("Filters", func(t *testing.T) { testFilters(t, s) })
	t.Run("Rows", func(t *testing.T) { testRows(t, s) })
	t.Run("With", func(t *testing.T) { testWith(t, s) })
	t.Run("Tally", func(t *testing.T) { testTally(t, s) })
	t.Run("EveryField", func(t *testing.T) { testEveryField(t, s) })
	t.Run("OwnCopies", func(t *testing.T) { testOwnCopies(t, s) })
}

// testEmpty checks the answers of a store without records.
func testEmpty(t *testing.T, s hub.Store) {
	ctx := t.Context()
	if err := s.Ping(ctx); err != nil {
		t.Errorf("ping: %v", err)
	}
	if s.Kind() == "" {
		t.Error("the store does not say what it is")
	}
	if revision, err := s.Revision(ctx); revision != 0 || err != nil {
		t.Errorf("the revision of an empty store is %d, %v", revision, err)
	}
	if text := dump(t, s); text != "" {
		t.Errorf("an empty store holds %s", text)
	}
	for _, n := range hub.Nouns() {
		if tallies, err := s.Tally(ctx, hub.Query{Noun: n}); len(tallies) != 0 || err != nil {
			t.Errorf("an empty store counts %v, %v", tallies, err)
		}
		found, err := s.Find(ctx, n, []hub.ID{hub.ID(n.Prefix + ":none")})
		if err != nil || len(found) != 1 || found[0] != nil {
			t.Errorf("an empty store finds %v, %v", found, err)
		}
	}
	for _, c := range collect(t, s.Changes(ctx, hub.ChangeQuery{})) {
		t.Errorf("an empty store logs %s", showChange(c))
	}
}

// testFind: the order asked, nil for nothing, repeated ids answered each time.
func testFind(t *testing.T, s hub.Store) {
	tests := []struct {
		name string
		ids  []hub.ID
		want string
	}{
		{"InTheOrderAsked", []hub.ID{"org:e", "org:a", "org:c"}, "org:e org:a org:c"},
		{"NilForNothing", []hub.ID{"org:x", "org:a", "org:y"}, "- org:a -"},
		{"Repeated", []hub.ID{"org:a", "org:b", "org:a", "org:a"}, "org:a org:b org:a org:a"},
		{"OfAnotherNoun", []hub.ID{"pole:sud", "org:b"}, "- org:b"},
		{"None", nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found, err := s.Find(t.Context(), hub.OrganisationNoun, test.ids)
			if err != nil {
				t.Fatal(err)
			}
			if got := keys(found); got != test.want {
				t.Errorf("want %q, got %q", test.want, got)
			}
		})
	}
}

// keys lists the ids of records, a dash for nothing.
func keys(records []hub.Record) string {
	shown := make([]string, len(records))
	for i, r := range records {
		shown[i] = "-"
		if r != nil {
			shown[i] = string(r.Key())
		}
	}
	return strings.Join(shown, " ")
}

// testLookup: records of all nouns in the order asked, and the ids that nothing
// has in theirs.
func testLookup(t *testing.T, s hub.Store) {
	tests := []struct {
		name        string
		read, check []hub.ID
		want        string // found; missing
	}{
		{"SeveralNouns", []hub.ID{"pole:sud", "org:e", "contract:x", "org:a"}, []hub.ID{"org:b", "pole:sud"}, "pole:sud org:e - org:a; []"},
		{"MissingInTheOrderAsked", nil, []hub.ID{"pole:y", "org:z", "org:a", "org:x", "pole:x"}, "; [pole:y org:z org:x pole:x]"},
		{"Repeated", []hub.ID{"org:a", "pole:sud", "org:a"}, []hub.ID{"org:x", "org:a", "org:x"}, "org:a pole:sud org:a; [org:x org:x]"},
		{"ReadAndCheckTheSame", []hub.ID{"org:a", "org:x"}, []hub.ID{"org:a", "org:x"}, "org:a -; [org:x]"},
		{"OfNoNoun", []hub.ID{"x:a", "org:a"}, []hub.ID{"x:a", ""}, "- org:a; [x:a ]"},
		{"Nothing", nil, nil, "; []"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found, missing, err := s.Lookup(t.Context(), test.read, test.check)
			if got := fmt.Sprint(keys(found), "; ", missing); got != test.want || err != nil {
				t.Errorf("want %q, got %q, %v", test.want, got, err)
			}
		})
	}
	var ids []hub.ID
	for _, r := range fixture() {
		ids = append(ids, r.Key())
	}
	found, missing, err := s.Lookup(t.Context(), ids, ids)
	if len(missing) > 0 || err != nil {
		t.Errorf("of the fixture %v are missing, %v", missing, err)
	}
	for i, want := range fixture() {
		if !sameRecord(want, found[i]) {
			t.Errorf("want %s, got %s", hub.EncodeRecord(want), found[i])
		}
	}
}

// rowCase expects rows, each as parent/id or id, by local ids.
type rowCase struct {
	name  string
	query hub.Query
	want  string
}

func localRows(rows []hub.Row) string {
	shown := make([]string, len(rows))
	for i, row := range rows {
		shown[i] = row.Record.Key().Local()
		if row.Parent != "" {
			shown[i] = row.Parent.Local() + "/" + shown[i]
		}
	}
	return strings.Join(shown, " ")
}

func testRows(t *testing.T, s hub.Store) {
	for _, cases := range [][]rowCase{orderCases(), pageCases(), parentCases()} {
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				if got := localRows(collect(t, s.Rows(t.Context(), c.query))); got != c.want {
					t.Errorf("%s\n want %s\n  got %s", ShowQuery(c.query), c.want, got)
				}
			})
		}
	}
}

// orderCases: every direction, missing values last in both, ties by id. The
// fixture sorts by name as B "atelier d'ete 100%", a and b "eclair", c "zebre &
// coeur", e without key; by createdOn as a 2010, B and b 2012, c and e missing.
func orderCases() []rowCase {
	org := hub.OrganisationNoun
	by := func(order ...hub.Order) hub.Query { return hub.Query{Noun: org, Order: order} }
	name, created, kind := org.Field("name"), org.Field("createdOn"), org.Field("kind")
	back := func(q hub.Query) hub.Query { q.Backward = true; return q }
	return []rowCase{
		{"ByID", by(), "B a b c e"},
		{"ByIDBackward", back(by()), "e c b a B"},
		{"ByIDDesc", by(hub.Order{Field: org.ID(), Desc: true}), "e c b a B"},
		{"ByName", by(hub.Order{Field: name}), "B a b c e"},
		{"ByNameDesc", by(hub.Order{Field: name, Desc: true}), "c a b B e"},
		{"ByNameBackward", back(by(hub.Order{Field: name})), "e c b a B"},
		{"ByNameDescBackward", back(by(hub.Order{Field: name, Desc: true})), "e B b a c"},
		{"ByDate", by(hub.Order{Field: created}), "a B b c e"},
		{"ByDateDesc", by(hub.Order{Field: created, Desc: true}), "B b a c e"},
		{"ByTwoKeys", by(hub.Order{Field: created, Desc: true}, hub.Order{Field: name, Desc: true}), "b B a c e"},
		{"ByThreeKeys", by(hub.Order{Field: kind}, hub.Order{Field: created}, hub.Order{Field: name}), "a c b B e"},
		{"ByMoney", hub.Query{Noun: hub.ContractNoun, Order: []hub.Order{{Field: hub.ContractNoun.Field("amount")}}}, "don bail achat"},
		{"ByTextInBytes", hub.Query{Noun: hub.AmendmentNoun, Order: []hub.Order{{Field: hub.AmendmentNoun.Field("number")}}}, "1 2 3"},
		{"ByTextInBytesDesc", hub.Query{Noun: hub.AmendmentNoun, Order: []hub.Order{{Field: hub.AmendmentNoun.Field("number"), Desc: true}}}, "3 2 1"},
		{"ByNumberMissingLast", hub.Query{Noun: hub.MembershipNoun, Order: []hub.Order{{Field: hub.MembershipNoun.Field("votes"), Desc: true}}}, "1 3 4 2"},
	}
}

// pageCases: the rows behind a position, which need not be that of a row.
func pageCases() []rowCase {
	org := hub.OrganisationNoun
	name, created := org.Field("name"), org.Field("createdOn")
	page := func(limit int, backward bool, desc bool, field *hub.Field, value any, id hub.ID) hub.Query {
		return hub.Query{Noun: org, Limit: limit, Backward: backward, Order: []hub.Order{{Field: field, Desc: desc}},
			After: &hub.Position{Values: []any{value}, ID: id}}
	}
	return []rowCase{
		{"Limit", hub.Query{Noun: org, Limit: 2}, "B a"},
		{"LimitBackward", hub.Query{Noun: org, Limit: 2, Backward: true}, "e c"},
		{"LimitOverAll", hub.Query{Noun: org, Limit: 99}, "B a b c e"},
		{"AfterID", hub.Query{Noun: org, After: &hub.Position{ID: "org:a"}}, "b c e"},
		{"BeforeID", hub.Query{Noun: org, Backward: true, After: &hub.Position{ID: "org:b"}}, "a B"},
		{"AfterFirstOfEqualKeys", page(2, false, false, name, "eclair", "org:a"), "b c"},
		{"BeforeSecondOfEqualKeys", page(2, true, false, name, "eclair", "org:b"), "a B"},
		{"AfterDesc", page(0, false, true, name, "eclair", "org:a"), "b B e"},
		{"BeforeDesc", page(0, true, true, name, "eclair", "org:b"), "a c"},
		{"AfterNoRow", page(0, false, false, name, "f", "org:0"), "c e"},
		{"IntoMissing", page(0, false, true, created, "2010-05-01", "org:a"), "c e"},
		{"AmongMissing", page(0, false, true, created, nil, "org:c"), "e"},
		{"OutOfMissingBackward", page(2, true, true, created, nil, "org:c"), "a b"},
		{"BehindTheLast", page(0, false, false, created, nil, "org:e"), ""},
		{"AfterTextInBytes", hub.Query{Noun: hub.AmendmentNoun, Order: []hub.Order{{Field: hub.AmendmentNoun.Field("number")}},
			After: &hub.Position{Values: []any{"\uffff"}, ID: "amendment:2"}}, "3"},
		{"BeforeTheFirst", page(0, true, false, created, "2010-05-01", "org:a"), ""},
	}
}

// parentCases: children of many parents in one query.
func parentCases() []rowCase {
	org, pole, tie, contract, document := hub.OrganisationNoun, hub.PoleNoun, hub.TieNoun, hub.ContractNoun, hub.DocumentNoun
	children := func(from *hub.Noun, relation string, ids ...hub.ID) hub.Query {
		rel := from.Relation(relation)
		return hub.Query{Noun: hub.NounNamed(rel.To), Parents: &hub.Parents{Relation: rel, IDs: ids}}
	}
	members := children(pole, "members", "pole:vide", "pole:sud", "pole:nord")
	limited, backward, after, where := members, members, members, members
	limited.Limit = 2
	backward.Limit, backward.Backward = 2, true
	after.After = &hub.Position{ID: "membership:2"}
	where.Where = hub.Has{Relation: hub.MembershipNoun.Relation("organisation"), Quantifier: hub.Some, Where: hub.In(org.ID(), "org:a")}
	ordered := children(contract, "parties", "contract:bail", "contract:achat")
	ordered.Order = []hub.Order{{Field: hub.PartyNoun.Field("position"), Desc: true}}
	return []rowCase{
		{"GroupedAsAsked", members, "sud/1 sud/2 sud/3 nord/4"},
		{"LimitForEach", limited, "sud/1 sud/2 nord/4"},
		{"BackwardForEach", backward, "sud/3 sud/2 nord/4"},
		{"AfterForEach", after, "sud/3 nord/4"},
		{"WhereForEach", where, "sud/1 nord/4"},
		{"OrderForEach", ordered, "bail/3 bail/2 bail/1 achat/6 achat/5 achat/4 achat/7"},
		{"NoParents", children(pole, "members"), ""},
		{"UnknownParent", children(pole, "members", "pole:x", "pole:nord"), "nord/4"},
		{"TwoVia", children(org, "ties", "org:c", "org:a", "org:b"), "c/2 a/1 a/2 a/3 b/1 b/3"},
		{"ThroughOnce", children(org, "contracts", "org:b", "org:a", "org:e"), "b/achat b/bail a/achat a/bail"},
		{"RefsBackwards", children(pole, "contracts", "pole:nord", "pole:sud"), "nord/bail sud/achat sud/bail"},
		{"Refs", children(contract, "poles", "contract:bail", "contract:don", "contract:achat"), "bail/nord bail/sud achat/sud"},
		{"Signatories", children(document, "signatories", "document:2", "document:1"), "1/a 1/c"},
		{"SignatoriesBackwards", children(org, "documents", "org:a", "org:b", "org:c"), "a/1 c/1"},
		{"ToOne", children(tie, "from", "tie:3", "tie:1", "tie:2"), "3/b 1/a 2/a"},
		{"ToOneOfNothing", children(tie, "pole", "tie:3", "tie:1"), "1/sud"},
	}
}

// testWith: joined targets, nil where there is none.
func testWith(t *testing.T, s hub.Store) {
	tie, party := hub.TieNoun, hub.PartyNoun
	tests := []struct {
		name  string
		query hub.Query
		want  string
	}{
		{"One", hub.Query{Noun: tie, With: []*hub.Relation{tie.Relation("to")}}, "tie:1 + org:b, tie:2 + org:c, tie:3 + org:a"},
		{"NilAndSeveral", hub.Query{Noun: tie, With: []*hub.Relation{tie.Relation("pole"), tie.Relation("from"), tie.Relation("to")}},
			"tie:1 + pole:sud + org:a + org:b, tie:2 + pole:sud + org:a + org:c, tie:3 + nothing + org:b + org:a"},
		{"OfParents", hub.Query{Noun: party, With: []*hub.Relation{party.Relation("organisation")}, Limit: 1, Backward: true,
			Parents: &hub.Parents{Relation: hub.ContractNoun.Relation("parties"), IDs: []hub.ID{"contract:bail", "contract:achat"}}},
			"contract:bail / party:3 + org:c, contract:achat / party:7 + nothing"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var shown []string
			for _, row := range collect(t, s.Rows(t.Context(), test.query)) {
				shown = append(shown, showRow(row, nil))
			}
			if got := strings.Join(shown, ", "); got != test.want {
				t.Errorf("%s\n want %s\n  got %s", ShowQuery(test.query), test.want, got)
			}
		})
	}
}

// testTally: counts by parent and value.
func testTally(t *testing.T, s hub.Store) {
	org, pole, membership, contract, party := hub.OrganisationNoun, hub.PoleNoun, hub.MembershipNoun, hub.ContractNoun, hub.PartyNoun
	members := &hub.Parents{Relation: pole.Relation("members"), IDs: []hub.ID{"pole:nord", "pole:vide", "pole:sud"}}
	contracts := &hub.Parents{Relation: org.Relation("contracts"), IDs: []hub.ID{"org:a", "org:c"}}
	ofOrg, ofParty := membership.Relation("organisation"), party.Relation("organisation")
	tests := []struct {
		name  string
		query hub.Query
		want  string
	}{
		{"All", hub.Query{Noun: org}, "[{  5}]"},
		{"PageDoesNotMatter", hub.Query{Noun: org, Limit: 1, After: &hub.Position{ID: "org:c"}}, "[{  5}]"},
		{"ZeroIsLeftOut", hub.Query{Noun: org, Where: hub.Or{}}, "[]"},
		{"ByEnum", hub.Query{Noun: org, By: org.Field("kind")}, "[{ ENTERPRISE 2} { LOCAL_AUTHORITY 1} { OTHER 2}]"},
		{"ByMissingLast", hub.Query{Noun: org, By: org.Field("publicTier")}, "[{ MUNICIPALITY 1} {  4}]"},
		{"ByTri", hub.Query{Noun: contract, By: contract.Field("socialClause")}, "[{ NO 1} { UNKNOWN 1} { YES 1}]"},
		{"ByDate", hub.Query{Noun: org, By: org.Field("createdOn")}, "[{ 2010-05-01 1} { 2012-01-01 2} {  2}]"},
		{"ByTextInBytes", hub.Query{Noun: org, By: org.Field("name"), Where: hub.In(org.ID(), "org:a", "org:b", "org:c")}, "[{ Zèbre & Cœur 1} { eclair 1} { Éclair 1}]"},
		{"Parents", hub.Query{Noun: membership, Parents: members}, "[{pole:nord  1} {pole:sud  3}]"},
		{"ParentsBy", hub.Query{Noun: membership, Parents: members, By: membership.Field("validTo")}, "[{pole:nord  1} {pole:sud 2020-01-01 1} {pole:sud  2}]"},
		{"ParentsByOf", hub.Query{Noun: membership, Parents: members, By: org.Field("kind"), ByOf: ofOrg}, "[{pole:nord ENTERPRISE 1} {pole:sud ENTERPRISE 2} {pole:sud LOCAL_AUTHORITY 1}]"},
		{"ByOfNothing", hub.Query{Noun: party, By: org.Field("kind"), ByOf: ofParty, Where: hub.In(party.Field("contractId"), "contract:achat")}, "[{ ENTERPRISE 2} { LOCAL_AUTHORITY 1} {  1}]"},
		{"ThroughOnce", hub.Query{Noun: contract, Parents: contracts}, "[{org:a  2} {org:c  1}]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tallies, err := s.Tally(t.Context(), test.query)
			if err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprint(tallies); got != test.want {
				t.Errorf("%s\n want %s\n  got %s", ShowQuery(test.query), test.want, got)
			}
		})
	}
}

// testEveryField: Rows and Find give back every field of the fixture.
func testEveryField(t *testing.T, s hub.Store) {
	for _, want := range fixture() {
		found, err := s.Find(t.Context(), want.Noun(), []hub.ID{want.Key()})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(found, []hub.Record{want}, sameRecord) {
			t.Errorf("want %s\n got %v", hub.EncodeRecord(want), found)
		}
	}
	o := NewOracle()
	load(t, o, fixture())
	sameContent(t, o, s)
}

// testOwnCopies: what a caller does to a record does not reach the store.
func testOwnCopies(t *testing.T, s hub.Store) {
	for range 2 {
		found, err := s.Find(t.Context(), hub.OrganisationNoun, []hub.ID{"org:a"})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range found {
			a := r.(*hub.Organisation)
			if a.Name != "Éclair" || a.Aliases[0] != "La Fabrique" {
				t.Errorf("an earlier caller made it %q, %q", a.Name, a.Aliases)
			}
			a.Name, a.Aliases[0] = "changed", "changed"
		}
	}
}
