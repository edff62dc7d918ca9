// Command large times the kernels of package analysis on a network that another
// program holds as well: compare.py starts it and lets it and the libraries that it is
// compared with take turns. It reads an edge list of little-endian pairs of int32,
//
//	large NODES EDGES.bin
//
// then one task a line from standard input, and answers each with the seconds it took
// and its result.
package main

import (
	"bufio"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"polehub/analysis"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, tasks io.Reader, out io.Writer) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: large NODES EDGES.bin")
	}
	n, err := strconv.Atoi(args[0])
	if err != nil || n < 1 || n > 10_000_000 {
		return fmt.Errorf("nodes: %q is no number from 1 to 10,000,000", args[0])
	}
	data, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	if len(data)%8 != 0 {
		return fmt.Errorf("%s holds no pairs of int32", args[1])
	}
	edges := make([]int32, len(data)/4)
	for k := range edges {
		node := binary.LittleEndian.Uint32(data[4*k:])
		if node >= uint32(n) {
			return fmt.Errorf("%s: pair %d holds node %d of %d", args[1], k/2, node, n)
		}
		edges[k] = int32(node)
	}
	p := &program{edges: edges, ids: make([]string, n)}
	for i := range p.ids {
		p.ids[i] = fmt.Sprintf("%07d", i) // sorted as text as by number
	}
	for lines := bufio.NewScanner(tasks); lines.Scan(); {
		runtime.GC()
		start := time.Now()
		result, err := p.task(lines.Text())
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%.6f %s\n", time.Since(start).Seconds(), result)
	}
	return nil
}

type program struct {
	edges   []int32
	ids     []string
	network *analysis.Network
}

// task does one thing and returns what it found, to be compared.
func (p *program) task(name string) (string, error) {
	switch name {
	case "build":
		p.network = nil
		n, err := p.build()
		p.network = n
		return strconv.Itoa(n.M()), err
	case "memory":
		return p.memory()
	case "peak":
		return p.peak()
	case "components":
		return p.value(analysis.WeakComponents), nil
	case "transitivity":
		return p.value(analysis.Transitivity), nil
	case "cores":
		return p.value(analysis.MaxCore), nil
	case "pagerank":
		return p.largest(analysis.PageRank), nil
	case "betweenness":
		return p.largest(analysis.Betweenness), nil
	case "communities":
		c, _, err := p.network.Communities(context.Background(), 2)
		return strconv.FormatFloat(c.Modularity, 'g', -1, 64), err
	}
	return "", fmt.Errorf("unknown task %q", name)
}

func (p *program) build() (*analysis.Network, error) {
	b := analysis.NewBuilder(false, p.ids...)
	b.Grow(len(p.edges) / 2)
	for k := 0; k < len(p.edges); k += 2 {
		b.TieAt(int(p.edges[k]), int(p.edges[k+1]))
	}
	return b.Build()
}

// memory is the MiB of the heap that a network holds, its ids included.
func (p *program) memory() (string, error) {
	p.network = nil
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	n, err := p.build()
	if err != nil {
		return "", err
	}
	p.network = n
	runtime.GC()
	runtime.ReadMemStats(&after)
	return strconv.FormatFloat(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), 'f', 1, 64), nil
}

// peak is how many MiB more than before are resident at the most while a network is
// built from the edge list, as Linux counts them.
func (p *program) peak() (string, error) {
	p.network = nil
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil { // the highest is now
		return "", err
	}
	before, err := resident("VmRSS:")
	if err != nil {
		return "", err
	}
	if p.network, err = p.build(); err != nil {
		return "", err
	}
	highest, err := resident("VmHWM:")
	return strconv.FormatFloat(highest-before, 'f', 1, 64), err
}

// resident reads MiB from the status of the process.
func resident(field string) (float64, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	_, after, _ := strings.Cut(string(status), field)
	kib, err := strconv.ParseFloat(strings.Fields(after)[0], 64)
	return kib / 1024, err
}

func (p *program) value(id analysis.Indicator) string {
	list := p.network.Measure(context.Background(), []analysis.Indicator{id}, analysis.Options{Workers: 2})
	return strconv.FormatFloat(*list[0].Value, 'g', -1, 64)
}

// largest is the largest value of a measure of nodes.
func (p *program) largest(id analysis.Indicator) string {
	most := 0.0
	for m := range p.network.NodeMeasures(context.Background(), id, analysis.Options{Workers: 2}) {
		most = max(most, *m.Value)
	}
	return strconv.FormatFloat(most, 'g', -1, 64)
}
