package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/seed"
	"polehub/seed/demo"
)

// demoFolder is the demonstration's bundle as files.
func demoFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, demo.Bundle()); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestImportABundle(t *testing.T) {
	folder := demoFolder(t)
	dsn := sqliteFile(t)
	status, out, errs := command(t, env(), "import", folder, "--store", dsn, "--dry-run")
	if status != 0 {
		t.Fatal(errs)
	}
	expect(t, "the dry run", out, []string{"dry run: nothing was written", "added  updated  unchanged  flagged", "rejected: 0"}, nil)
	if got := revision(t, dsn); got != 0 {
		t.Errorf("the dry run moved the revision to %d", got)
	}
	_, real, _ := command(t, env("POLEHUB_STORE", dsn), "import", folder)
	if want := strings.TrimPrefix(out, "dry run: nothing was written\n"); real != want {
		t.Errorf("the run says\n%s\nthe dry run said\n%s", real, want)
	}
	before := revision(t, dsn)
	_, again, _ := command(t, env(), "import", folder, "--store", dsn)
	if now := revision(t, dsn); before == 0 || now != before {
		t.Errorf("the second import moved the revision from %d to %d", before, now)
	}
	// added, updated and unchanged of the last line, as numbers.
	first, second := total(t, real), total(t, again)
	if second[0] != "0" || second[1] != "0" || second[2] != first[0] || first[0] == "0" {
		t.Errorf("first %v, second %v", first, second)
	}
}

// total gives the numbers of the summary's line of totals.
func total(t *testing.T, summary string) []string {
	t.Helper()
	for line := range strings.Lines(summary) {
		if fields := strings.Fields(line); len(fields) == 5 && fields[0] == "total" {
			return fields[1:]
		}
	}
	t.Fatalf("no total in %s", summary)
	return nil
}

// Files given one by one are read in the order in which they refer to each
// other, whatever the order on the command line.
func TestImportSingleFiles(t *testing.T) {
	folder := demoFolder(t)
	files, err := filepath.Glob(filepath.Join(folder, "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	_, whole, _ := command(t, env(), "import", folder, "--store", sqliteFile(t))
	slices.Reverse(files)
	status, parts, errs := command(t, env(), append([]string{"import", "--store", sqliteFile(t)}, files...)...)
	if status != 0 || parts != whole {
		t.Errorf("status %d %s\n%s\nthe folder gave\n%s", status, errs, parts, whole)
	}
	status, _, errs = command(t, env(), "import", "--store", sqliteFile(t), files[0], filepath.Join(folder, ".", filepath.Base(files[0])))
	if status != hub.BadUserInput.Info().Exit {
		t.Errorf("status %d", status)
	}
	expect(t, "standard error", errs, []string{"two files are named " + filepath.Base(files[0])}, nil)
}

func TestImportReport(t *testing.T) {
	bundle := t.TempDir()
	for name, content := range map[string]string{
		"sources.csv":     "id,title,kind\nsource:s,Enquête,SURVEY\n",
		"poles.csv":       "id,name,sources,colour\npole:a,Pôle A,source:s,green\n",
		"memberships.csv": "pole_id,organisation_id,circle,sources\npole:a,org:nobody,FOUNDER,source:s\n",
	} {
		if err := os.WriteFile(filepath.Join(bundle, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dsn, dir := sqliteFile(t), t.TempDir()
	path := filepath.Join(dir, "report.json")
	status, out, errs := command(t, env(), "import", bundle, "--store", dsn, "--report", path, "--rejects", filepath.Join(dir, "rejects"))
	if status != 0 {
		t.Errorf("status %d without --strict: %s", status, errs)
	}
	expect(t, "the summary", out, []string{"rejected: 1", "memberships.csv, line 2: ", "org:nobody", "flag UNKNOWN_COLUMN: 1"}, nil)

	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var report struct {
		Rows     []seed.Row
		Items    int
		DryRun   bool
		Records  map[string]struct{ Added int }
		Flags    map[hub.FlagCode]int
		Rejected map[hub.FlagCode]int
	}
	if err := json.Unmarshal(content, &report); err != nil {
		t.Fatalf("%v in %s", err, content)
	}
	// One row for the unknown column and one for the rejected row.
	if len(report.Rows) != 1+1 || report.Records["pole"].Added != 1 || report.Flags["UNKNOWN_COLUMN"] != 1 || len(report.Rejected) != 1 {
		t.Errorf("report %s", content)
	}
	rejected := report.Rows[slices.IndexFunc(report.Rows, func(r seed.Row) bool { return r.Rejected })]
	if rejected.File != "memberships.csv" || rejected.Position != "line 2" || rejected.Message == "" {
		t.Errorf("rejected %+v", rejected)
	}
	kept, err := os.ReadFile(filepath.Join(dir, "rejects", "memberships.csv"))
	if err != nil || !strings.Contains(string(kept), "pole:a,org:nobody,FOUNDER,source:s") || !strings.HasPrefix(string(kept), "line,code,reason,pole_id,") {
		t.Errorf("%v: %s", err, kept)
	}

	status, _, errs = command(t, env(), "import", bundle, "--store", dsn, "--strict")
	if status != 2 {
		t.Errorf("status %d with --strict", status)
	}
	expect(t, "standard error", errs, []string{"polehub: 1 rejected\n"}, nil)
}

func TestImportNamesItsSource(t *testing.T) {
	file := write(t, "poles.csv", "id,name\npole:a,Pôle A\n")
	dsn := sqliteFile(t)
	args := []string{"import", file, "--store", dsn, "--source", "source:survey-2026", "--source-title", "Enquête 2026", "--source-publisher", "Etalab", "--source-licence", "Etalab"}
	for _, args := range [][]string{
		args,
		args[:6], // the source is known by now: its title stays
	} {
		if status, _, errs := command(t, env(), args...); status != 0 {
			t.Fatal(errs)
		}
		inspect(t, dsn, func(s hub.Store) {
			found, err := s.Find(t.Context(), hub.SourceNoun, []hub.ID{"source:survey-2026"})
			if err != nil || found[0] == nil {
				t.Fatal(found, err)
			}
			source := found[0].(*hub.Source)
			if source.Title != "Enquête 2026" || source.Publisher != "Etalab" || source.Licence != "Etalab" || len(source.SHA256) != 64 || source.RetrievedOn == "" {
				t.Errorf("source %+v", source)
			}
		})
	}
	if got := revision(t, dsn); got != 1 {
		t.Errorf("revision %d after the same file twice", got)
	}
}

// A folder of contracts is told from a bundle by what it holds.
func TestImportContracts(t *testing.T) {
	const data = "../../shared/data/decp"
	if _, err := os.Stat(data); err != nil {
		t.Skip("no shared data")
	}
	dsn := sqliteFile(t)
	status, out, errs := command(t, env(), "import", data, "--store", dsn, "--strict")
	if status != 0 {
		t.Fatal(errs)
	}
	expect(t, "the summary", out, []string{"contract", "amendment", "party", "flag IDENTIFIER_INVALID", "rejected: 0"}, nil)
	before := revision(t, dsn)
	if status, _, errs := command(t, env(), "import", data, "--store", dsn); status != 0 || revision(t, dsn) != before {
		t.Errorf("again: status %d, revision %d to %d: %s", status, before, revision(t, dsn), errs)
	}
}

func TestCopyThereAndBack(t *testing.T) {
	folder := demoFolder(t)
	from, middle, to := sqliteFile(t), sqliteFile(t), sqliteFile(t)
	if status, _, errs := command(t, env(), "import", folder, "--store", from); status != 0 {
		t.Fatal(errs)
	}
	for _, pair := range [][2]string{{from, middle}, {middle, to}} {
		status, out, errs := command(t, env(), "copy", "--from", pair[0], "--to", pair[1])
		if status != 0 {
			t.Fatal(errs)
		}
		expect(t, "the summary", out, []string{"copied ", " revisions, ", " changes"}, nil)
	}
	if a, b := dump(t, from), dump(t, to); a != b {
		t.Error("the copy of the copy differs")
	}
	status, _, errs := command(t, env(), "copy", "--from", from, "--to", to)
	if want := hub.Conflict.Info().Exit; status != want {
		t.Errorf("status %d, want %d", status, want)
	}
	expect(t, "standard error", errs, []string{"polehub: the target is not empty"}, nil)
}

// dump is all of a hub as text.
func dump(t *testing.T, dsn string) string {
	t.Helper()
	var all strings.Builder
	inspect(t, dsn, func(s hub.Store) {
		for _, noun := range hub.Nouns() {
			for row, err := range s.Rows(t.Context(), hub.Query{Noun: noun}) {
				if err != nil {
					t.Fatal(err)
				}
				all.Write(hub.EncodeRecord(row.Record))
			}
		}
	})
	if all.Len() == 0 {
		t.Fatal("the hub is empty")
	}
	return all.String()
}

// TestImportSparesItsInputs: neither the report nor the rejected rows may go
// over what is read.
func TestImportSparesItsInputs(t *testing.T) {
	poles := write(t, "poles.csv", "id,name\npole:a,\n")
	folder := filepath.Dir(poles)
	for _, args := range [][]string{
		{folder, "--report", poles}, {poles, "--report", poles}, {folder, "--report", filepath.Join(folder, "new.json")},
		{folder, "--rejects", folder}, {poles, "--rejects", folder + "/."},
	} {
		status, _, errs := command(t, env(), append([]string{"import", "--store", sqliteFile(t)}, args...)...)
		text, err := os.ReadFile(poles)
		if status != hub.BadUserInput.Info().Exit || err != nil || string(text) != "id,name\npole:a,\n" {
			t.Errorf("%q: status %d, %s, the file is %q now", args[1:], status, errs, text)
		}
	}
}

// TestRejectsOfManyFiles: files of one name do not share their rejected rows.
func TestRejectsOfManyFiles(t *testing.T) {
	rejects := filepath.Join(t.TempDir(), "rejects")
	first, second := write(t, "a.json", `{"marches":[1]}`), write(t, "a.json", `{"marches":[2]}`)
	one, other := filepath.Dir(write(t, "poles.csv", "id,name\npole:a,\n")), filepath.Dir(write(t, "poles.csv", "name;id\n;pole:b\n"))
	if status, _, errs := command(t, env(), "import", first, second, one, other, "--source", "source:x", "--store", sqliteFile(t), "--rejects", rejects); status != 0 {
		t.Fatal(errs)
	}
	for name, want := range map[string]string{
		"a.json": "{\"marches\":[\n1\n]}\n", "2/a.json": "{\"marches\":[\n2\n]}\n",
		"poles.csv": "line,code,reason,id,name\nline 2,VALUE_INVALID,name: is required,pole:a,\n", "2/poles.csv": "line;code;reason;name;id\nline 2;VALUE_INVALID;name: is required;;pole:b\n",
	} {
		if got, err := os.ReadFile(filepath.Join(rejects, name)); string(got) != want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, want)
		}
	}
}

func TestDryRunMakesNoFile(t *testing.T) {
	dsn := sqliteFile(t)
	if status, out, errs := command(t, env(), "import", "--dry-run", demoFolder(t), "--store", dsn); status != 0 || !strings.Contains(out, "rejected: 0") {
		t.Fatal(status, out, errs)
	}
	if !missingFile(dsn) {
		t.Error("the dry run made the file of the store")
	}
}

// TestImportTellsWhatItLeaves: a folder of contracts holds other files too.
func TestImportTellsWhatItLeaves(t *testing.T) {
	folder := filepath.Dir(write(t, "a.json", `{"marches":[]}`))
	if err := os.WriteFile(filepath.Join(folder, "a.xml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, out, _ := command(t, env(), "import", folder, "--store", sqliteFile(t))
	expect(t, "the summary", out, []string{"flag UNKNOWN_FILE: 1"}, nil)
}

// TestTextsAreShownNotRun: what files hold does not reach the terminal as a
// command.
func TestTextsAreShownNotRun(t *testing.T) {
	file := write(t, "memberships.csv", "pole_id,organisation_id,circle\npole:\x1b[31m,org:x,PARTNER\n")
	_, out, errs := command(t, env(), "import", file, "--source", "source:x", "--store", sqliteFile(t))
	if strings.Contains(out+errs, "\x1b") || !strings.Contains(out, "[31m") {
		t.Errorf("said %q and %q", out, errs)
	}
}
