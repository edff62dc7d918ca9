package relay

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

func TestReadPage(t *testing.T) {
	rows := []struct {
		name string
		args map[string]any
		want Page
		bad  string // the field of the refusal
	}{
		{"nothing", nil, Page{Limit: 20}, ""},
		{"nulls", map[string]any{"first": nil, "last": nil, "after": nil, "before": nil}, Page{Limit: 20}, ""},
		{"first", map[string]any{"first": int64(3), "after": "c"}, Page{Limit: 3, Cursor: "c"}, ""},
		{"last", map[string]any{"last": json.Number("100"), "before": "c"}, Page{Limit: 100, Backward: true, Cursor: "c"}, ""},
		{"before alone", map[string]any{"before": "c"}, Page{Limit: 20, Backward: true, Cursor: "c"}, ""},
		{"float that is whole", map[string]any{"first": 5.0}, Page{Limit: 5}, ""},
		{"in process", map[string]any{"first": 5}, Page{Limit: 5}, ""},
		{"zero", map[string]any{"first": int64(0)}, Page{}, "first"},
		{"101", map[string]any{"last": int64(101)}, Page{}, "last"},
		{"half", map[string]any{"first": 1.5}, Page{}, "first"},
		{"huge", map[string]any{"first": json.Number("99999999999999999999")}, Page{}, "first"},
		{"both", map[string]any{"first": int64(1), "last": int64(1)}, Page{}, "last"},
		{"after with last", map[string]any{"last": int64(1), "after": "c"}, Page{}, "after"},
		{"after with before", map[string]any{"after": "c", "before": "d"}, Page{}, "after"},
		{"before with first", map[string]any{"first": int64(1), "before": "c"}, Page{}, "before"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got, err := ReadPage(row.args)
			if row.bad == "" {
				if err != nil || got != row.want {
					t.Errorf("got %+v %v, want %+v", got, err, row.want)
				}
				return
			}
			if e, ok := errors.AsType[*hub.Error](err); !ok || e.Code != hub.BadUserInput || e.Field != row.bad {
				t.Errorf("got %+v %v, want a refusal of %s", got, err, row.bad)
			}
		})
	}
}

func TestCursorKeepsThePosition(t *testing.T) {
	n := hub.ContractNoun
	order := []hub.Order{{Field: n.Field("title")}, {Field: n.Field("amount"), Desc: true}, {Field: n.Field("signedOn")}}
	list := NewList("Query.contracts", map[string]any{"a": 1, "b": nil})
	for _, values := range [][]any{
		{"etude", int64(9_007_199_254_740_993), "2024-01-01"}, // over 2^53: no float in between
		{nil, nil, nil},
		{strings.Repeat("x", hub.MaxSortKey), int64(-5), nil},
	} {
		p := hub.Position{ID: hub.ID("contract:" + strings.Repeat("i", hub.MaxIDLength-len("contract:"))), Values: values}
		cursor := list.Cursor(p)
		if len(cursor) > MaxCursor {
			t.Errorf("%d bytes", len(cursor))
		}
		got, err := list.Position(cursor, order)
		if err != nil || got.ID != p.ID || !slices.Equal(got.Values, p.Values) {
			t.Errorf("got %v %v, want %v", got, err, p)
		}
		if _, err := NewList("Query.contracts").Position(cursor, order); hub.CodeOf(err) != hub.CursorMismatch {
			t.Errorf("another list: %v", err)
		}
	}
	if a, b := NewList("x", map[string]any{"a": 1, "b": 2}), NewList("x", map[string]any{"b": 2, "a": 1}); a != b {
		t.Error("the order of arguments makes another list")
	}
}

func TestForgedCursors(t *testing.T) {
	n := hub.ContractNoun
	order := []hub.Order{{Field: n.Field("amount")}, {Field: n.Field("title")}}
	list := NewList("x")
	encode := func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }
	hash := base64.RawURLEncoding.EncodeToString(list[:])
	forged := func(rest string) string { return encode(`[1,"` + hash + `",` + rest + `]`) }
	if _, err := list.Position(forged(`"contract:a",5,"t"`), order); err != nil {
		t.Fatalf("the form of the test is wrong: %v", err)
	}
	for name, cursor := range map[string]string{
		"no base64":        "é",
		"no JSON":          encode("x"),
		"no list":          encode("{}"),
		"short":            encode("[1]"),
		"other version":    encode(`[2,"` + hash + `","contract:a",5,"t"]`),
		"trailing":         encode(`[1,"` + hash + `","contract:a",5,"t"] 1`),
		"short hash":       encode(`[1,"AAAA","contract:a",5,"t"]`),
		"no id":            forged(`"",5,"t"`),
		"id is a number":   forged(`1,5,"t"`),
		"too few values":   forged(`"contract:a",5`),
		"too many values":  forged(`"contract:a",5,"t","u"`),
		"text for number":  forged(`"contract:a","5","t"`),
		"number for text":  forged(`"contract:a",5,6`),
		"fraction":         forged(`"contract:a",5.5,"t"`),
		"object":           forged(`"contract:a",{},"t"`),
		"NUL":              forged(`"contract:a",5,"\u0000"`),
		"over a kilobyte":  forged(`"contract:a",5,"` + strings.Repeat("t", 1<<10) + `"`),
		"over 2^63":        forged(`"contract:a",9223372036854775808,"t"`),
		"padded base64url": forged(`"contract:a",5,"t"`) + "=",
	} {
		if _, err := list.Position(cursor, order); hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// connection is a page of texts whose cursor is the text.
func connection(page Page, more bool, nodes ...string) *Connection[string] {
	return &Connection[string]{Nodes: nodes, Page: page, More: more, Cursor: func(s string) string { return "<" + s + ">" },
		Count: func(context.Context, string) ([]hub.Tally, error) {
			return []hub.Tally{{Value: "A", Count: 3}, {Value: "", Count: 4}}, nil
		}}
}

func TestPageInfo(t *testing.T) {
	rows := []struct {
		name           string
		c              *Connection[string]
		next, previous bool
	}{
		{"all of it", connection(Page{Limit: 9}, false, "a", "b"), false, false},
		{"the first page", connection(Page{Limit: 2}, true, "a", "b"), true, false},
		{"a later page", connection(Page{Limit: 2, Cursor: "x"}, true, "a", "b"), true, true},
		{"the last page from the end", connection(Page{Limit: 2, Backward: true}, true, "a", "b"), false, true},
		{"an earlier page from the end", connection(Page{Limit: 2, Backward: true, Cursor: "x"}, false, "a", "b"), true, false},
	}
	for _, row := range rows {
		info := row.c.PageInfo()
		if info.HasNextPage != row.next || info.HasPreviousPage != row.previous || *info.StartCursor != "<a>" || *info.EndCursor != "<b>" {
			t.Errorf("%s: %+v", row.name, info)
		}
	}
	if info := connection(Page{}, false).PageInfo(); info.StartCursor != nil || info.EndCursor != nil {
		t.Errorf("an empty page has cursors: %+v", info)
	}
	if edges := connection(Page{}, false, "a").Edges(); len(edges) != 1 || edges[0].Node != "a" || edges[0].Cursor() != "<a>" {
		t.Errorf("edges %+v", edges)
	}
}

func TestCounts(t *testing.T) {
	if n, err := connection(Page{}, true, "a", "b").TotalCount(t.Context()); err != nil || *n != 3+4 {
		t.Errorf("the whole list: %v %v", n, err)
	}
	counts, err := connection(Page{}, true).CountBy(t.Context(), "KIND")
	if err != nil || len(counts) != 2 || *counts[0] != (ValueCount{"A", 3}) || *counts[1] != (ValueCount{"", 4}) {
		t.Errorf("counts %v %v", counts, err)
	}
	failing := connection(Page{}, true)
	failing.Count = func(context.Context, string) ([]hub.Tally, error) { return nil, errors.New("down") }
	if n, err := failing.TotalCount(t.Context()); n != nil || err == nil {
		t.Errorf("a failing count gave %v", n)
	}
}

func TestRecords(t *testing.T) {
	if _, is := connection(Page{}, false, "a").Records(); is {
		t.Error("texts pass for records")
	}
	poles := &Connection[*hub.Pole]{Nodes: []*hub.Pole{{ID: "pole:a"}}, More: true, Cursor: func(p *hub.Pole) string { return "<" + string(p.ID) + ">" }}
	records, is := poles.Records()
	if !is || !records.More || records.Nodes[0] != hub.Record(poles.Nodes[0]) || records.Cursor(records.Nodes[0]) != "<pole:a>" {
		t.Errorf("a page of poles as records: %v %+v", is, records)
	}
}

func TestConvert(t *testing.T) {
	c := Convert(connection(Page{Limit: 1}, true, "a"), func(s string) []byte { return []byte(s) }, func(b []byte) string { return string(b) })
	if string(c.Nodes[0]) != "a" || c.Edges()[0].Cursor() != "<a>" || !c.More {
		t.Errorf("%+v", c)
	}
}

func TestWrittenForms(t *testing.T) {
	for _, row := range []struct {
		write func(*strings.Builder)
		want  string
	}{
		{func(b *strings.Builder) { JSON(`{"a":1}`).MarshalGQL(b) }, `{"a":1}`},
		{func(b *strings.Builder) { JSON(nil).MarshalGQL(b) }, "null"},
		{func(b *strings.Builder) { RoleEditor.MarshalGQL(b) }, `"EDITOR"`},
		{func(b *strings.Builder) { MarshalReason("").MarshalGQL(b) }, "null"},
		{func(b *strings.Builder) { MarshalReason("NO_TIES").MarshalGQL(b) }, `"NO_TIES"`},
		{func(b *strings.Builder) { MarshalBoundsMethod("").MarshalGQL(b) }, "null"},
		{func(b *strings.Builder) { MarshalNetworkMode("").MarshalGQL(b) }, "null"},
		{func(b *strings.Builder) { MarshalNetworkMode("ROWS").MarshalGQL(b) }, `"ROWS"`},
		{func(b *strings.Builder) { MarshalSeed(0).MarshalGQL(b) }, "null"},
		{func(b *strings.Builder) { MarshalSeed(1<<63 + 1).MarshalGQL(b) }, `"9223372036854775809"`},
		{func(b *strings.Builder) { MarshalDay("2024-01-01").MarshalGQL(b) }, `"2024-01-01"`},
		{func(b *strings.Builder) { MarshalRawID("pole:a").MarshalGQL(b) }, `"pole:a"`},
	} {
		var b strings.Builder
		if row.write(&b); b.String() != row.want {
			t.Errorf("got %s, want %s", &b, row.want)
		}
	}
}

func TestReadForms(t *testing.T) {
	var role AccessRole
	if err := role.UnmarshalGQL("ADMIN"); err != nil || role != RoleAdmin {
		t.Errorf("%v %v", role, err)
	}
	if err := role.UnmarshalGQL("ROOT"); hub.CodeOf(err) != hub.BadUserInput {
		t.Errorf("an unknown role: %v", err)
	}
	for _, v := range []any{"1,5", int64(3), 1.5} {
		if got, err := UnmarshalDecimal(v); err != nil || got != v {
			t.Errorf("%v became %v %v", v, got, err)
		}
	}
	for _, v := range []any{"18446744073709551615", json.Number("18446744073709551615")} {
		if got, err := UnmarshalSeed(v); err != nil || got != 1<<64-1 {
			t.Errorf("the seed %v became %v %v", v, got, err)
		}
	}
	for _, v := range []any{"-1", "18446744073709551616", 1.5, true, nil} {
		if got, err := UnmarshalSeed(v); hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("the seed %v became %v %v", v, got, err)
		}
	}
	if got, err := UnmarshalDay("2024-02-30"); err != nil || got != "2024-02-30" {
		t.Errorf("a day is checked where it is used: %v %v", got, err)
	}
}
