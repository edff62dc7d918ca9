package graph

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"polehub/hub"
)

// site serves the test schema with a write token.
func site(t *testing.T, run func(context.Context) string) (http.Handler, func() string) {
	t.Helper()
	log, out := logged()
	api := NewAPI(newTestSchema(t, run), DefaultLimits(), log)
	return api.Handler(Site{
		WriteToken: "the-write-token",
		SDL:        testSDL,
		Ready:      func(context.Context) error { return nil },
		Console:    http.NotFoundHandler(),
	}), out.String
}

// exchange is one row of a test over HTTP.
type exchange struct {
	name    string
	method  string
	target  string
	headers map[string]string
	body    string

	status  int
	has     []string          // in the body
	lacks   []string          // in the body
	answers map[string]string // headers; "-" when absent
}

func (x exchange) check(t *testing.T, h http.Handler) {
	t.Helper()
	r := httptest.NewRequest(x.method, x.target, strings.NewReader(x.body))
	for name, value := range x.headers {
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	body := w.Body.String()
	if w.Code != x.status {
		t.Errorf("status %d, want %d; body %s", w.Code, x.status, body)
	}
	for _, text := range x.has {
		if !strings.Contains(body, text) {
			t.Errorf("the body lacks %q: %s", text, body)
		}
	}
	for _, text := range x.lacks {
		if strings.Contains(body, text) {
			t.Errorf("the body has %q: %s", text, body)
		}
	}
	for name, want := range x.answers {
		got := w.Header().Get(name)
		if _, present := w.Header()[name]; want == "-" && !present {
			continue
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Access-Control-Allow-Credentials": ""} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if len(w.Header().Get("X-Request-Id")) != 16 {
		t.Errorf("request id %q", w.Header().Get("X-Request-Id"))
	}
}

func TestPost(t *testing.T) {
	const (
		j = "application/json; charset=utf-8"
		g = "application/graphql-response+json; charset=utf-8"
	)
	ok := `{"data":{"ok":true}}`
	post := func(name, body string, status int, has ...string) exchange {
		return exchange{name: name, method: "POST", target: "/graphql", body: body, status: status, has: has,
			headers: map[string]string{"Content-Type": "application/json"}}
	}
	with := func(x exchange, header, value string) exchange {
		headers := map[string]string{"Content-Type": "application/json", header: value}
		x.headers = headers
		x.name += ", " + header + " " + value
		return x
	}
	answers := func(x exchange, answers ...string) exchange {
		x.answers = map[string]string{}
		for i := 0; i < len(answers); i += 2 {
			x.answers[answers[i]] = answers[i+1]
		}
		return x
	}
	lacks := func(x exchange, lacks ...string) exchange { x.lacks = lacks; return x }
	const query = `{"query":"{text}"}`
	bomb := `{"query":` + string(mustMarshal(bomb(27))) + `}`
	dear := `{"query":"{poles(first:100){nodes{partners(first:100){nodes{partners(first:100){nodes{id}}}}}}}"}`
	for _, x := range []exchange{
		answers(post("a query", query, 200, ok), "Content-Type", j, "Vary", "Origin", "Content-Length", "21"),
		answers(with(post("GraphQL's type", query, 200, ok), "Accept", "application/graphql-response+json"), "Content-Type", g),
		answers(with(post("anything", query, 200, ok), "Accept", "*/*"), "Content-Type", j),
		answers(with(post("JSON first", query, 200, ok), "Accept", "application/json, application/graphql-response+json"), "Content-Type", j),
		with(post("charset", query, 200, ok), "Content-Type", "application/json; charset=UTF-8"),
		post("all parameters", `{"query":"query A{text}","operationName":"A","variables":{},"extensions":{}}`, 200, ok),
		post("null parameters", `{"query":"{text}","operationName":null,"variables":null,"extensions":null}`, 200, ok),
		post("a mutation", `{"query":"mutation{touch}"}`, 200, ok),
		// A request that names no operation: 200 as JSON, 400 as GraphQL.
		lacks(post("syntax", `{"query":"{"}`, 200, "GRAPHQL_PARSE_FAILED"), `"data"`),
		lacks(with(post("syntax", `{"query":"{"}`, 400, "GRAPHQL_PARSE_FAILED"), "Accept", typeGraphQL), `"data"`),
		lacks(post("validation", `{"query":"{nope}"}`, 200, "GRAPHQL_VALIDATION_FAILED", "nope"), `"data"`),
		lacks(with(post("validation", `{"query":"{nope}"}`, 400, "GRAPHQL_VALIDATION_FAILED"), "Accept", typeGraphQL), `"data"`),
		with(post("a variable is missing", `{"query":"query($i:ID!){pole(id:$i){id}}"}`, 400, "GRAPHQL_VALIDATION_FAILED"), "Accept", typeGraphQL),
		with(post("unknown operation", `{"query":"query A{text}","operationName":"B"}`, 400, "GRAPHQL_VALIDATION_FAILED"), "Accept", typeGraphQL),
		post("size", bomb, 200, "OPERATION_TOO_LARGE"),
		with(post("size", bomb, 400, "OPERATION_TOO_LARGE"), "Accept", typeGraphQL),
		post("cost", dear, 200, "COMPLEXITY_LIMIT_EXCEEDED"),
		with(post("cost", dear, 400, "COMPLEXITY_LIMIT_EXCEEDED"), "Accept", typeGraphQL),
		post("deferred", `{"query":"{...@defer{text}}"}`, 400, "DEFER_NOT_SUPPORTED"),
		// What is no request.
		lacks(post("no JSON", `secret {`, 400, "BAD_REQUEST"), "secret"),
		post("something after it", query+"x", 400, "BAD_REQUEST"),
		post("two objects", query+query, 400, "BAD_REQUEST"),
		post("a batch", "["+query+"]", 400, "BAD_REQUEST"),
		post("empty", "", 400, "BAD_REQUEST"),
		post("no query", `{"variables":{}}`, 400, "BAD_REQUEST"),
		post("the query is a number", `{"query":1}`, 400, "BAD_REQUEST"),
		post("the variables are a list", `{"query":"{text}","variables":[]}`, 400, "BAD_REQUEST"),
		post("other case", `{"QUERY":"{text}"}`, 400, "BAD_REQUEST"),
		post("a mark of order", "\ufeff"+query, 400, "BAD_REQUEST"),
		lacks(post("no UTF-8", "{\"query\":\"{text}\",\"variables\":{\"a\":\"\xff\"}}", 400, "BAD_REQUEST", "not in UTF-8"), `"ok"`),
		post("a persisted query", `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`, 400, "BAD_REQUEST"),
		lacks(post("20 MB", `{"query":"`+strings.Repeat("secret", 20<<20/6)+`"}`, 413, "PAYLOAD_TOO_LARGE", "larger than 1048576 bytes"), "secret"),
		post("1 MiB", `{"query":"{text}`+strings.Repeat(" ", 1<<20-len(`{"query":"{text}"}`))+`"}`, 200, ok),
		// Bodies that a form of another site could send are not executed.
		answers(lacks(with(post("text", query, 415, "UNSUPPORTED_MEDIA_TYPE"), "Content-Type", "text/plain"), `"ok"`), "Accept-Post", "application/json"),
		lacks(with(post("a form", "query={text}", 415, "UNSUPPORTED_MEDIA_TYPE"), "Content-Type", "application/x-www-form-urlencoded"), `"ok"`),
		lacks(with(post("multipart", query, 415, "UNSUPPORTED_MEDIA_TYPE"), "Content-Type", "multipart/form-data; boundary=b"), `"ok"`),
		lacks(with(post("untyped", query, 415, "UNSUPPORTED_MEDIA_TYPE"), "Content-Type", ""), `"ok"`),
		lacks(with(post("GraphQL", "{text}", 415, "UNSUPPORTED_MEDIA_TYPE"), "Content-Type", "application/graphql"), `"ok"`),
		with(post("Latin-1", query, 415, "UNSUPPORTED_MEDIA_TYPE"), "Content-Type", "application/json; charset=iso-8859-1"),
		// Credentials.
		with(post("the token", query, 200, ok), "Authorization", "Bearer the-write-token"),
		answers(lacks(with(post("a wrong token", query, 401, "UNAUTHENTICATED"), "Authorization", "Bearer nope"), `"ok"`), "WWW-Authenticate", "Bearer", "Content-Type", j),
	} {
		t.Run(x.name, func(t *testing.T) {
			h, _ := site(t, nil)
			x.check(t, h)
		})
	}
}

func TestOtherMethods(t *testing.T) {
	get := func(params ...string) string {
		v := url.Values{}
		for i := 0; i < len(params); i += 2 {
			v.Set(params[i], params[i+1])
		}
		return "/graphql?" + v.Encode()
	}
	allow := map[string]string{"Allow": "GET, POST, OPTIONS", "Content-Type": "application/json; charset=utf-8"}
	for _, x := range []exchange{
		{name: "a query", method: "GET", target: get("query", "{text}"), status: 200, has: []string{`{"data":{"ok":true}}`}},
		{name: "variables", method: "GET", target: get("query", "query($i:ID!){pole(id:$i){id}}", "variables", `{"i":"pole:a"}`), status: 200, has: []string{`"ok"`}},
		{name: "a mutation", method: "GET", target: get("query", "mutation{touch}"), status: 405, has: []string{"METHOD_NOT_ALLOWED"}, lacks: []string{`"ok"`}, answers: map[string]string{"Allow": "POST"}},
		{name: "a mutation beside a query", method: "GET", target: get("query", "query A{text} mutation B{touch}", "operationName", "B"), status: 405, lacks: []string{`"ok"`}},
		{name: "syntax", method: "GET", target: get("query", "{"), status: 200, has: []string{"GRAPHQL_PARSE_FAILED"}},
		{name: "no query", method: "GET", target: "/graphql", status: 400, has: []string{"BAD_REQUEST"}},
		{name: "a malformed address", method: "GET", target: "/graphql?query=%zz", status: 400, has: []string{"BAD_REQUEST"}},
		{name: "no UTF-8", method: "GET", target: get("query", "{text}", "variables", "{\"a\":\"\xff\"}"), status: 400, has: []string{"not in UTF-8"}},
		{name: "variables that are no object", method: "GET", target: get("query", "{text}", "variables", "[]"), status: 400, has: []string{"variables is not"}},
		{name: "extensions that are no JSON", method: "GET", target: get("query", "{text}", "extensions", "{"), status: 400, has: []string{"extensions is not"}},
		{name: "HEAD", method: "HEAD", target: get("query", "{text}"), status: 405, answers: allow},
		{name: "PUT", method: "PUT", target: "/graphql", status: 405, has: []string{"METHOD_NOT_ALLOWED"}, answers: allow},
		{name: "DELETE", method: "DELETE", target: "/graphql", status: 405, answers: allow},
		{name: "PATCH", method: "PATCH", target: "/graphql", status: 405, answers: allow},
		{name: "OPTIONS", method: "OPTIONS", target: "/graphql", status: 204, answers: map[string]string{"Allow": "GET, POST, OPTIONS"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			h, _ := site(t, nil)
			x.check(t, h)
		})
	}
}

func TestDataBesideErrors(t *testing.T) {
	h, _ := site(t, func(ctx context.Context) string {
		graphql.AddError(ctx, hub.Invalid("id", "is malformed"))
		return `{"pole":null}`
	})
	exchange{method: "POST", target: "/graphql", body: `{"query":"{text}"}`, status: 200,
		headers: map[string]string{"Content-Type": "application/json", "Accept": typeGraphQL},
		has:     []string{`{"errors":[{"message":"id: is malformed","extensions":{"code":"BAD_USER_INPUT","field":"id"}}],"data":{"pole":null}}`},
	}.check(t, h)
	h, _ = site(t, func(ctx context.Context) string {
		graphql.AddError(ctx, hub.Invalid("", "bad"))
		return `null`
	})
	exchange{method: "POST", target: "/graphql", body: `{"query":"{text}"}`, status: 200,
		headers: map[string]string{"Content-Type": "application/json", "Accept": typeGraphQL}, has: []string{`"data":null`},
	}.check(t, h)
}

// Nothing is left waiting when a client sends half a body and stays silent.
func TestHalfABody(t *testing.T) {
	h, _ := site(t, nil)
	server := httptest.NewServer(h)
	defer server.Close()
	r, w := io.Pipe()
	go func() {
		fmt.Fprint(w, `{"query":`)
		w.CloseWithError(io.ErrUnexpectedEOF)
	}()
	req, err := http.NewRequestWithContext(t.Context(), "POST", server.URL+"/graphql", r)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if resp, err := server.Client().Do(req); err == nil {
		resp.Body.Close()
		t.Errorf("answered %s", resp.Status)
	}
	exchange{method: "POST", target: "/graphql", body: `{"query":"{text}"}`, status: 200,
		headers: map[string]string{"Content-Type": "application/json"}, has: []string{"ok"}}.check(t, h)
}
