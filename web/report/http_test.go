package report

import (
	"context"
	"errors"
	"log/slog"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

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
		{address + "?at=2025-12-31&at=2024-12-31", 400, "text/html; charset=utf-8", "at: &#34;2024-12-31&#34; is a second day"},
		{address + "?grid=labo-2012&grid=loi-2014-art-9,labo-2012", 400, "text/html; charset=utf-8", "&#34;labo-2012&#34; is named twice"},
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
	tag := page.Header().Get("ETag")
	// A proxy that compresses makes the tag a weak one.
	for known, want := range map[string]int{tag: 304, "W/" + tag: 304, `"other", ` + tag: 304, "*": 304, `"other"`: 200} {
		if again := get(address+"?at=2025-12-31", "If-None-Match", known); again.Code != want || (again.Body.Len() == 0) != (want == 304) {
			t.Errorf("the same page again, with %s: %d with %d bytes, want %d", known, again.Code, again.Body.Len(), want)
		}
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
		if retry := w.Header().Get("Retry-After"); (retry != "") != (c.status == 503) {
			t.Errorf("%v: to be asked again after %q", c.err, retry)
		}
	}
}

// slow answers when the request has ended.
type slow struct{ asked *atomic.Int32 }

func (s slow) Query(ctx context.Context, _ string, _ map[string]any, _ any) error {
	s.asked.Add(1)
	<-ctx.Done()
	return ctx.Err()
}

// TestFewReportsAtOnce: however many ask, few reports are made at once, and who
// waits too long is sent away.
func TestFewReportsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked atomic.Int32
		h := Handler(slow{&asked}, slog.New(slog.DiscardHandler))
		ctx, cancel := context.WithCancel(t.Context())
		var requests sync.WaitGroup
		for range mostAtOnce {
			requests.Go(func() {
				h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(ctx, "GET", "/en/poles/pole:x/report", nil))
			})
		}
		synctest.Wait()
		start, w := time.Now(), httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "/en/poles/pole:x/report.json", nil))
		if w.Code != 503 || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "SERVICE_UNAVAILABLE") || time.Since(start) != longestWait {
			t.Errorf("after %v: %d %v %s", time.Since(start), w.Code, w.Header(), w.Body)
		}
		if got := asked.Load(); got != mostAtOnce {
			t.Errorf("%d reports were begun, want %d", got, mostAtOnce)
		}
		cancel()
		requests.Wait()
		next, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(next, "GET", "/en/poles/pole:x/report", nil))
		if got := asked.Load(); got != mostAtOnce+1 {
			t.Errorf("%d reports were begun after the first had ended, want %d", got, mostAtOnce+1)
		}
	})
}
