package graph

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

// TestKeptAnswersOverHTTP: what stands before the answers stands there on every
// request, and the tag of an answer stays as long as the answer.
func TestKeptAnswersOverHTTP(t *testing.T) {
	h := testHub(t, village()...)
	api := counting(t, h, nil)
	site := api.Handler(Site{WriteToken: "t", Ready: h.Store.Ping, Console: http.NotFoundHandler()})
	get := func(document string, headers ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/graphql?query="+url.QueryEscape(document), nil)
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		w := httptest.NewRecorder()
		site.ServeHTTP(w, r)
		return w
	}
	get("{text}")
	first := get("{text}")
	tag, id := first.Header().Get("ETag"), first.Header().Get("X-Request-Id")
	touched := 0
	for _, row := range []struct {
		name    string
		headers []string
		before  func()
		status  int
		body    string
	}{
		{"again", nil, nil, 200, "2"},
		{"with its tag", []string{"If-None-Match", tag}, nil, 304, ""},
		{"with its tag, weak, among others", []string{"If-None-Match", `"x", W/` + tag}, nil, 304, ""},
		{"with any tag", []string{"If-None-Match", "*"}, nil, 304, ""},
		{"with another tag", []string{"If-None-Match", `"x"`}, nil, 200, "2"},
		{"as another media type", []string{"If-None-Match", tag, "Accept", typeGraphQL}, nil, 200, "2"},
		{"with a wrong token", []string{"Authorization", "Bearer x"}, nil, 401, "UNAUTHENTICATED"},
		{"with the token", []string{"Authorization", "Bearer t"}, nil, 200, "3"},
		{"with its tag, after a change", []string{"If-None-Match", tag}, func() { touch(t, h, &touched) }, 200, "4"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if row.before != nil {
				row.before()
			}
			w := get("{text}", row.headers...)
			if w.Code != row.status || !contains(w.Body.String(), row.body) || row.body == "" && w.Body.Len() > 0 {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			if got := w.Header().Get("X-Request-Id"); got == "" || got == id {
				t.Errorf("request id %q", got)
			}
			if row.status == 304 && w.Header().Get("ETag") != tag {
				t.Errorf("304 with tag %q", w.Header().Get("ETag"))
			}
		})
	}
	if w := get("mutation{touch}"); w.Code != 405 || w.Header().Get("ETag") != "" {
		t.Errorf("mutation by GET: %d, %v", w.Code, w.Header())
	}
	if w := get("{nothing}"); w.Header().Get("ETag") != "" {
		t.Errorf("an error has a tag: %v", w.Header())
	}
}
