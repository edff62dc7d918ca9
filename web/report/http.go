package report

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"html/template"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"polehub/web/lang"
	"polehub/web/page"
)

// Handler serves reports, their style and their operation:
//
//	/{lang}/poles/{id}/report?at=DAY&grid=ID,ID        for people
//	/{lang}/poles/{id}/report.json?at=DAY&grid=ID,ID   for machines
//	/static/report.css, /operations/report.graphql, /operations/involvement.graphql
//
// The day is today, and the grids are all, when they are not given. A parameter
// that does not exist is refused, as is a value that means nothing or is given
// twice. Few reports are made at once: who waits too long for a turn gets 503 with
// Retry-After.
func Handler(q page.Querier, log *slog.Logger) http.Handler {
	h := handler{q, log, make(chan struct{}, mostAtOnce)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{lang}/poles/{id}/report", h.page)
	mux.HandleFunc("GET /{lang}/poles/{id}/report.json", h.json)
	mux.Handle("GET "+StylePath, fixed("text/css; charset=utf-8", Style()))
	mux.Handle("GET /operations/report.graphql", fixed("text/plain; charset=utf-8", Operation))
	mux.Handle("GET /operations/involvement.graphql", fixed("text/plain; charset=utf-8", InvolvementOperation))
	return mux
}

// Bounds of what clients can make a server do at once: the report of a pole with
// hundreds of members takes seconds and some hundred megabytes.
const (
	mostAtOnce  = 4
	longestWait = 10 * time.Second
	// retryAfter is when a client that was sent away may ask again, in seconds.
	retryAfter = "5"
)

type handler struct {
	q   page.Querier
	log *slog.Logger
	// turns holds a token for each report that is being made.
	turns chan struct{}
}

func (h handler) page(w http.ResponseWriter, r *http.Request) {
	h.answer(w, r, "text/html; charset=utf-8", errorPage, func(report *Report, body io.Writer) error {
		return report.WriteHTML(body, Form{StyleAt: StylePath + "?v=" + tagOf([]byte(Style()))})
	})
}

func (h handler) json(w http.ResponseWriter, r *http.Request) {
	h.answer(w, r, "application/json; charset=utf-8", errorJSON, (*Report).WriteJSON)
}

// answer makes a report when it is its turn, and writes it in one form.
func (h handler) answer(w http.ResponseWriter, r *http.Request, contentType string, refusal func(code, lang, message string) (string, []byte), write func(*Report, io.Writer) error) {
	wait, cancel := context.WithTimeout(r.Context(), longestWait)
	defer cancel()
	select {
	case h.turns <- struct{}{}:
		defer func() { <-h.turns }()
	case <-wait.Done():
		h.refuse(w, r, &page.Error{Code: "SERVICE_UNAVAILABLE", Message: "too many reports are being made: ask again in some seconds"}, refusal)
		return
	}
	var body bytes.Buffer
	report, err := h.ask(r)
	if err == nil {
		err = write(report, &body)
	}
	if err != nil {
		h.refuse(w, r, err, refusal)
		return
	}
	send(w, r, http.StatusOK, contentType, report.Lang, body.Bytes())
}

// ask reads the question from the address.
func (h handler) ask(r *http.Request) (*Report, error) {
	question := Question{Pole: r.PathValue("id"), Lang: r.PathValue("lang")}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, refuse("the query %q cannot be read: expected %s", r.URL.RawQuery, "at=DAY&grid=ID,ID")
	}
	for name := range values {
		if !slices.Contains([]string{"at", "grid"}, name) {
			return nil, refuse("%q is not a parameter: expected one of %s", name, "at grid")
		}
	}
	if days := values["at"]; len(days) > 1 {
		return nil, refuse("at: %q is a second day: expected %s", days[1], "one")
	}
	question.At = values.Get("at")
	if grids := strings.Join(values["grid"], ","); grids != "" {
		question.Grids = strings.Split(grids, ",")
	}
	return Ask(r.Context(), h.q, question)
}

// refuse answers with a status, and what is wrong in the form asked for. What is
// no refusal of the API is logged and not shown.
func (h handler) refuse(w http.ResponseWriter, r *http.Request, err error, form func(code, lang, message string) (string, []byte)) {
	refusal, ok := errors.AsType[*page.Error](err)
	if !ok {
		h.log.ErrorContext(r.Context(), "report", "path", r.URL.Path, "error", err)
		refusal = &page.Error{Code: "INTERNAL_SERVER_ERROR", Message: "internal error"}
	}
	language := r.PathValue("lang")
	if _, ok := lang.Of(language); !ok {
		language = "en"
	}
	contentType, body := form(refusal.Code, language, refusal.Message)
	code := status(refusal.Code)
	if code == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", retryAfter)
	}
	send(w, r, code, contentType, language, body)
}

// status is the HTTP status of a refusal.
func status(code string) int {
	switch code {
	case page.BadUserInput:
		return http.StatusBadRequest
	case page.NotFound:
		return http.StatusNotFound
	case "TIMEOUT", "SERVICE_UNAVAILABLE", "RATE_LIMITED":
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

func errorJSON(code, _, message string) (string, []byte) {
	body, err := json.Marshal(map[string]any{"error": map[string]string{"code": code, "message": message}})
	if err != nil {
		panic(err) // texts can always be written
	}
	return "application/json; charset=utf-8", append(body, '\n')
}

func errorPage(_, code, message string) (string, []byte) {
	l, _ := lang.Of(code)
	const text = `<!DOCTYPE html>
<html lang="{{.Lang}}">
<head><meta charset="utf-8"><title>{{t "error.title"}} – Polehub</title><link rel="stylesheet" href="{{.Style}}"></head>
<body><main><h1>{{t "error.title"}}</h1><p lang="en">{{.Message}}</p><p>{{t "error.hint"}}</p></main></body>
</html>
`
	var body bytes.Buffer
	page := template.Must(template.New("error").Funcs(functions(l)).Parse(text))
	if err := page.Execute(&body, struct{ Lang, Style, Message string }{code, StylePath + "?v=" + tagOf([]byte(Style())), message}); err != nil {
		panic(err) // the template and its texts are part of the program
	}
	return "text/html; charset=utf-8", body.Bytes()
}

// send writes an answer; a client that has it already gets 304.
func send(w http.ResponseWriter, r *http.Request, status int, contentType, language string, body []byte) {
	h := w.Header()
	h.Set("Content-Type", contentType)
	if language != "" {
		h.Set("Content-Language", language)
	}
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-cache")
	}
	if status == http.StatusOK {
		h.Set("ETag", `"`+tagOf(body)+`"`)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
		return
	}
	w.WriteHeader(status)
	// The client may be gone, which is its own business.
	_, _ = w.Write(body)
}

func tagOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:6])
}

// fixed serves a text that is part of the program, under an address that may say
// which version of it: then it never changes.
func fixed(contentType, text string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("v") == tagOf([]byte(text)) {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		send(w, r, http.StatusOK, contentType, "", []byte(text))
	})
}
