package main

import (
	"bytes"
	"context"
	"os"
	"strconv"
	"strings"
	"testing"
)

// rows are the cells of the lines of a report that start with a number.
func rows(text string) (out [][]string) {
	for line := range strings.Lines(text) {
		cells := strings.Split(strings.Trim(line, "| \n"), " | ")
		if _, err := strconv.Atoi(cells[0]); err == nil {
			out = append(out, cells)
		}
	}
	return out
}

func percentage(t *testing.T, cell string) float64 {
	x, err := strconv.ParseFloat(strings.TrimSuffix(cell, " %"), 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestKeptResult: what is kept was made with 10,000 trials; no test rejects more than
// the binomial band allows, no interval is given below five members, and those of
// 15 and more hold the truth at least nine times of ten.
func TestKeptResult(t *testing.T) {
	text, err := os.ReadFile("RESULT.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "-trials 10000") {
		t.Error("not made with 10,000 trials")
	}
	all := rows(string(text))
	if want := 5*2 + 4*len(tests); len(all) != want {
		t.Fatalf("%d rows, want %d", len(all), want)
	}
	for _, cells := range all[:10] {
		size, _ := strconv.Atoi(cells[0])
		switch none := percentage(t, cells[5]); {
		case size < 5 && (none != 100 || cells[3] != "–"), size >= 15 && (percentage(t, cells[3]) < 90 || none > 1):
			t.Errorf("%v", cells)
		}
	}
	for _, cells := range all[10:] {
		trials := 10_000
		if cells[2] == "EDGE_SWITCH" {
			trials /= 10
		}
		_, high := band(trials, .05)
		if upper, twoSided := percentage(t, cells[3]), percentage(t, cells[4]); upper > 100*high || twoSided > 100*high {
			t.Errorf("%v is above %.2f %%", cells, 100*high)
		}
	}
}

// TestReport is the same when made again, and ends with its context.
func TestReport(t *testing.T) {
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := report(t.Context(), out, 10); err != nil {
			t.Fatal(err)
		}
	}
	if first.String() != second.String() || len(rows(first.String())) != 5*2+4*len(tests) {
		t.Errorf("%s\nthen\n%s", &first, &second)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := report(ctx, &first, 10); err == nil {
		t.Error("a cancelled report gives no error")
	}
}
