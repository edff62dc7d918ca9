package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/rs/cors"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// readyDeadline is how long the store may take to say that it is there.
const readyDeadline = 2 * time.Second

// Site is what a server shows besides GraphQL.
type Site struct {
	// WriteToken is the bearer token that allows writes; empty for a read-only
	// server.
	WriteToken string
	// SDL is the text at /schema.graphqls.
	SDL string
	// Ready says whether the store answers.
	Ready func(context.Context) error
	// Console serves /console and what is below it.
	Console http.Handler
	// Pages serves the pages in French and in English, their files and their
	// operations; nil for none.
	Pages http.Handler
}

// Handler serves the API and what stands around it:
//
//	/graphql           GraphQL by GET and POST
//	/schema.graphqls   the schema as text
//	/console           a page to try queries; / leads to it
//	/fr/ and /en/      the pages; their files at /static/, what they ask at /operations/
//	/healthz           the process lives
//	/readyz            the store answers
//
// Requests pass: recover, request id and log, CORS, credentials, the endpoint.
func (a *API) Handler(site Site) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", crossOrigin(newGate(site.WriteToken).authenticate(endpoint{exec: a.exec, body: a.limits.Body})))
	mux.Handle("/schema.graphqls", crossOrigin(reading(schemaText(site.SDL))))
	mux.Handle("/healthz", reading(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		writeStatus(w, http.StatusOK, "ok")
	})))
	mux.Handle("/readyz", reading(a.readiness(site.Ready)))
	mux.Handle("/console", site.Console)
	mux.Handle("/console/", site.Console)
	if site.Pages != nil {
		for _, below := range []string{"/fr/", "/en/", "/static/", "/operations/"} {
			mux.Handle(below, reading(site.Pages))
		}
	}
	mux.Handle("/{$}", reading(http.RedirectHandler("/console", http.StatusFound)))
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusNotFound, codeNothingHere, "nothing is here; the API is at /graphql, its schema at /schema.graphqls, a console at /console")
	})
	return observe(a.log, mux)
}

// crossOrigin lets pages of every origin call the API: there are no cookies to
// ride on.
func crossOrigin(next http.Handler) http.Handler {
	shared := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
		next.ServeHTTP(w, r)
	})
	return cors.New(cors.Options{
		AllowedOrigins:       []string{"*"},
		AllowedMethods:       []string{http.MethodGet, http.MethodPost},
		AllowedHeaders:       []string{"Authorization", "Content-Type", "X-Polehub-Cost"},
		ExposedHeaders:       []string{"Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", requestHeader, "ETag"},
		MaxAge:               600,
		OptionsSuccessStatus: http.StatusNoContent,
	}).Handler(shared)
}

// reading refuses all methods but GET and HEAD.
func reading(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !slices.Contains([]string{http.MethodGet, http.MethodHead}, r.Method) {
			w.Header().Set("Allow", "GET, HEAD")
			refuse(w, http.StatusMethodNotAllowed, codeMethod, "use GET")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// schemaText serves the SDL; clients that have it already get 304.
func schemaText(sdl string) http.Handler {
	sum := sha256.Sum256([]byte(sdl))
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "public, max-age=300")
		w.Header().Set("ETag", tag)
		http.ServeContent(w, r, "", time.Time{}, strings.NewReader(sdl))
	})
}

// readiness is red while the store does not answer; the reason is logged.
func (a *API) readiness(ready func(context.Context) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), readyDeadline)
		defer cancel()
		if err := ready(ctx); err != nil {
			a.log.WarnContext(ctx, "not ready", "request", requestID(ctx), "error", err)
			writeStatus(w, http.StatusServiceUnavailable, "store unavailable")
			return
		}
		writeStatus(w, http.StatusOK, "ready")
	})
}

func writeStatus(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Cache-Control", "no-store")
	writeJSON(w, status, map[string]string{"status": text})
}

// refuse answers a request that reaches no operation, in the form of GraphQL
// errors. The message never repeats what was sent.
func refuse(w http.ResponseWriter, status int, errorCode, msg string) {
	writeJSON(w, status, struct {
		Errors gqlerror.List `json:"errors"`
	}{gqlerror.List{{Message: msg, Extensions: code(errorCode)}}})
}

func writeJSON(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	// The client may be gone, which is its own business.
	_ = json.NewEncoder(w).Encode(body)
}
