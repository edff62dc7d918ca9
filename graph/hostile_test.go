package graph

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"polehub/hub"
)

// The ceilings of one request, however it is meant. All need less than a second
// on a quiet machine; this one may be busy and look for races. Memory is all that
// was allocated, most of it garbage at once.
const (
	ceilingTime   = 10 * time.Second
	ceilingMemory = 1 << 30
	ceilingAnswer = 4 << 20
)

// TestHostileRequests sends to the whole API, over HTTP, what was made to hurt:
// small requests that ask for much work. Each case had no bound of its own once.
func TestHostileRequests(t *testing.T) {
	h := hubOver(t, stores(t)["sqlite"](), append(village(), crowd(100)...)...)
	log, out := logged()
	site := NewAPI(Schema(New(h)), DefaultLimits(), log).Handler(Site{Ready: h.Store.Ping, Console: http.NotFoundHandler()})
	type object = map[string]any
	const tooMuch, invalid, bad = string(hub.OperationTooLarge), "GRAPHQL_VALIDATION_FAILED", string(hub.BadUserInput)
	deep := func(n int) object {
		where := object{}
		for range n {
			where = object{"NOT": where}
		}
		return where
	}
	times := func(n int, v any) []any {
		items := make([]any, n)
		for i := range items {
			items[i] = v
		}
		return items
	}
	long := strings.Repeat("x", 900_000)
	for _, c := range []struct {
		name, document string
		variable       any    // $v
		want           string // a code; empty: answered
	}{
		{"a filter 4,900 deep, 100 times", "query($v:PoleWhere){" + aliases(100, "poles(where:$v){nodes{id}}") + "}", deep(4900), tooMuch},
		{"a filter 31 deep, 100 times", "query($v:PoleWhere){" + aliases(100, "poles(where:$v){nodes{id}}") + "}", deep(31), bad},
		{"50,000 types for 100 poles", "query($v:[TieType!]){poles(first:100){nodes{" + aliases(20, "cooperationDensity(types:$v){value}") + "}}}", times(50_000, "TRUST"), tooMuch},
		{"1,990 types for 100 poles", "query($v:[TieType!]){poles(first:100){nodes{" + aliases(20, "cooperationDensity(types:$v){value}") + "}}}", times(1990, "TRUST"), string(hub.ComplexityExceeded)},
		{"a projection of 200 types", "query($v:[TieType!]){poles(first:100){nodes{" + aliases(10, "network(projection:{relations:$v}){asOf}") + "}}}", times(200, "TRUST"), ""},
		{"1 MB of text in the filter of each pole", "query($v:String){poles(first:100){nodes{" + aliases(20, "members(first:1,where:{organisation:{name:{contains:$v}}}){nodes{id}}") + "}}}", long, bad},
		{"1 MB of cursor for each pole", "query($v:String){poles(first:100){nodes{" + aliases(20, "members(first:1,after:$v){nodes{id}}") + "}}}", long, bad},
		{"1 MB of search", "query($v:String!){" + aliases(100, "search(query:$v){totalCount}") + "}", long, bad},
		{"1 MB of id", "query($v:ID!){" + aliases(100, "node(id:$v){id}") + "}", "pole:" + long, bad},
		{"1 MB of day", "query($v:Date){" + aliases(100, "ties(at:$v){at}") + "}", long, bad},
		{"150,000 ids", "query($v:[ID!]!){" + aliases(100, "nodes(ids:$v){id}") + "}", times(150_000, "a:b"), tooMuch},
		{"100 ids, 120 times", "query($v:[ID!]!){" + aliases(120, "nodes(ids:$v){id}") + "}", times(100, "org:labo"), ""},
		{"the log, 100 times", "{" + aliases(100, "changes(first:10){nodes{before after}}") + "}", nil, ""},
		{"all indicators of 2 networks, 19 times", `{poles(first:2){nodes{network{` + aliases(19, "measures(nodes:true){value}") + `}}}}`, nil, ""},
		{"all indicators of 100 networks", "{poles(first:100){nodes{network{measures{id}}}}}", nil, string(hub.ComplexityExceeded)},
		{"introspection 200 times", "{" + aliases(200, "__schema{types{name}}") + "}", nil, string(hub.ComplexityExceeded)},
		{"1,990 times one field", "{" + strings.Repeat("__typename ", 1990) + "}", nil, ""},
		{"all counts, 150 times", "{" + aliases(150, "hub{counts{count}}") + "}", nil, string(hub.ComplexityExceeded)},
		{"all counts, 49 times", "{" + aliases(49, "hub{counts{count}}") + "}", nil, ""},
		{"vocabularies 150 times", "{" + aliases(150, "vocabularies{values{label}}") + "}", nil, ""},
		{"a page of 2^31-1", "query($v:Int){poles(first:$v){nodes{id}}}", 1<<31 - 1, bad},
		{"a page of 2^40", "query($v:Int){poles(first:$v){nodes{id}}}", 1 << 40, bad},
		{"a page of 1.5", "query($v:Int){poles(first:$v){nodes{id}}}", 1.5, invalid},
		{"a page of text", `query($v:Int){poles(first:$v){nodes{id}}}`, "2", bad},
		{"an amount beyond numbers", "query($v:Decimal){contracts(where:{amount:{gt:$v}}){nodes{id}}}", json.RawMessage("1e400"), bad},
		{"an amount beyond cents", "query($v:Decimal){contracts(where:{amount:{gt:$v}}){nodes{id}}}", strings.Repeat("9", 300), bad},
		{"an amount that is an object", "query($v:Decimal){contracts(where:{amount:{gt:$v}}){nodes{id}}}", object{"a": 1}, bad},
		{"null in a list", "query($v:PoleWhere){poles(where:$v){nodes{id}}}", object{"id": object{"in": []any{nil}}}, invalid},
		{"null for a variable that must be there", "query($v:ID!){pole(id:$v){id}}", nil, invalid},
		{"no text of SQL", "query($v:String!){search(query:$v){nodes{__typename}}}", `" OR 1=1 -- * NEAR(`, ""},
		{"an end of text", "query($v:String!){search(query:$v){nodes{__typename}}}", "\x00", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			body, err := json.Marshal(object{"query": c.document, "variables": object{"v": c.variable}})
			if err != nil { // a number beyond numbers is no JSON of Go's
				body = fmt.Appendf(nil, `{"query":%q,"variables":{"v":%s}}`, c.document, c.variable)
			}
			r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(string(body)))
			r.Header.Set("Content-Type", "application/json")
			w := httptest.NewRecorder()
			out.Reset()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			site.ServeHTTP(w, r)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if took > ceilingTime {
				t.Errorf("took %v, at most %v", took, ceilingTime)
			}
			if bytes := after.TotalAlloc - before.TotalAlloc; bytes > ceilingMemory {
				t.Errorf("allocated %d MiB, at most %d", bytes>>20, ceilingMemory>>20)
			}
			if n := w.Body.Len(); n > ceilingAnswer {
				t.Errorf("answered %d bytes, at most %d", n, ceilingAnswer)
			}
			answer := w.Body.String()
			if refused := contains(answer, `"errors"`); refused != (c.want != "") || !contains(answer, c.want) {
				t.Errorf("want %q in %.300s", c.want, answer)
			}
			if contains(answer, string(hub.Internal)) || contains(out.String(), "panic") || out.Len() > 1000 {
				t.Errorf("a fault: %.300s\n%.1000s", answer, out)
			}
		})
	}
}
