package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/storetest"
)

// crashPath names the file that a child process imports into until it is
// killed; see TestKilledImport.
const crashPath = "POLEHUB_TEST_CRASH_PATH"

const (
	crashBatches = 40
	crashBatch   = 250
)

// crashRecords are the records of one batch of the import that is killed.
func crashRecords(batch int) []hub.Record {
	records := make([]hub.Record, crashBatch)
	for i := range records {
		records[i] = &hub.Source{ID: hub.NewID("source", fmt.Sprintf("%d-%d", i*7919%1000, batch)), Title: fmt.Sprintf("Enquête %d de la série %d", i, batch), Kind: "SURVEY"}
	}
	return records
}

// importCrashBatches writes the batches in order, and calls after with the
// revision of each.
func importCrashBatches(ctx context.Context, s hub.Store, after func(hub.Revision)) error {
	h := &hub.Hub{Store: s, Clock: time.Now}
	for batch := range crashBatches {
		out, err := h.Update(ctx, "import crash", func(b *hub.Batch) error {
			b.Put(crashRecords(batch)...)
			return nil
		})
		if err != nil {
			return err
		}
		after(out.Revision)
	}
	return nil
}

// importUntilKilled is the child process: it prints the revision of every
// committed update, then waits.
func importUntilKilled(path string) {
	s, err := Open(context.Background(), path, Options{})
	if err == nil {
		err = importCrashBatches(context.Background(), s, func(r hub.Revision) { fmt.Println(r) })
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	select {}
}

// A process that is killed in the middle of an import loses nothing that it
// committed and leaves no half of an update; the import run again ends in the
// same hub as one that was never disturbed.
func TestKilledImport(t *testing.T) {
	for _, last := range []int{1, 7, 20} {
		t.Run(fmt.Sprint(last), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "hub.db")
			reported := killImport(t, path, last)
			s, err := Open(t.Context(), path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close(context.WithoutCancel(t.Context()))
			if got := texts(t, s, "PRAGMA integrity_check"); len(got) != 1 || got[0] != "ok" {
				t.Errorf("the file is damaged: %q", got)
			}
			revision, err := s.Revision(t.Context())
			if err != nil || revision < reported {
				t.Errorf("revision %d (%v) after %d was committed", revision, err, reported)
			}
			count := func(text string) string { return texts(t, s, text)[0] }
			want := fmt.Sprint(int(revision) * crashBatch)
			if rows, log := count("SELECT count(*) FROM sources"), count("SELECT count(*) FROM changes"); rows != want || log != want {
				t.Errorf("%s rows and %s changes at revision %d, want %d * %d = %s", rows, log, revision, revision, crashBatch, want)
			}
			if err := importCrashBatches(t.Context(), s, func(hub.Revision) {}); err != nil {
				t.Fatal(err)
			}
			undisturbed := openTemp(t)
			if err := importCrashBatches(t.Context(), undisturbed, func(hub.Revision) {}); err != nil {
				t.Fatal(err)
			}
			if diff := storetest.Diff(dump(t, undisturbed), dump(t, s)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func dump(t *testing.T, s hub.Store) string {
	t.Helper()
	text, err := storetest.Dump(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// killImport starts an import in another process, kills it as soon as it
// reports a revision, and gives the last revision that it reported.
func killImport(t *testing.T, path string, revision int) hub.Revision {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), crashPath+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var reported hub.Revision
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, err := fmt.Sscan(lines.Text(), &reported); err != nil {
			t.Errorf("the import says %q", lines.Text())
		}
		if int(reported) == revision {
			// What it commits before it dies may still be reported.
			if err := cmd.Process.Kill(); err != nil {
				t.Error(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil || int(reported) < revision {
		t.Fatalf("the import ended by itself at revision %d: %v", reported, err)
	}
	return reported
}
