package direct

import (
	"bytes"
	"math"
	"reflect"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"
)

const plainSDL = `
enum Colour { RED }
scalar Other
type Query { text: String sure: String! id: ID! colour: Colour number: Float! count: Int yes: Boolean! many: [Int!] other: Other named(lang: String): String hidden: String }`

type plainValues struct {
	Text, Sure, ID, Colour, Other, Named string
	Number                               float64
	Count                                *int64
	Yes                                  bool
	Many                                 []int
	hidden                               string
}

// TestMember: what is written of a struct, "" where the executor has to.
func TestMember(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: plainSDL})
	p := &printer{types: types{schema: schema}}
	written := func(v plainValues, name string) string {
		f := graphql.CollectedField{Field: &ast.Field{Name: name, Definition: schema.Query.Fields.ForName(name)}}
		s := p.member(reflect.TypeFor[plainValues](), f)
		if s.write == nil {
			return ""
		}
		if b, ok := s.write(nil, reflect.ValueOf(v)); ok {
			return string(b)
		}
		return ""
	}
	full := plainValues{"a\"b", "s", "i", "RED", "o", "n", 1e-7, new(int64(-3)), true, []int{1, 2}, "h"}
	for _, row := range []struct{ name, full, empty string }{
		{"text", `"a\"b"`, ""}, // null or the empty text, the binding decides
		{"sure", `"s"`, `""`},
		{"id", `"i"`, `""`},
		{"colour", `"RED"`, "null"},
		{"number", "1e-07", "0"},
		{"count", "-3", "null"},
		{"yes", "true", "false"},
		{"many", "[1,2]", "null"},
		{"other", "", ""},
		{"named", "", ""},
		{"hidden", "", ""},
	} {
		if got := written(full, row.name); got != row.full {
			t.Errorf("%s: %s, want %s", row.name, got, row.full)
		}
		if got := written(plainValues{}, row.name); got != row.empty {
			t.Errorf("%s, empty: %s, want %s", row.name, got, row.empty)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		x := rapid.Float64().Draw(rt, "x")
		var want bytes.Buffer
		graphql.MarshalFloat(x).MarshalGQL(&want)
		if got := written(plainValues{Number: x}, "number"); got != want.String() {
			rt.Errorf("%s, want %s", got, &want)
		}
	})
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if got := written(plainValues{Number: x}, "number"); got != "" {
			t.Errorf("writes %s", got)
		}
	}
}
