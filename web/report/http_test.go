package report

import (
	"errors"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"

	"polehub/web/page"
)

func TestServedPages(t *testing.T) {
	h := Handler(record(t, "silence.fr"), slog.New(slog.DiscardHandler))
	get := func(target string, headers ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", target, nil)
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	const address = "/fr/poles/pole:demo-silence/report"
	for _, c := range []struct {
		target string
		status int
		kind   string
		want   string
	}{
		{address + "?at=2025-12-31&grid=labo-2012", 200, "text/html; charset=utf-8", `<link rel="stylesheet" href="/static/report.css?v=`},
		{address + ".json?at=2025-12-31", 200, "application/json; charset=utf-8", `"lang": "fr"`},
		{address + "?at=hier", 400, "text/html; charset=utf-8", "&#34;hier&#34; is not a day"},
		{address + "?at=%3Cscript%3E", 400, "text/html; charset=utf-8", "&lt;script&gt;"},
		{address + ".json?at=hier", 400, "application/json; charset=utf-8", `{"error":{"code":"BAD_USER_INPUT","message":"at: \"hier\" is not a day`},
		{address + "?grille=labo-2012", 400, "text/html; charset=utf-8", "&#34;grille&#34; is not a parameter: expected one of at grid"},
		{address + "?at=2025-12-31;grid=x", 400, "text/html; charset=utf-8", "cannot be read"},
		{"/de/poles/pole:demo-silence/report", 400, "text/html; charset=utf-8", "expected one of fr en"},
		{"/static/report.css", 200, "text/css; charset=utf-8", "@page"},
		{"/operations/report.graphql", 200, "text/plain; charset=utf-8", "query Report("},
	} {
		w := get(c.target)
		header := w.Header()
		if w.Code != c.status || header.Get("Content-Type") != c.kind || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s: %d %s, want %d %s with %q:\n%.400s", c.target, w.Code, header.Get("Content-Type"), c.status, c.kind, c.want, w.Body)
		}
		policy := header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'; style-src 'self'") || header.Get("X-Content-Type-Options") != "nosniff" || header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: headers %v", c.target, header)
		}
		if strings.Contains(w.Body.String(), " style=") || strings.Contains(w.Body.String(), "<style") || strings.Contains(w.Body.String(), "<script") {
			t.Errorf("%s needs what its policy forbids", c.target)
		}
	}
	page := get(address + "?at=2025-12-31")
	if again := get(address+"?at=2025-12-31", "If-None-Match", page.Header().Get("ETag")); again.Code != 304 || again.Body.Len() != 0 {
		t.Errorf("the same page again: %d with %d bytes", again.Code, again.Body.Len())
	}
	_, after, _ := strings.Cut(page.Body.String(), `href="/static`)
	style, _, _ := strings.Cut(after, `"`)
	if w := get("/static" + style); w.Code != 200 || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("the style of the page: %d %v", w.Code, w.Header())
	}
}

func TestStatusOfFailures(t *testing.T) {
	for _, c := range []struct {
		err    error
		status int
		want   string
	}{
		{&page.Error{Code: page.NotFound, Message: "no such pole"}, 404, "no such pole"},
		{&page.Error{Code: "SERVICE_UNAVAILABLE", Message: "the store cannot be reached"}, 503, "the store cannot be reached"},
		{&page.Error{Code: "TIMEOUT", Message: "too slow"}, 503, "too slow"},
		{&page.Error{Code: "COMPLEXITY_LIMIT_EXCEEDED", Message: "too much"}, 500, "too much"},
		{errors.New("secret"), 500, "internal error"},
	} {
		q := failing{c.err}
		w := httptest.NewRecorder()
		Handler(q, slog.New(slog.DiscardHandler)).ServeHTTP(w, httptest.NewRequest("GET", "/en/poles/pole:x/report", nil))
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.want) || strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%v: %d %s", c.err, w.Code, w.Body)
		}
	}
}
