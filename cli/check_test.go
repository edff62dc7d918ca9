package cli

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// checked is a store with the facts of a bundle: one SIREN twice, a formula for a
// status, and two organisations that are part of each other.
func checked(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range map[string]string{
		"sources.csv":       "id,title,kind\nsource:s,register,OPEN_DATA\n",
		"organisations.csv": "id,name,kind,commune,departement,sources\norg:a,A,ENTERPRISE,26281,38,source:s\norg:b,B,ENTERPRISE,,,source:s\n",
		"identifiers.csv":   "organisation_id,scheme,raw,sources\norg:a,SIREN,000000018,source:s\norg:b,SIREN,000000019,source:s\n",
		"links.csv":         "child_id,parent_id,kind,valid_from,sources\norg:a,org:b,GROUP,2015,source:s\n",
		"contracts.csv":     "id,type,title,starts_on,sources\ncontract:k,SERVICE,K,=1+1,source:s\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	dsn := sqliteFile(t)
	if status, _, errs := command(t, env(), "import", folder, "--store", dsn); status != 0 {
		t.Fatal(errs)
	}
	return dsn
}

// The demonstration: what is found, and that none of it is an error.
func TestCheckTheDemonstration(t *testing.T) {
	dsn := sqliteFile(t)
	if status, _, errs := command(t, env(), "import", demoFolder(t), "--store", dsn); status != 0 {
		t.Fatal(errs)
	}
	status, out, errs := command(t, env(), "check", "--store", dsn, "--severity", "warning", "--limit", "0")
	out, _, _ = strings.Cut(out, "records: ") // which come and go
	if status != 0 {
		t.Errorf("status %d: %s", status, errs)
	}
	golden := filepath.Join("testdata", "check", "demonstration.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || out != string(want) {
		t.Errorf("it differs from %s (-update writes it anew): %v\n%s", golden, err, out)
	}
}

// Errors have an exit status of their own, unless they were not asked for.
func TestCheckExitStatus(t *testing.T) {
	dsn := checked(t)
	for _, row := range []struct {
		args   []string
		status int
		has    []string
		lacks  []string
	}{
		{nil, 9, []string{"ERROR SEAT_DISAGREES: 1\n", "  - org:a departement 38\n    org:a commune 26281\n", "WARNING IDENTIFIER_INVALID: 1", "INFO DATE_PARTIAL: 1", "ERROR: 1\n"}, nil},
		{[]string{"--lang", "fr"}, 9, []string{"commune du siège située dans un autre département", "-> corriger la commune"}, nil},
		{[]string{"--severity", "warning"}, 9, []string{"SEAT_DISAGREES", "IDENTIFIER_INVALID"}, []string{"DATE_PARTIAL"}},
		{[]string{"--code", "IDENTIFIER_INVALID,CONTRACT_UNDATED"}, 0, []string{"IDENTIFIER_INVALID", "ERROR: 0\n"}, []string{"SEAT_DISAGREES"}},
		{[]string{"--severity", "error", "--code", "IDENTIFIER_INVALID"}, 0, []string{"WARNING: 0\n"}, []string{"IDENTIFIER_INVALID"}},
	} {
		status, out, errs := command(t, env("POLEHUB_STORE", dsn), append([]string{"check"}, row.args...)...)
		if status != row.status || (status != 0) != strings.Contains(errs, "1 error found") {
			t.Errorf("%v: status %d, want %d: %s", row.args, status, row.status, errs)
		}
		expect(t, strings.Join(row.args, " "), out, row.has, row.lacks)
	}
}

func TestCheckRefusals(t *testing.T) {
	dsn := checked(t)
	for _, row := range []struct {
		args []string
		has  string
	}{
		{[]string{"--code", "NOTHING"}, `"NOTHING" is not the code of a rule: expected one of POSSIBLE_DUPLICATE `},
		{[]string{"--limit=-1"}, "-1 is negative"},
		{[]string{"--severity", "all"}, `must be one of "error","warning","info"`},
		{[]string{"--store", "sqlite:" + filepath.Join(t.TempDir(), "none.db")}, "does not exist"},
	} {
		status, out, errs := command(t, env("POLEHUB_STORE", dsn), append([]string{"check"}, row.args...)...)
		if status != 2 || out != "" || !strings.Contains(errs, row.has) {
			t.Errorf("%v: status %d, %s%s", row.args, status, out, errs)
		}
	}
}

// JSON and CSV as somebody else would read them.
func TestCheckFormats(t *testing.T) {
	dsn := checked(t)
	_, out, _ := command(t, env(), "check", "--store", dsn, "--format", "json")
	var answer struct {
		Revision, Records int
		Rules             []struct {
			Code, Severity, Name, Fix string
			Count                     int
		}
		Findings []struct {
			Code   string
			Places []struct {
				RecordID     string
				Field, Value *string
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, r := range answer.Rules {
		total += r.Count
	}
	if total != len(answer.Findings) || total == 0 || answer.Records != 7 || answer.Revision != 1 {
		t.Errorf("%d counted, %d found in %d records", total, len(answer.Findings), answer.Records)
	}
	_, out, _ = command(t, env(), "check", "--store", dsn, "--format", "csv")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	places := 0
	for _, f := range answer.Findings {
		places += len(f.Places)
	}
	if len(rows) != 1+places {
		t.Errorf("%d rows for %d places", len(rows), places)
	}
	expect(t, "csv", out, []string{",contract:k,startsOn,'=1+1\n", "1,SEAT_DISAGREES,ERROR,", "org:a,departement,38\n"}, nil)
}

// An interrupt ends it at once.
func TestCheckInterrupted(t *testing.T) {
	dsn := checked(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs output
	if status := Run(ctx, []string{"check", "--store", dsn}, env(), &out, &errs); status == 0 || status == exitFindings {
		t.Errorf("status %d", status)
	}
	expect(t, "standard error", errs.String(), []string{"cancel"}, nil)
	expect(t, "standard output", out.String(), nil, []string{"ERROR"})
}
