package graph

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

func TestMeasure(t *testing.T) {
	schema := newTestSchema(t, nil).schema
	for _, c := range []struct {
		name, document string
		fields, depth  int
	}{
		{"one field", `{text}`, 1, 1},
		{"aliases count", `{a:text b:text}`, 2, 1},
		{"typename counts", `{pole(id:"pole:a"){__typename}}`, 1 + 1, 2},
		{"nested", `{pole(id:"pole:a"){self{name}}}`, 1 + 1 + 1, 3},
		{"the deepest branch", `{text pole(id:"pole:a"){self{name}}}`, 1 + 3, 3},
		{"an inline fragment adds no level", `{pole(id:"pole:a"){...{name} ...on Pole{id}}}`, 1 + 1 + 1, 2},
		{"a fragment counts at each spread", `{a:pole(id:"pole:a"){...F} b:pole(id:"pole:b"){...F}} fragment F on Pole{id name}`, 2 * (1 + 2), 2},
		{"introspection", `{__schema{types{name}}}`, 1 + 1 + 1, 3},
		{"directives do not hide", `{a:text @skip(if:true)}`, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, op := parse(t, schema, c.document)
			if got := measure(doc, op); got != (size{c.fields, c.depth}) {
				t.Errorf("measured %+v, want %d fields and %d levels", got, c.fields, c.depth)
			}
		})
	}
}

func TestAddAndMultiplySaturate(t *testing.T) {
	const most = math.MaxInt
	for _, c := range []struct{ a, b, sum, product int }{
		{2, 3, 2 + 3, 2 * 3},
		{0, most, most, 0},
		{most, 0, most, 0},
		{1, most, most, most},
		{most, 2, most, most},
		{most, most, most, most},
		{1 << 32, 1 << 32, 1 << 33, most},
		{1 << 31, 1 << 31, 1 << 32, 1 << 62},
	} {
		if got := add(c.a, c.b); got != c.sum {
			t.Errorf("add(%d, %d) = %d, want %d", c.a, c.b, got, c.sum)
		}
		if got := multiply(c.a, c.b); got != c.product {
			t.Errorf("multiply(%d, %d) = %d, want %d", c.a, c.b, got, c.product)
		}
	}
}

// bomb is n fragments that each spread the next one twice: 2^n fields.
func bomb(n int) string {
	var b strings.Builder
	b.WriteString(`{pole(id:"pole:a"){...F0}}`)
	for i := range n {
		fmt.Fprintf(&b, " fragment F%d on Pole{a:self{...F%d} b:self{...F%d}}", i, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment F%d on Pole{name}", n)
	return b.String()
}

// flatBomb is the same without levels: only fields multiply.
func flatBomb(n int) string {
	var b strings.Builder
	b.WriteString(`{pole(id:"pole:a"){...F0}}`)
	for i := range n {
		fmt.Fprintf(&b, " fragment F%d on Pole{...F%d ...{...F%d}}", i, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment F%d on Pole{name id}", n)
	return b.String()
}

// TestHostileDocuments sends what was made to hurt and holds each answer to a
// time and a length.
func TestHostileDocuments(t *testing.T) {
	const introspectAll = `fragment T on __Type{name kind fields{name description type{name}} inputFields{name} enumValues{name}}`
	for _, c := range []struct {
		name, document, want, message string
	}{
		{"27 doubled fragments", bomb(27), "OPERATION_TOO_LARGE", "the limit is 5000"},
		{"27 doubled fragments on one level", flatBomb(27), "OPERATION_TOO_LARGE", "selects 268435457 fields"},
		{"60 doubled fragments on one level", flatBomb(60), "OPERATION_TOO_LARGE", "more than 1000000000"},
		{"a chain of 150 fragments", "{pole(id:\"pole:a\"){...F0}}" + chain(150), "OPERATION_TOO_LARGE", "152 levels deep; the limit is 15"},
		{"16 levels", `{pole(id:"pole:a")` + strings.Repeat("{self", 14) + "{id}" + strings.Repeat("}", 15), "OPERATION_TOO_LARGE", "16 levels deep"},
		{"6,000 repeats", "{" + strings.Repeat("text ", 6000) + "}", "GRAPHQL_PARSE_FAILED", "exceeded token limit of 2000"},
		{"100,000 repeats", "{" + strings.Repeat("text ", 100_000) + "}", "GRAPHQL_PARSE_FAILED", "exceeded token limit of 2000"},
		{"200 repeats with arguments", "{" + strings.Repeat(`pole(id:"a"){id}`, 200) + "}", "", ""},
		{"nesting that never ends", strings.Repeat("{pole", 900), "GRAPHQL_PARSE_FAILED", ""},
		{"a filter of lists", `{nodes(ids:` + strings.Repeat("[", 1900), "GRAPHQL_PARSE_FAILED", ""},
		{"500 unknown directives", "{text" + strings.Repeat(" @a", 500) + "}", "GRAPHQL_VALIDATION_FAILED", ""},
		{"a cycle of fragments", `{pole(id:"pole:a"){...A}} fragment A on Pole{...B} fragment B on Pole{...A}`, "GRAPHQL_VALIDATION_FAILED", ""},
		{"20 schemas", "{" + aliases(20, "__schema{types{...T}}") + "}" + introspectAll, "COMPLEXITY_LIMIT_EXCEEDED", "the operation costs 400000 points; the limit is 50000"},
		{"introspection that is too deep", `{__schema{types{fields{type{fields{type{fields{type{name}}}}}}}}}`, "GRAPHQL_VALIDATION_FAILED", ""},
		{"pages within pages", `{poles(first:100){nodes{partners(first:100){nodes{partners(first:100){nodes{id}}}}}}}`, "COMPLEXITY_LIMIT_EXCEEDED", "the limit is 50000"},
		{"a page that overflows", `{poles(first:2147483647){nodes{partners(first:2147483647){nodes{partners(last:2147483647){nodes{id}}}}}}}`, "COMPLEXITY_LIMIT_EXCEEDED", ""},
		{"deferred", `{pole(id:"pole:a"){...@defer{name}}}`, "DEFER_NOT_SUPPORTED", "@defer is not supported"},
		{"deferred in a fragment", `{pole(id:"pole:a"){...F}} fragment F on Pole{self{...G @defer(if:false)}} fragment G on Pole{id}`, "DEFER_NOT_SUPPORTED", ""},
		{"streamed", `{poles{nodes @stream{id}}}`, "GRAPHQL_VALIDATION_FAILED", "Unknown directive"},
		{"nothing", ``, "GRAPHQL_VALIDATION_FAILED", "no operation provided"},
		{"bytes that are no text", "{\xff\xfe}", "GRAPHQL_PARSE_FAILED", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			log, _ := logged()
			api := NewAPI(newTestSchema(t, nil), DefaultLimits(), log)
			start := time.Now()
			resp := api.Query(t.Context(), c.document, "", nil)
			// 1 s is the ceiling of the API; every case needs a few milliseconds.
			if took := time.Since(start); took > time.Second {
				t.Errorf("took %v", took)
			}
			if c.want == "" {
				if len(resp.Errors) > 0 {
					t.Fatalf("refused: %v", resp.Errors)
				}
				return
			}
			if len(resp.Errors) == 0 || codes(resp.Errors)[0] != c.want {
				t.Fatalf("codes %v, want %s", codes(resp.Errors), c.want)
			}
			if !strings.Contains(resp.Errors[0].Message, c.message) {
				t.Errorf("message %q does not say %q", resp.Errors[0].Message, c.message)
			}
			if resp.Data != nil {
				t.Errorf("executed: %s", resp.Data)
			}
			if n := len(mustMarshal(resp.Errors)); n > 32<<10 {
				t.Errorf("the answer has %d bytes of errors", n)
			}
		})
	}
}

func chain(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " fragment F%d on Pole{self{...F%d}}", i, i+1)
	}
	fmt.Fprintf(&b, " fragment F%d on Pole{name}", n)
	return b.String()
}

func aliases(n int, selection string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d:%s ", i, selection)
	}
	return b.String()
}
