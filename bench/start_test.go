package bench

import (
	"testing"
	"time"
)

// BenchmarkStart starts the built program with the demonstration hub: the time
// to the answer to the first question, and what the server needs at rest.
func BenchmarkStart(b *testing.B) {
	program := build(b)
	const document = `{ hub { revision storeKind counts { noun count } } poles(first: 10) { nodes { id name members { totalCount } } } }`
	var first time.Duration
	var idle, used int64
	for b.Loop() {
		began := time.Now()
		s := start(b, program, "serve", "--demo", "--listen", "127.0.0.1:0")
		c := newClient(b, s.url)
		c.anonymous = true
		if _, err := c.ask(b.Context(), document, nil); err != nil {
			b.Fatal(err)
		}
		first += time.Since(began)
		time.Sleep(time.Second) // at rest
		idle = max(idle, s.resident(b))
		for range 100 {
			if _, err := c.ask(b.Context(), document, nil); err != nil {
				b.Fatal(err)
			}
		}
		time.Sleep(time.Second)
		used = max(used, s.resident(b))
		s.stop(b)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(first.Seconds()*1000/float64(b.N), "ms-to-first-answer")
	b.ReportMetric(float64(idle)/(1<<20), "idle-MiB")
	b.ReportMetric(float64(used)/(1<<20), "after-100-MiB")
}
