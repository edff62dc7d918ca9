package web

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

func get(t *testing.T, target string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest("GET", target, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	Console().ServeHTTP(w, r)
	return w
}

func TestConsoleSpeaksTwoLanguages(t *testing.T) {
	for _, c := range []struct{ target, accept, want string }{
		{"/console", "", "en"},
		{"/console", "fr", "fr"},
		{"/console", "fr-FR,fr;q=0.9,en;q=0.8", "fr"},
		{"/console", "en-GB, fr", "en"},
		{"/console", "de, fr;q=0.5", "fr"},
		{"/console", "de", "en"},
		{"/console", "frr", "en"},
		{"/console?lang=fr", "en", "fr"},
		{"/console?lang=en", "fr", "en"},
		{"/console?lang=de", "fr", "fr"},
	} {
		w := get(t, c.target, "Accept-Language", c.accept)
		text := consoleTexts()[c.want]
		for _, want := range []string{`<html lang="` + c.want + `">`, text.Title, text.Run, `href="/console?lang=` + text.Other + `"`} {
			if w.Code != 200 || !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s for %q: %d without %q", c.target, c.accept, w.Code, want)
			}
		}
		if got := w.Header().Get("Content-Language"); got != c.want {
			t.Errorf("%s for %q: Content-Language %q", c.target, c.accept, got)
		}
	}
}

func TestConsoleTextsAreComplete(t *testing.T) {
	for lang, text := range consoleTexts() {
		v := reflect.ValueOf(text)
		for i := range v.NumField() {
			if v.Field(i).String() == "" {
				t.Errorf("%s: %s is empty", lang, v.Type().Field(i).Name)
			}
		}
	}
}

func TestConsoleNeedsNoInlineCodeAndNoOtherServer(t *testing.T) {
	w := get(t, "/console")
	const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	if got := w.Header().Get("Content-Security-Policy"); got != policy {
		t.Errorf("policy %q", got)
	}
	forbidden := regexp.MustCompile(`(?i)<style|\sstyle=|\son[a-z]+=|javascript:|<script(?:>|\s+defer>)|https?://|"//`)
	err := fs.WalkDir(consoleFiles, "console", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(consoleFiles, path)
		if err != nil {
			return err
		}
		if found := forbidden.Find(content); found != nil {
			t.Errorf("%s has %q", path, found)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestConsoleShowsTheExample(t *testing.T) {
	body := get(t, "/console").Body.String()
	if !strings.Contains(body, "query Poles($first: Int = 5) {") {
		t.Errorf("the page lacks the example: %s", body)
	}
}

func TestConsoleFiles(t *testing.T) {
	for _, c := range []struct {
		target, contentType string
		status              int
	}{
		{"/console/console.js", "text/javascript; charset=utf-8", 200},
		{"/console/console.css", "text/css; charset=utf-8", 200},
		{"/console/console.html", "text/plain; charset=utf-8", 404},
		{"/console/", "text/plain; charset=utf-8", 404},
	} {
		w := get(t, c.target)
		if w.Code != c.status || w.Header().Get("Content-Type") != c.contentType {
			t.Errorf("%s: %d %s", c.target, w.Code, w.Header().Get("Content-Type"))
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: sniffed", c.target)
		}
		if tag := w.Header().Get("ETag"); c.status == 200 {
			if again := get(t, c.target, "If-None-Match", tag); again.Code != http.StatusNotModified {
				t.Errorf("%s again: %d", c.target, again.Code)
			}
		}
	}
}
