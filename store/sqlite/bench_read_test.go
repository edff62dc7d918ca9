package sqlite

import (
	"encoding/json"
	"slices"
	"testing"

	"polehub/hub"
)

// membersOf asks for the first 20 members of many poles with their
// organisations.
func membersOf(poles []hub.ID) hub.Query {
	return hub.Query{
		Noun: hub.MembershipNoun, Limit: 20,
		Parents: &hub.Parents{Relation: hub.PoleNoun.Relation("members"), IDs: poles},
		With:    []*hub.Relation{hub.MembershipNoun.Relation("organisation")},
	}
}

func firstPoles(tb testing.TB, s *Store, n int) []hub.ID {
	tb.Helper()
	var ids []hub.ID
	for row, err := range s.Rows(tb.Context(), hub.Query{Noun: hub.PoleNoun, Limit: n}) {
		if err != nil {
			tb.Fatal(err)
		}
		ids = append(ids, row.Record.Key())
	}
	return ids
}

// BenchmarkMembers reads 50 poles × 20 members with organisations through the
// store, and the same rows by bare SQL.
func BenchmarkMembers(b *testing.B) {
	s := openTemp(b)
	importSynthetic(b, s, 1)
	poles := firstPoles(b, s, 50)
	b.Run("store", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			n := 0
			for row, err := range s.Rows(b.Context(), membersOf(poles)) {
				if err != nil || row.With[0] == nil {
					b.Fatal(err)
				}
				n++
			}
			if n != 50*20 {
				b.Fatalf("%d rows", n)
			}
		}
	})
	list, _ := json.Marshal(poles)
	t, o := s.schema[hub.MembershipNoun], s.schema[hub.OrganisationNoun]
	text := "SELECT " + t.selection("m") + ", " + o.selection("o") + ` FROM json_each(?) AS p JOIN memberships AS m ON m.pole_id = p.value
		JOIN organisations AS o ON o.id = m.organisation_id ORDER BY p.key, m.id`
	b.Run("sql", func(b *testing.B) {
		b.ReportAllocs()
		c, err := s.readers.take(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		defer s.readers.give(c, false)
		stmt, err := c.take(b.Context(), text)
		if err != nil {
			b.Fatal(err)
		}
		defer c.give(text, stmt)
		dest := make([]any, len(t.noun.Fields)+len(o.noun.Fields))
		values := make([]any, len(dest))
		for i := range dest {
			dest[i] = &values[i]
		}
		for b.Loop() {
			rows, err := stmt.QueryContext(b.Context(), string(list))
			if err != nil {
				b.Fatal(err)
			}
			n := 0
			for rows.Next() {
				if err := rows.Scan(dest...); err != nil {
					b.Fatal(err)
				}
				n++
			}
			rows.Close()
			if n != 50*20 {
				b.Fatalf("%d rows", n)
			}
		}
	})
}

// funded asks for the local authorities that fund a contract over an amount
// signed since a day.
func funded() hub.Filter {
	party, contract, organisation := hub.PartyNoun, hub.ContractNoun, hub.OrganisationNoun
	return hub.And{
		hub.In(organisation.Field("kind"), "LOCAL_AUTHORITY"),
		hub.Has{Relation: organisation.Relation("parties"), Where: hub.And{
			hub.In(party.Field("role"), "FUNDER"),
			hub.Has{Relation: party.Relation("contract"), Where: hub.And{
				hub.Compare(contract.Field("amount"), hub.OpGt, int64(10_000_000)),
				hub.Compare(contract.Field("signedOn"), hub.OpGte, "2020-01-01"),
			}},
		}},
	}
}

func BenchmarkFilter(b *testing.B) {
	s := openTemp(b)
	importSynthetic(b, s, 1)
	q := hub.Query{Noun: hub.OrganisationNoun, Where: funded(), Order: []hub.Order{{Field: hub.OrganisationNoun.Field("name")}}, Limit: 50}
	b.Run("first50", func(b *testing.B) {
		for b.Loop() {
			n := 0
			for _, err := range s.Rows(b.Context(), q) {
				if err != nil {
					b.Fatal(err)
				}
				n++
			}
			if n != 50 {
				b.Fatalf("%d rows", n)
			}
		}
	})
	b.Run("count", func(b *testing.B) {
		for b.Loop() {
			tallies, err := s.Tally(b.Context(), q)
			if err != nil || tallies[0].Count < 50 {
				b.Fatal(tallies, err)
			}
		}
	})
}

// BenchmarkLatest reads the first 100 contracts, latest first, of the
// organisation that has most, and their parties with organisations.
func BenchmarkLatest(b *testing.B) {
	s := openTemp(b)
	importSynthetic(b, s, 1)
	of := hub.OrganisationNoun.Relation("contracts")
	tallies, err := s.Tally(b.Context(), hub.Query{Noun: hub.PartyNoun, By: hub.PartyNoun.Field("organisationId")})
	if err != nil {
		b.Fatal(err)
	}
	most := slices.MaxFunc(tallies, func(x, y hub.Tally) int { return x.Count - y.Count })
	q := hub.Query{
		Noun: hub.ContractNoun, Limit: 100,
		Order:   []hub.Order{{Field: hub.ContractNoun.Field("signedOn"), Desc: true}},
		Parents: &hub.Parents{Relation: of, IDs: []hub.ID{hub.ID(most.Value)}},
	}
	for b.Loop() {
		var ids []hub.ID
		for row, err := range s.Rows(b.Context(), q) {
			if err != nil {
				b.Fatal(err)
			}
			ids = append(ids, row.Record.Key())
		}
		parties := hub.Query{
			Noun: hub.PartyNoun, With: []*hub.Relation{hub.PartyNoun.Relation("organisation")},
			Parents: &hub.Parents{Relation: hub.ContractNoun.Relation("parties"), IDs: ids},
		}
		n := 0
		for _, err := range s.Rows(b.Context(), parties) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if len(ids) != 100 || n != 300 {
			b.Fatalf("%d contracts, %d parties", len(ids), n)
		}
	}
	b.ReportMetric(float64(most.Count), "contracts")
}
