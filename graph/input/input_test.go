package input

import (
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

type fields = map[string]any

func TestFilter(t *testing.T) {
	org, party, pole := hub.OrganisationNoun, hub.PartyNoun, hub.PoleNoun
	name, kind, created := org.Field("name"), org.Field("kind"), org.Field("createdOn")
	rows := []struct {
		name  string
		noun  *hub.Noun
		where any
		want  hub.Filter
	}{
		{"nothing", org, nil, nil},
		{"empty", org, fields{}, nil},
		{"nulls are absent", org, fields{"name": nil}, nil},
		{"null operators too", org, fields{"name": fields{"eq": nil}}, nil},
		{"eq", org, fields{"kind": fields{"eq": "OTHER"}}, hub.And{hub.In(kind, hub.KindOther)}},
		{"in", org, fields{"kind": fields{"in": []any{"OTHER", "NETWORK"}}}, hub.And{hub.In(kind, hub.KindOther, hub.KindNetwork)}},
		{"in of one", org, fields{"kind": fields{"in": "OTHER"}}, hub.And{hub.In(kind, hub.KindOther)}},
		{"in of none", org, fields{"kind": fields{"in": []any{}}}, hub.And{hub.Match{Field: kind, Op: hub.OpIn, Values: []any{}}}},
		{"operators in the order of their names", org, fields{"createdOn": fields{"lt": "2024-01-01", "gte": "2023-01-01"}},
			hub.And{hub.Compare(created, hub.OpGte, "2023-01-01"), hub.Compare(created, hub.OpLt, "2024-01-01")}},
		{"text", org, fields{"name": fields{"contains": "a", "startsWith": "b"}}, hub.And{hub.Compare(name, hub.OpContains, "a"), hub.Compare(name, hub.OpStartsWith, "b")}},
		{"missing", org, fields{"createdOn": fields{"isNull": true}}, hub.And{hub.Missing(created)}},
		{"not missing", org, fields{"createdOn": fields{"isNull": false}}, hub.And{hub.Not{Filter: hub.Missing(created)}}},
		{"money", party, fields{"amount": fields{"gt": "1.5"}}, hub.And{hub.Compare(party.Field("amount"), hub.OpGt, int64(150))}},
		{"money as a number", party, fields{"amount": fields{"gt": json.Number("2")}}, hub.And{hub.Compare(party.Field("amount"), hub.OpGt, int64(200))}},
		{"share", party, fields{"share": fields{"lte": "0.123456"}}, hub.And{hub.Compare(party.Field("share"), hub.OpLte, int64(123456))}},
		{"list", pole, fields{"sectors": fields{"includesAny": []any{"FOOD"}}}, hub.And{hub.In(pole.Field("sectors"), "FOOD")}},
		{"and is spread, or is not", org, fields{"AND": []any{fields{"kind": fields{"eq": "OTHER"}}}, "OR": []any{fields{}}},
			hub.And{hub.And{hub.In(kind, hub.KindOther)}, hub.Or{hub.And{}}}},
		{"or of none", org, fields{"OR": []any{}}, hub.And{hub.Or{}}},
		{"not", org, fields{"NOT": fields{"kind": fields{"eq": "OTHER"}}}, hub.And{hub.Not{Filter: hub.And{hub.In(kind, hub.KindOther)}}}},
		{"to one", party, fields{"organisation": fields{"kind": fields{"eq": "OTHER"}}},
			hub.And{hub.Has{Relation: party.Relation("organisation"), Where: hub.And{hub.In(kind, hub.KindOther)}}}},
		{"to many", org, fields{"parties": fields{"none": fields{}, "some": fields{}}},
			hub.And{hub.Has{Relation: org.Relation("parties"), Where: hub.And{}}, hub.Has{Relation: org.Relation("parties"), Quantifier: hub.None, Where: hub.And{}}}},
		{"a relation named like a field", hub.ContractNoun, fields{"poles": fields{"all": fields{}}},
			hub.And{hub.Has{Relation: hub.ContractNoun.Relation("poles"), Quantifier: hub.All, Where: hub.And{}}}},
		{"the field of that name", hub.ContractNoun, fields{"poles": fields{"includes": "pole:a"}}, hub.And{hub.In(hub.ContractNoun.Field("poles"), "pole:a")}},
		{"search", pole, fields{"search": "sud nord"}, hub.And{hub.Words{"nord", "sud"}}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got, err := Filter(row.noun, row.where)
			if err != nil || !reflect.DeepEqual(got, row.want) {
				t.Errorf("got %#v %v, want %#v", got, err, row.want)
			}
		})
	}
}

func TestRefusedFilters(t *testing.T) {
	org := hub.OrganisationNoun
	for _, row := range []struct {
		where any
		path  string
	}{
		{"x", "where"},
		{fields{"nope": fields{}}, "where.nope"},
		{fields{"name": "x"}, "where.name"},
		{fields{"name": fields{"like": "x"}}, "where.name.like"},
		{fields{"name": fields{"eq": true}}, "where.name.eq"},
		{fields{"createdOn": fields{"eq": "2024"}}, "where.createdOn.eq"},
		{fields{"createdOn": fields{"eq": 5}}, "where.createdOn.eq"},
		{fields{"sizeBandYear": fields{"lt": "x"}}, "where.sizeBandYear.lt"},
		{fields{"AND": []any{fields{}, fields{"name": fields{"like": 1}}}}, "where.AND.1.name.like"},
		{fields{"OR": []any{"x"}}, "where.OR.0"},
		{fields{"NOT": "x"}, "where.NOT"},
		{fields{"parties": "x"}, "where.parties"},
		{fields{"parties": fields{"some": fields{"contract": fields{"amount": fields{"gt": "x"}}}}}, "where.parties.some.contract.amount.gt"},
		{fields{"search": 5}, "where.search"},
		{fields{"sources": fields{"includes": true}}, "where.sources.includes"},
	} {
		_, err := Filter(org, row.where)
		if e, ok := errors.AsType[*hub.Error](err); !ok || e.Code != hub.BadUserInput || e.Field != row.path {
			t.Errorf("%v: %v, want a refusal at %s", row.where, err, row.path)
		}
	}
}

func TestOrder(t *testing.T) {
	n := hub.PoleNoun
	got, err := Order(n, []any{fields{"field": "STARTED_ON", "direction": "DESC"}, fields{"field": "NAME"}})
	if want := []hub.Order{{Field: n.Field("startedOn"), Desc: true}, {Field: n.Field("name")}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v %v", got, err)
	}
	if got, err := Order(n, fields{"field": "NAME"}); err != nil || len(got) != 1 {
		t.Errorf("one key for a list of one: %v %v", got, err)
	}
	if got, err := Order(n, nil); err != nil || got != nil {
		t.Errorf("no order: %v %v", got, err)
	}
	for _, bad := range []any{fields{"field": "SUMMARY"}, fields{"field": "NOPE"}, "NAME", []any{fields{"field": "NAME"}, 1}} {
		if _, err := Order(n, bad); hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

func TestCodes(t *testing.T) {
	n := hub.TieNoun
	got, err := Codes(n, fields{"types": []any{"TRUST"}, "where": fields{}, "first": 1})
	if want := []hub.Filter{hub.In(n.Field("type"), hub.TieTrust)}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("plural: %v %v", got, err)
	}
	if got, err := Codes(hub.MembershipNoun, fields{"circle": "CARRIER"}); err != nil || len(got) != 1 {
		t.Errorf("singular: %v %v", got, err)
	}
}

func TestNames(t *testing.T) {
	for screaming, camel := range map[string]string{"NAME": "name", "STARTED_ON": "startedOn", "POLE_STATUS": "poleStatus"} {
		if Camel(screaming) != camel || Screaming(camel) != screaming {
			t.Errorf("%s %s: %s %s", screaming, camel, Camel(screaming), Screaming(camel))
		}
	}
}

func TestApplyRefusals(t *testing.T) {
	for _, row := range []struct {
		record hub.Record
		fields fields
		paths  string
	}{
		{&hub.Contract{}, fields{"amount": 1.5, "signedOn": "x", "durationMonths": "y", "title": "ok"}, "amount durationMonths signedOn"},
		{&hub.Role{}, fields{"capitalShare": "0.1234567"}, "capitalShare"},
		{&hub.Site{}, fields{"latitude": "north"}, "latitude"},
		{&hub.Tie{}, fields{"strengths": []any{"strong"}, "fromId": "labo"}, "fromId strengths"},
		{&hub.Document{}, fields{"signatoryIds": []any{true}, "flags": []any{"x"}}, "flags.0 signatoryIds.0"},
	} {
		paths := map[string]bool{}
		for _, e := range Apply(row.record, row.fields) {
			paths[e.Field] = true
		}
		if got := strings.Join(slices.Sorted(maps.Keys(paths)), " "); got != row.paths {
			t.Errorf("%v: refused at %s, want %s", row.fields, got, row.paths)
		}
	}
}

func TestNewID(t *testing.T) {
	rows := []struct {
		record hub.Record
		fields fields
		want   hub.ID
	}{
		{&hub.Pole{Name: "Pôle de l’Écluse (Sud)"}, nil, "pole:pole-de-l-ecluse-sud"},
		{&hub.Pole{Name: "北"}, nil, ""},
		{&hub.Organisation{Name: "Coop"}, fields{"identifiers": []any{fields{"scheme": "SIREN", "raw": "732829320"}}}, "org:siren-732829320"},
		{&hub.Organisation{Name: "Coop"}, fields{"identifiers": []any{fields{"scheme": "SIREN", "raw": "732829321"}}}, "org:coop"},
		{&hub.Organisation{Name: "Coop"}, fields{"identifiers": 5}, "org:coop"},
		{&hub.Document{PoleID: "pole:sud", Title: "Charte", Dated: "2024-01-01"}, nil, "document:sud.charte.2024-01-01"},
		{&hub.Observation{PoleID: "pole:sud", Kind: hub.ObservationReview, ObservedFrom: "2024-01-01"}, nil, "observation:sud.review.2024-01-01"},
		{&hub.Membership{PoleID: "pole:sud"}, nil, ""},
	}
	for _, row := range rows {
		if got := NewID(row.record, row.fields); got != row.want {
			t.Errorf("%+v: %s, want %s", row.record, got, row.want)
		}
	}
}

func TestChangeQuery(t *testing.T) {
	got, err := ChangeQuery(fields{"since": int64(3), "where": fields{"nouns": []any{"POLE_STATUS"}, "ids": []any{"pole:a"}, "by": "ed"}})
	want := hub.ChangeQuery{Since: 3, Nouns: []*hub.Noun{hub.PoleStatusNoun}, IDs: []hub.ID{"pole:a"}, By: "ed"}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v %v, want %+v", got, err, want)
	}
	for _, bad := range []fields{
		{"since": int64(-1)}, {"since": "x"}, {"where": fields{"nouns": "NOPE"}}, {"where": fields{"ids": "pole"}}, {"where": fields{"ids": make([]any, 101)}},
	} {
		if _, err := ChangeQuery(bad); hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%v: %v", bad, err)
		}
	}
}
