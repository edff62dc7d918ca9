package graph

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestRequestsAreLoggedWithoutWhatTheySay(t *testing.T) {
	h, log := site(t, nil)
	r := httptest.NewRequest("GET", "/graphql?query={text}&variables={%22secret%22:1}", nil)
	r.Header.Set("Authorization", "Bearer the-write-token")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	line := log()
	want := regexp.MustCompile(`level=INFO msg=request request=` + w.Header().Get("X-Request-Id") + ` method=GET path=/graphql status=200 bytes=21 ms=\d+\n$`)
	if !want.MatchString(line) {
		t.Errorf("log %q does not match %s", line, want)
	}
	for _, secret := range []string{"secret", "the-write-token", "text}"} {
		if strings.Contains(line, secret) {
			t.Errorf("the log has %q: %s", secret, line)
		}
	}
}

func TestRequestIDs(t *testing.T) {
	h, _ := site(t, nil)
	seen := map[string]bool{}
	for range 100 {
		r := httptest.NewRequest("GET", "/healthz", nil)
		r.Header.Set("X-Request-Id", "chosen by the client")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		seen[w.Header().Get("X-Request-Id")] = true
	}
	if len(seen) != 100 || seen["chosen by the client"] {
		t.Errorf("%d different ids for 100 requests", len(seen))
	}
}

func TestPanicOutsideAnOperation(t *testing.T) {
	log, out := logged()
	h := observe(log, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(canary) }))
	exchange{method: "GET", target: "/", status: 500, has: []string{"INTERNAL_SERVER_ERROR", "internal error, request "}, lacks: []string{canary, "goroutine"}}.check(t, h)
	if !strings.Contains(out.String(), canary) || !strings.Contains(out.String(), "status=500") {
		t.Errorf("log: %s", out)
	}
}

func TestPanicAfterHalfAnAnswerEndsTheConnection(t *testing.T) {
	log, _ := logged()
	h := observe(log, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("half"))
		panic(canary)
	}))
	defer func() {
		if got := recover(); got != http.ErrAbortHandler {
			t.Errorf("recovered %v, want http.ErrAbortHandler", got)
		}
	}()
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
	t.Error("went on")
}

func TestResponseControllerReachesTheConnection(t *testing.T) {
	log, _ := logged()
	server := httptest.NewServer(observe(log, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if err := http.NewResponseController(w).SetReadDeadline(time.Now().Add(time.Hour)); err != nil {
			t.Error(err)
		}
	})))
	defer server.Close()
	resp, err := server.Client().Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}
