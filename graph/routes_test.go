package graph

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestRoutes(t *testing.T) {
	jsonType := map[string]string{"Content-Type": "application/json; charset=utf-8"}
	for _, x := range []exchange{
		{name: "health", method: "GET", target: "/healthz", status: 200, has: []string{`{"status":"ok"}`}, answers: jsonType},
		{name: "readiness", method: "GET", target: "/readyz", status: 200, has: []string{`{"status":"ready"}`}, answers: map[string]string{"Cache-Control": "no-store"}},
		{name: "the start", method: "GET", target: "/", status: 302, answers: map[string]string{"Location": "/console"}},
		{name: "the schema", method: "GET", target: "/schema.graphqls", status: 200, has: []string{"type Query {"}, answers: map[string]string{
			"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=300", "Cross-Origin-Resource-Policy": "cross-origin"}},
		{name: "its head", method: "HEAD", target: "/schema.graphqls", status: 200, lacks: []string{"type"}},
		{name: "nothing here", method: "GET", target: "/secret", status: 404, has: []string{`"code":"NOT_FOUND"`, "/graphql"}, lacks: []string{"secret"}, answers: jsonType},
		{name: "nothing below", method: "POST", target: "/graphql/x", status: 404, has: []string{`"code":"NOT_FOUND"`}},
		{name: "the schema by POST", method: "POST", target: "/schema.graphqls", status: 405, has: []string{"METHOD_NOT_ALLOWED"}, answers: map[string]string{"Allow": "GET, HEAD"}},
		{name: "health by DELETE", method: "DELETE", target: "/healthz", status: 405, answers: jsonType},
		{name: "a preflight", method: "OPTIONS", target: "/graphql", status: 204,
			headers: map[string]string{"Origin": "https://example.org", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"},
			answers: map[string]string{"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Methods": "POST", "Access-Control-Allow-Headers": "authorization,content-type", "Access-Control-Max-Age": "600"}},
		{name: "a preflight for PUT", method: "OPTIONS", target: "/graphql", status: 204,
			headers: map[string]string{"Origin": "https://example.org", "Access-Control-Request-Method": "PUT"},
			answers: map[string]string{"Access-Control-Allow-Origin": "-"}},
		{name: "another origin", method: "POST", target: "/graphql", body: `{"query":"{text}"}`, status: 200,
			headers: map[string]string{"Origin": "https://example.org", "Content-Type": "application/json"},
			answers: map[string]string{"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After, Ratelimit-Limit, Ratelimit-Remaining, Ratelimit-Reset, X-Request-Id, Etag"}},
		{name: "another origin, refused", method: "POST", target: "/graphql", status: 415,
			headers: map[string]string{"Origin": "https://example.org"}, answers: map[string]string{"Access-Control-Allow-Origin": "*"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			h, _ := site(t, nil)
			x.check(t, h)
		})
	}
}

func TestSchemaIsNotSentTwice(t *testing.T) {
	h, _ := site(t, nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/schema.graphqls", nil))
	if w.Body.String() != testSDL {
		t.Errorf("served %s", w.Body)
	}
	tag := w.Header().Get("ETag")
	for _, c := range []struct {
		tag    string
		status int
	}{{tag, 304}, {`"other"`, 200}} {
		exchange{method: "GET", target: "/schema.graphqls", headers: map[string]string{"If-None-Match": c.tag}, status: c.status,
			answers: map[string]string{"Etag": tag}}.check(t, h)
	}
}

func TestReadiness(t *testing.T) {
	for _, c := range []struct {
		name   string
		ready  func(context.Context) error
		status int
		took   time.Duration
	}{
		{"the store is down", func(context.Context) error { return errors.New(canary) }, 503, 0},
		{"the store is silent", func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }, 503, 2 * time.Second},
		{"the store answers late", func(context.Context) error { time.Sleep(time.Second); return nil }, 200, time.Second},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				log, out := logged()
				api := NewAPI(newTestSchema(t, nil), DefaultLimits(), log)
				h := api.Handler(Site{Ready: c.ready, Console: http.NotFoundHandler()})
				start := time.Now()
				exchange{method: "GET", target: "/readyz", status: c.status, lacks: []string{canary}}.check(t, h)
				if took := time.Since(start); took != c.took {
					t.Errorf("took %v, want %v", took, c.took)
				}
				if failed := strings.Contains(out.String(), "not ready"); failed != (c.status == 503) {
					t.Errorf("log: %s", out)
				}
			})
		})
	}
}
