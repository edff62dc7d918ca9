package seed_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"polehub/hub"
	"polehub/seed"
	"polehub/seed/synthetic"
	"polehub/store/sqlite"
)

// syntheticItems yields the records of a synthetic hub without any file.
func syntheticItems(size synthetic.Size) seed.Items {
	return func(yield func(seed.Item, error) bool) {
		for r := range synthetic.Records(size, 1) {
			if !yield(seed.Item{File: "synthetic", Records: []hub.Record{r}}, nil) {
				return
			}
		}
	}
}

func openSQLite(b *testing.B) *hub.Hub {
	store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "hub.db"), sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close(context.Background()) })
	return &hub.Hub{Store: store, Clock: time.Now}
}

// BenchmarkImportBundle imports the base synthetic hub from a bundle on disk
// into SQLite; rows/s counts the rows of its files.
func BenchmarkImportBundle(b *testing.B) {
	dir := b.TempDir()
	from := openSQLite(b)
	report, err := seed.Import(b.Context(), from, seed.Options{}, syntheticItems(synthetic.Times(1)))
	if err != nil {
		b.Fatal(err)
	}
	err = seed.WriteBundle(b.Context(), from.Store, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) })
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		to := openSQLite(b)
		files, err := seed.OpenFolder(dir)
		if err != nil {
			b.Fatal(err)
		}
		runtime.GC()
		b.StartTimer()
		if _, err := seed.Import(b.Context(), to, seed.Options{}, seed.ReadBundle(files, "")); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(report.Total().Added)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
