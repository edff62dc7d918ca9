package neo4j

import (
	"cmp"
	"math"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
)

func TestProperties(t *testing.T) {
	o := &hub.Organisation{ID: "org:a", Name: "L’Écluse", Kind: hub.KindEnterprise, CreatedOn: "2014-05-01", Aliases: []string{"Ruche 2"}, Latitude: new(45.5), SizeBandYear: new(2024)}
	props, err := placeOf(hub.OrganisationNoun).properties(o)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"id": "org:a", "name": "L’Écluse", "nameKey": "l'ecluse", "kind": "ENTERPRISE", "latitude": 45.5, "sizeBandYear": int64(2024),
		"search": " 2 ecluse l ruche", // tokens sorted, a space before each
	}
	for name, v := range want {
		if props[name] != v {
			t.Errorf("%s is %v, want %v", name, props[name], v)
		}
	}
	if d, ok := props["createdOn"].(neo4j.Date); !ok || d.Time().Format(time.DateOnly) != "2014-05-01" {
		t.Errorf("createdOn is %v", props["createdOn"])
	}
	if _, ok := props["nameFold"]; ok { // the key holds all of it
		t.Error("the folded name is stored twice")
	}
	if len(props) != len(want)+2 { // and createdOn, aliases
		t.Errorf("%d properties: %v", len(props), props)
	}
	back := new(hub.Organisation)
	props["aliases"] = []any{"Ruche 2"} // as the driver gives lists
	placeOf(hub.OrganisationNoun).load(back, props, func(f *hub.Field, v any) { t.Errorf("%s does not take %v", f.Name, v) })
	if !hub.Equal(o, back) {
		t.Errorf("back comes %s", hub.EncodeRecord(back))
	}
}

func TestMisfits(t *testing.T) {
	for _, row := range []struct {
		name string
		v    any
		fits bool
	}{
		{"name", "A", true}, {"name", int64(1), false}, {"name", []any{"A"}, false},
		{"createdOn", "2014-05-01", true}, {"createdOn", neo4j.DateOf(time.Date(2014, 5, 1, 0, 0, 0, 0, time.UTC)), true},
		{"createdOn", neo4j.DateOf(time.Date(12014, 5, 1, 0, 0, 0, 0, time.UTC)), false}, // no day of the hub
		{"name", neo4j.DateOf(time.Date(2014, 5, 1, 0, 0, 0, 0, time.UTC)), false},
		{"latitude", 45.5, true}, {"latitude", int64(45), true}, {"latitude", "45", false},
		{"sizeBandYear", int64(2024), true}, {"sizeBandYear", 2024.5, false}, {"sizeBandYear", true, false},
		{"aliases", []any{"A", "B"}, true}, {"aliases", []any{"A", true}, false}, {"aliases", "A", false},
	} {
		misfits := 0
		placeOf(hub.OrganisationNoun).load(new(hub.Organisation), map[string]any{row.name: row.v, "unknown": 1}, func(*hub.Field, any) { misfits++ })
		if (misfits == 0) != row.fits {
			t.Errorf("%s = %v (%T): fits is %v", row.name, row.v, row.v, misfits == 0)
		}
	}
}

func TestCheckParameter(t *testing.T) {
	type named string
	for _, row := range []struct {
		v  any
		ok bool
	}{
		{nil, true}, {true, true}, {1, true}, {int64(math.MinInt64), true}, {1.5, true}, {"é", true}, {"\xff", false},
		{[]string{"a"}, true}, {[]string{"\xff"}, false}, {[]int64{1}, true}, {[]any{1, "a", nil}, true}, {[]any{struct{}{}}, false},
		{map[string]any{"a": []any{1}}, true}, {map[string]any{"a": uint64(math.MaxUint64)}, false}, {map[int]any{1: 1}, false},
		{named("a"), false}, {&struct{}{}, false}, {time.Unix(0, 0).UTC(), true}, {time.Unix(0, 0).In(time.FixedZone("x", 60)), false},
		{neo4j.DateOf(time.Unix(0, 0)), true}, {make(chan int), false}, {complex(1, 1), false},
	} {
		if err := checkParameter(row.v); (err == nil) != row.ok {
			t.Errorf("%v (%T): %v", row.v, row.v, err)
		}
	}
}

// FuzzParameter: whatever text a filter, an order or a word holds, the query
// is refused or has parameters that the driver takes and no trace of it in the
// statement.
func FuzzParameter(f *testing.F) {
	f.Add("ruche")
	f.Add("'}) DETACH DELETE n //")
	f.Add("\xff")
	f.Add("2014-02-30")
	f.Add("\uffff𐀀")
	f.Fuzz(func(t *testing.T, s string) {
		n := hub.AmendmentNoun
		plain, err := rows(hub.Query{Noun: n, Where: filterOf("x"), Order: []hub.Order{{Field: n.Field("number")}}, After: &hub.Position{Values: []any{"x"}}})
		if err != nil {
			t.Fatal(err)
		}
		q, err := rows(hub.Query{Noun: n, Where: filterOf(s), Order: []hub.Order{{Field: n.Field("number")}}, After: &hub.Position{Values: []any{s}}})
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if q.text != plain.text {
			t.Errorf("%q changes the text:\n%s", s, q.text)
		}
		if err := checkParameters(q.params); err != nil && hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%q: %v", s, err)
		}
	})
}

func filterOf(s string) hub.Filter {
	n := hub.AmendmentNoun
	return hub.Or{
		hub.In(n.ID(), s), hub.In(n.Field("contractId"), s), hub.In(n.Field("object"), s, s), hub.In(n.Field("flags"), s), hub.In(n.Field("sources"), s),
		hub.Not{Filter: hub.In(n.Field("dated"), s)},
	}
}

// FuzzOrderText: by the units of UTF-16 the spelled-out texts compare as the
// bytes of the texts do.
func FuzzOrderText(f *testing.F) {
	f.Add("\uffff", "𐀀")
	f.Add("a\uffff", "a")
	f.Add("a𐀀b", "a𐀀")
	f.Add("\ue000", "\ue0010000")
	f.Fuzz(func(t *testing.T, a, b string) {
		if checkText(a) != nil || checkText(b) != nil {
			return
		}
		if got, want := compareUnits(orderText(a), orderText(b)), cmp.Compare(a, b); got != want {
			t.Errorf("%q and %q compare as %d, want %d", a, b, got, want)
		}
	})
}

func compareUnits(a, b string) int {
	x, y := utf16.Encode([]rune(a)), utf16.Encode([]rune(b))
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return cmp.Compare(x[i], y[i])
		}
	}
	return cmp.Compare(len(x), len(y))
}
