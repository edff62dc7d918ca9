package seed

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"polehub/hub"
	"polehub/store/sqlite"
)

// endless is a file of n contracts that is made while it is read.
type endless struct {
	n, next int
	text    []byte
}

func (e *endless) Read(p []byte) (int, error) {
	for len(e.text) == 0 {
		switch {
		case e.next == 0:
			e.text = []byte(`{"marches":[`)
		case e.next <= e.n:
			comma := ","
			if e.next == 1 {
				comma = ""
			}
			e.text = fmt.Appendf(nil, "%s%s", comma, marche(fmt.Sprintf("%d00", e.next)))
		case e.next == e.n+1:
			e.text = []byte("]}")
		default:
			return 0, io.EOF
		}
		e.next++
	}
	n := copy(p, e.text)
	e.text = e.text[n:]
	return n, nil
}

func endlessFile(n int) BundleFiles {
	return BundleFiles{Names: []string{"endless.json"}, Open: func(string) (io.ReadCloser, error) {
		return io.NopCloser(&endless{n: n}), nil
	}}
}

// TestDECPStreams: the memory of the reading does not grow with the file, here
// of 60,000 contracts in 15 MB.
func TestDECPStreams(t *testing.T) {
	const contracts, ceiling = 60_000, 4 << 20
	live := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	start, n := live(), 0
	for item, err := range ReadDECP(endlessFile(contracts), "") {
		if err != nil || item.Reject != nil {
			t.Fatal(err, item.Reject)
		}
		if n++; n%20_000 == 0 {
			if now := live(); now > start+ceiling {
				t.Fatalf("%d bytes more are in use after %d contracts", now-start, n)
			}
		}
	}
	if n != contracts+1 {
		t.Errorf("%d items, want the source and %d contracts", n, contracts)
	}
}

// TestDECPOnSQLite: a real store, too, loses the contracts that are put together
// with others, with their parts, and keeps the rest.
func TestDECPOnSQLite(t *testing.T) {
	files := []string{marches(marche("A02", `"modifications":[{"dateNotificationModification":"2019-05-01","montant":60000}]`), marche("B00")), marches(marche("A01"))}
	want := newHub()
	importTexts(t, want, files...)
	h := newHub()
	store, err := sqlite.Open(t.Context(), t.TempDir()+"/hub.db", sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close(t.Context()) })
	h.Store = store
	importTexts(t, h, files...)
	if got := dump(t, store); got != dump(t, want.Store) {
		t.Errorf("got\n%s\nwant\n%s", got, dump(t, want.Store))
	}
	if got := localIDs(t, store, hub.ContractNoun); len(got) != 2 {
		t.Errorf("contracts %q", got)
	}
	before := revision(t, store)
	importTexts(t, h, files...)
	if after := revision(t, store); after != before {
		t.Errorf("the second import moved the revision from %d to %d", before, after)
	}
}

// BenchmarkDECP imports contracts of 2019, whose hundred possible ranks are
// looked up, into SQLite.
func BenchmarkDECP(b *testing.B) {
	const contracts = 5_000
	for b.Loop() {
		store, err := sqlite.Open(b.Context(), b.TempDir()+"/hub.db", sqlite.Options{})
		if err != nil {
			b.Fatal(err)
		}
		h := newHub()
		h.Store = store
		if _, err := Import(b.Context(), h, Options{}, ReadDECP(endlessFile(contracts), "")); err != nil {
			b.Fatal(err)
		}
		if err := store.Close(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(contracts*b.N)/b.Elapsed().Seconds(), "contracts/s")
}
