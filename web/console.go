package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"io/fs"
	"net/http"
	"strings"
	"time"
)

//go:embed console
var consoleFiles embed.FS

// ExampleQuery stands in the console when it opens.
//
//go:embed console/example.graphql
var ExampleQuery string

// contentPolicy lets a page load its own files and call its own server.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src data:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// consoleText is what the console says in one language.
type consoleText struct {
	Lang, Other, OtherName                             string
	Title, Lead, Document, Variables, Token, TokenHint string
	Run, Keys, Answer, Waiting, BadVariables, Failed   string
	Schema                                             string
}

func consoleTexts() map[string]consoleText {
	return map[string]consoleText{
		"en": {
			Lang: "en", Other: "fr", OtherName: "Français",
			Title: "GraphQL console", Lead: "Ask the hub about poles, their members and their cooperation.",
			Document: "Document", Variables: "Variables (JSON)", Token: "Write token",
			TokenHint: "Only needed for changes; kept in this page, gone when it closes.",
			Run:       "Run", Keys: "Ctrl + Enter", Answer: "Answer", Waiting: "Waiting for the answer…",
			BadVariables: "The variables are not a JSON object", Failed: "The server cannot be reached",
			Schema: "Schema",
		},
		"fr": {
			Lang: "fr", Other: "en", OtherName: "English",
			Title: "Console GraphQL", Lead: "Interrogez le hub sur les pôles, leurs membres et leur coopération.",
			Document: "Document", Variables: "Variables (JSON)", Token: "Jeton d’écriture",
			TokenHint: "Nécessaire pour modifier seulement ; gardé dans cette page, oublié à sa fermeture.",
			Run:       "Exécuter", Keys: "Ctrl + Entrée", Answer: "Réponse", Waiting: "En attente de la réponse…",
			BadVariables: "Les variables ne sont pas un objet JSON", Failed: "Le serveur est injoignable",
			Schema: "Schéma",
		},
	}
}

// Console serves a page to try queries at /console, and its files below it. Its
// language is that of the parameter lang, else the one the browser prefers.
func Console() http.Handler {
	page := template.Must(template.ParseFS(consoleFiles, "console/console.html"))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /console", func(w http.ResponseWriter, r *http.Request) {
		text := consoleTexts()[language(r)]
		var body bytes.Buffer
		err := page.Execute(&body, struct {
			consoleText
			Example string
		}{text, strings.TrimSpace(ExampleQuery)})
		if err != nil {
			panic(err) // the template and its texts are part of the program
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Language", text.Lang)
		w.Header().Add("Vary", "Accept-Language")
		w.Header().Set("Cache-Control", "no-cache")
		// The client may be gone, which is its own business.
		_, _ = body.WriteTo(w)
	})
	mux.Handle("GET /console/console.css", consoleFile("console.css", "text/css; charset=utf-8"))
	mux.Handle("GET /console/console.js", consoleFile("console.js", "text/javascript; charset=utf-8"))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		mux.ServeHTTP(w, r)
	})
}

// consoleFile serves one embedded file, which browsers may keep until its tag
// changes.
func consoleFile(name, contentType string) http.Handler {
	content, err := fs.ReadFile(consoleFiles, "console/"+name)
	if err != nil {
		panic(err) // it is part of the program
	}
	sum := sha256.Sum256(content)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("ETag", tag)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	})
}

// language chooses between French and English: whichever the browser names
// first, English when it names neither.
func language(r *http.Request) string {
	if lang := r.URL.Query().Get("lang"); lang == "fr" || lang == "en" {
		return lang
	}
	for named := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(named), ";")
		switch primary, _, _ := strings.Cut(strings.ToLower(tag), "-"); primary {
		case "fr", "en":
			return primary
		}
	}
	return "en"
}
