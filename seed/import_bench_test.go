package seed_test

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"polehub/hub"
	"polehub/seed"
	"polehub/seed/synthetic"
	"polehub/store/sqlite"
)

// syntheticReader shows a synthetic hub without keeping it anywhere.
type syntheticReader struct {
	hub.Reader
	size synthetic.Size
	rows int
}

func (r *syntheticReader) Rows(_ context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	return func(yield func(hub.Row, error) bool) {
		if q.Where != nil {
			return // synthetic records carry no flags
		}
		found := false
		for record := range synthetic.Records(r.size, 1) {
			if record.Noun() != q.Noun {
				if found {
					return // they come noun by noun
				}
				continue
			}
			found = true
			if r.rows++; !yield(hub.Row{Record: record}, nil) {
				return
			}
		}
	}
}

// BenchmarkImportBundle imports synthetic hubs, 1, 10 and 25 times the base,
// from a bundle on disk into a new SQLite file. rows/s counts the rows of the
// files; peak-MiB is the greatest memory of the whole process.
func BenchmarkImportBundle(b *testing.B) {
	for _, times := range []int{1, 10, 25} {
		b.Run(fmt.Sprintf("x%d", times), func(b *testing.B) {
			dir := b.TempDir()
			from := &syntheticReader{size: synthetic.Times(times)}
			err := seed.WriteBundle(b.Context(), from, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) })
			if err != nil {
				b.Fatal(err)
			}
			runtime.GC()
			b.ReportAllocs()
			for b.Loop() {
				importFolder(b, dir, from.rows)
			}
			b.ReportMetric(float64(from.rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(peakMemory(b), "peak-MiB")
		})
	}
}

func importFolder(b *testing.B, dir string, rows int) {
	b.Helper()
	store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "hub.db"), sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close(context.Background())
	files, err := seed.OpenFolder(dir)
	if err != nil {
		b.Fatal(err)
	}
	h := &hub.Hub{Store: store, Clock: time.Now}
	report, err := seed.Import(b.Context(), h, seed.Options{}, seed.ReadBundle(files, ""))
	if err != nil {
		b.Fatal(err)
	}
	if got := report.Total().Added; got != rows {
		b.Fatalf("%d of %d rows came in: %v", got, rows, report.Rejected)
	}
}

// peakMemory is the high-water mark of the process, in MiB; 0 where the system
// does not tell.
func peakMemory(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kib float64
	if _, err := fmt.Sscan(after, &kib); err != nil {
		b.Fatal(err)
	}
	return kib / 1024
}
