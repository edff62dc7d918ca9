package graph

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"polehub/hub"
)

func TestAuthenticate(t *testing.T) {
	const token = "correct horse battery staple"
	for _, c := range []struct {
		name        string
		token       string
		credentials []string
		status      int
		caller      Caller
	}{
		{"anonymous", token, nil, 200, Caller{}},
		{"the token", token, []string{"Bearer " + token}, 200, Caller{"write-token", RoleAdmin}},
		{"the scheme in any case", token, []string{"bearer " + token}, 200, Caller{"write-token", RoleAdmin}},
		{"a wrong token", token, []string{"Bearer wrong"}, 401, Caller{}},
		{"the start of the token", token, []string{"Bearer " + token[:10]}, 401, Caller{}},
		{"more than the token", token, []string{"Bearer " + token + "s"}, 401, Caller{}},
		{"no token", token, []string{"Bearer "}, 401, Caller{}},
		{"nothing", token, []string{""}, 401, Caller{}},
		{"the token alone", token, []string{token}, 401, Caller{}},
		{"another scheme", token, []string{"Basic " + token}, 401, Caller{}},
		{"two credentials", token, []string{"Bearer " + token, "Bearer " + token}, 401, Caller{}},
		{"read-only, anonymous", "", nil, 200, Caller{}},
		{"read-only, any token", "", []string{"Bearer x"}, 401, Caller{}},
		{"read-only, the empty token", "", []string{"Bearer "}, 401, Caller{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var caller *Caller
			h := newGate(c.token).authenticate(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
				caller = new(CallerOf(r.Context()))
			}))
			r := httptest.NewRequest("POST", "/graphql", nil)
			r.Header["Authorization"] = c.credentials
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != c.status {
				t.Fatalf("status %d, want %d", w.Code, c.status)
			}
			if c.status == http.StatusUnauthorized {
				if caller != nil {
					t.Error("the request went on")
				}
				if got := w.Header().Get("WWW-Authenticate"); got != "Bearer" {
					t.Errorf("WWW-Authenticate %q", got)
				}
				if body := w.Body.String(); !strings.Contains(body, `"code":"UNAUTHENTICATED"`) || strings.Contains(body, "horse") {
					t.Errorf("body %s", body)
				}
				return
			}
			if *caller != c.caller {
				t.Errorf("caller %+v, want %+v", *caller, c.caller)
			}
		})
	}
}

func TestHasRole(t *testing.T) {
	behind := func(token string) context.Context {
		return context.WithValue(t.Context(), gateKey{}, newGate(token))
	}
	for _, c := range []struct {
		name    string
		ctx     context.Context
		role    Role
		message string // empty when let through
	}{
		{"a reader reads", behind("t"), RoleReader, ""},
		{"a reader edits", behind("t"), RoleEditor, "send the write token"},
		{"a reader of a read-only server edits", behind(""), RoleEditor, "this server is read-only; to enable writes start it with POLEHUB_WRITE_TOKEN or --write-token-file"},
		{"an editor edits", WithCaller(behind("t"), Caller{"e", RoleEditor}), RoleEditor, ""},
		{"an editor administers", WithCaller(behind("t"), Caller{"e", RoleEditor}), RoleAdmin, "this needs the role ADMIN"},
		{"an administrator edits", WithCaller(behind("t"), Caller{"a", RoleAdmin}), RoleEditor, ""},
		{"nobody, in process", t.Context(), RoleEditor, "this needs the role EDITOR"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ran := false
			_, err := HasRole(c.ctx, nil, func(context.Context) (any, error) { ran = true; return nil, nil }, c.role)
			if ran != (c.message == "") || ran != (err == nil) {
				t.Fatalf("ran: %v, error: %v", ran, err)
			}
			if err != nil && (hub.CodeOf(err) != hub.Forbidden || !strings.Contains(err.Error(), c.message)) {
				t.Errorf("%s: %v, want FORBIDDEN with %q", hub.CodeOf(err), err, c.message)
			}
		})
	}
}
