package graph

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"
)

// TestManyAtOnce: requests that read and change the hub at the same time get
// whole answers, and leave no goroutine behind. It says more with -race.
func TestManyAtOnce(t *testing.T) {
	h := hubOver(t, stores(t)["sqlite"](), append(village(), crowd(30)...)...)
	before := goleak.IgnoreCurrent()
	log, out := logged()
	site := NewAPI(Schema(New(h)), DefaultLimits(), log).Handler(Site{WriteToken: "t", Ready: h.Store.Ping, Console: http.NotFoundHandler()})
	post := func(document string) string {
		r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(`{"query":`+string(mustMarshal(document))+`}`))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer t")
		w := httptest.NewRecorder()
		site.ServeHTTP(w, r)
		return w.Body.String()
	}
	reads := []string{
		`{poles(first:30){nodes{members(first:2){totalCount nodes{organisation{name poles{totalCount}}}} m:members(last:1){nodes{id}} cooperationDensity{value} mix{members}}}}`,
		`{poles(first:10){nodes{...P} edges{cursor node{...P}}}} fragment P on Pole{network{nodes{organisation{siren claims{claim}}}} contracts{nodes{parties{organisation{name}}}}}`,
		`{a:node(id:"org:labo"){...O} b:organisation(id:"org:ruche"){...O partners{organisation{name ess{value}}}}} fragment O on Organisation{name partOf{parent{name}} contracts{nodes{title}}}`,
		`{search(query:"p"){totalCount nodes{... on Pole{members{totalCount}}}} changes(first:5){nodes{id}} hub{counts{count}}}`,
	}
	var wait sync.WaitGroup
	for worker := range 6 {
		wait.Go(func() {
			for i := range 8 {
				document := reads[(worker+i)%len(reads)]
				if worker == 0 {
					document = fmt.Sprintf(`mutation{createTie(input:{type:TRUST,fromId:"org:p0%d-m0",toId:"org:labo",claimedBy:[FIRST],sourceIds:["source:s"]}){tie{from{name ties{totalCount}}} userErrors{message}}}`, i)
				}
				if got := post(document); contains(got, `"errors"`) || contains(got, `"message"`) || !contains(got, `"data"`) {
					t.Errorf("%s\n%.400s", document, got)
				}
			}
		})
	}
	wait.Wait()
	if contains(out.String(), "ERROR") {
		t.Errorf("log: %.2000s", out)
	}
	goleak.VerifyNone(t, before)
}
