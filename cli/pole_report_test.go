package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReportOfTheDemonstration(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	file := filepath.Join(t.TempDir(), "report.html")
	status, stdout, stderr := command(t, env(), "report", "--pole", "pole:demo-silence", "--grid", "labo-2012,decret-2015-431", "--at", "2025-12-31", "--output", file)
	if status != 0 || stdout != "" || !strings.Contains(stderr, "invented demonstration data") {
		t.Fatalf("status %d, %q, %q", status, stdout, stderr)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<html lang="fr">`, "<style>", "Au 31\u00a0décembre 2025, 16 organisations composent le pôle.", "Décret n° 2015-431"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestReportOfAStoreAsJSON(t *testing.T) {
	dsn := "sqlite:" + filepath.Join(t.TempDir(), "hub.db")
	if status, _, stderr := command(t, env(), "import", "../seed/demo/bundle", "--store", dsn); status != 0 {
		t.Fatal(stderr)
	}
	status, stdout, stderr := command(t, env(), "report", "--pole", "pole:demo-velo", "--at", "2025-12-31", "--lang", "en", "--format", "json", "--grid", "loi-2014-art-9,labo-2012", "--store", dsn)
	var r struct {
		Lang, At      string
		Demonstration bool
		Grids         []struct{ ID string }
	}
	if err := json.Unmarshal([]byte(stdout), &r); status != 0 || err != nil {
		t.Fatalf("status %d, %v, %s", status, err, stderr)
	}
	if r.Lang != "en" || r.At != "2025-12-31" || !r.Demonstration || len(r.Grids) != 2 || r.Grids[0].ID != "loi-2014-art-9" {
		t.Errorf("%+v", r)
	}
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{"--pole", "pole:ailleurs"}, 3, `"pole:ailleurs" is not a pole of this hub: expected one of pole:demo-`},
		{[]string{"--pole", "pole:demo-velo", "--grid", "labo"}, 2, "expected one of decret-2015-431 labo-2012 loi-2014-art-9"},
		{[]string{"--pole", "pole:demo-velo", "--at", "hier"}, 2, `"hier" is not a day`},
		{[]string{"--pole", "pole:demo-velo", "--lang", "de"}, 2, `"de" is not a language: expected one of fr en`},
		{[]string{"--pole", "pole:demo-velo", "--format", "pdf"}, 2, "pdf"},
		{[]string{"--pole", "pole:demo-velo", "--output", filepath.Join(t.TempDir(), "no", "folder")}, 2, "output"},
		{[]string{"--pole", "pole:demo-velo", "--store", "sqlite:" + filepath.Join(t.TempDir(), "none.db")}, 2, "does not exist"},
		{nil, 2, "--pole"},
	} {
		args := append([]string{"report"}, c.args...)
		if !strings.Contains(strings.Join(args, " "), "--store") {
			args = append(args, "--store", dsn)
		}
		status, stdout, stderr := command(t, env(), args...)
		if status != c.status || stdout != "" || !strings.Contains(stderr, c.want) || strings.Count(stderr, "polehub: ") != 1 {
			t.Errorf("%q: status %d, %q, %q; want %d with %q", c.args, status, stdout, stderr, c.status, c.want)
		}
	}
}

func TestServedReports(t *testing.T) {
	s := start(t, env(), "serve", "--demo", "--listen", "127.0.0.1:0")
	for _, c := range []struct {
		path   string
		status int
		want   string
	}{
		{"/fr/poles/pole:demo-velo/report?at=2025-12-31&grid=labo-2012", 200, "Référentiel du Labo"},
		{"/en/poles/pole%3Ademo-velo/report", 200, "Who makes up the pole"},
		{"/en/poles/pole:demo-velo/report.json?grid=loi-2014-art-9", 200, `"id": "loi-2014-art-9"`},
		{"/fr/poles/pole:ailleurs/report", 404, "expected one of pole:demo-"},
		{"/static/report.css", 200, "@page"},
		{"/operations/report.graphql", 200, "query Report("},
		{"/fr/", 404, ""},
	} {
		status, body := s.get(c.path)
		if status != c.status || !strings.Contains(body, c.want) {
			t.Errorf("%s: %d, want %d with %q:\n%.300s", c.path, status, c.status, c.want, body)
		}
	}
}
