package graph

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestCost(t *testing.T) {
	schema := newTestSchema(t, nil).schema
	for _, c := range []struct {
		name, document string
		variables      map[string]any
		want           int
	}{
		{"a field", `{text}`, nil, 1},
		{"an object", `{pole(id:"pole:a"){id name}}`, nil, 1 + 2},
		{"a list of texts", `{pole(id:"pole:a"){tags}}`, nil, 1 + 1},
		{"a plain list", `{pole(id:"pole:a"){sites{id name}}}`, nil, 1 + (1 + 10*2)},
		{"a page without size", `{poles{nodes{id}}}`, nil, 1 + 20*(1+1)},
		{"a page by default of the schema", `{byDefault{nodes{id}}}`, nil, 1 + 7*(1+1)},
		{"first", `{poles(first:5){nodes{id}}}`, nil, 1 + 5*(1+1)},
		{"last", `{poles(last:6){nodes{id}}}`, nil, 1 + 6*(1+1)},
		{"both", `{poles(first:5,last:6){nodes{id}}}`, nil, 1 + 6*(1+1)},
		{"edges", `{poles(first:5){edges{cursor node{id name}}}}`, nil, 1 + 5*(1+1+1+2)},
		{"the count alone", `{poles(first:1){totalCount}}`, nil, 1 + 1},
		{"a list beside the page", `{poles(first:2){countBy{value count}}}`, nil, 1 + 2*(1+10*2)},
		{"out of range", `{poles(first:101){nodes{id}}}`, nil, 1 + 100*(1+1)},
		{"zero", `{poles(first:0){nodes{id}}}`, nil, 1 + 100*(1+1)},
		{"negative", `{poles(first:-1){nodes{id}}}`, nil, 1 + 100*(1+1)},
		{"null", `{poles(first:null){nodes{id}}}`, nil, 1 + 20*(1+1)},
		{"nested pages", `{poles(first:3){nodes{partners(first:4){nodes{id}}}}}`, nil, 1 + 3*(1+(1+4*(1+1)))},
		{"a fragment", `{poles(first:3){nodes{...F}}} fragment F on Pole{id name}`, nil, 1 + 3*(1+2)},
		{"an inline fragment", `{poles(first:3){nodes{...on Pole{id name}}}}`, nil, 1 + 3*(1+2)},
		{"ids", `{nodes(ids:["pole:a","pole:b","pole:c"]){id}}`, nil, 1 + 3*1},
		{"a variable", `query($n:Int){poles(first:$n){nodes{id}}}`, map[string]any{"n": json.Number("5")}, 1 + 5*(1+1)},
		{"a variable of Go", `query($n:Int){poles(first:$n){nodes{id}}}`, map[string]any{"n": 5}, 1 + 5*(1+1)},
		{"a large variable", `query($n:Int){poles(first:$n){nodes{id}}}`, map[string]any{"n": json.Number("99999999999999999999")}, 1 + 100*(1+1)},
		{"an absent variable", `query($n:Int){poles(first:$n){nodes{id}}}`, nil, 1 + 20*(1+1)},
		{"ids in a variable", `query($ids:[ID!]!){nodes(ids:$ids){id}}`, map[string]any{"ids": []any{"pole:a", "pole:b"}}, 1 + 2*1},
		{"many ids", `query($ids:[ID!]!){nodes(ids:$ids){id}}`, map[string]any{"ids": slices.Repeat([]any{"pole:a"}, 99)}, 1 + (1+99)/10 + 99*1},
		{"many ids in each of three", `query($ids:[ID!]!){poles(first:3){nodes{id named(ids:$ids){id}}}}`, map[string]any{"ids": slices.Repeat([]any{"pole:a"}, 99)},
			1 + 3*(1+1+(1+(1+99)/10+99*1))},
		{"the schema", `{__schema{types{name fields{name}}}}`, nil, 20000},
		{"a type", `{__type(name:"Pole"){name}}`, nil, 20000},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, op := parse(t, schema, c.document)
			if got := costOf(doc, op, c.variables); got != c.want {
				t.Errorf("%s costs %d, want %d", c.document, got, c.want)
			}
		})
	}
}

// An unchecked product would come back to a small number and let the dearest
// operation pass.
func TestCostSaturates(t *testing.T) {
	doc, op := parse(t, newTestSchema(t, nil).schema, "{poles(first:100){nodes{...F0}}}"+pages(20))
	if got := costOf(doc, op, nil); got != math.MaxInt {
		t.Errorf("100^20 costs %d, want the largest int", got)
	}
}

// pages is n fragments, each a page of 100 of the next one.
func pages(n int) string {
	var text strings.Builder
	for i := range n {
		text.WriteString(" fragment F" + string(rune('A'+i)) + " on Pole{partners(first:100){nodes{...F" + string(rune('B'+i)) + "}}}")
	}
	return text.String() + " fragment F" + string(rune('A'+n)) + " on Pole{id} fragment F0 on Pole{...FA}"
}
