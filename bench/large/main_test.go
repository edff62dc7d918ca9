package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestRun: every task on two triangles that a tie joins, with its arithmetic.
func TestRun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "edges.bin")
	var data []byte
	for _, v := range []uint32{0, 1, 0, 2, 1, 2, 3, 4, 3, 5, 4, 5, 2, 3} {
		data = binary.LittleEndian.AppendUint32(data, v)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	tasks := "build\ncomponents\ntransitivity\ncores\nbetweenness\ncommunities\npagerank\nmemory\npeak\n"
	if err := run([]string{"6", path}, strings.NewReader(tasks), &out); err != nil {
		t.Fatal(err)
	}
	want := []float64{7, 1, 2 * 3.0 / (4*1 + 2*3), 2, 2 * 3, 6.0/7 - 2*.25}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 9 {
		t.Fatalf("%d answers: %s", len(lines), out.String())
	}
	for k, w := range want {
		_, text, _ := strings.Cut(lines[k], " ")
		if got, err := strconv.ParseFloat(text, 64); err != nil || got < w-1e-12 || got > w+1e-12 {
			t.Errorf("answer %d is %q, want %v", k, lines[k], w)
		}
	}
	for _, bad := range [][]string{{"6"}, {"none", path}, {"0", path}, {"6", path + "x"}, {"5", path}} {
		if err := run(bad, strings.NewReader(""), &out); err == nil {
			t.Errorf("%v is accepted", bad)
		}
	}
	if err := run([]string{"6", path}, strings.NewReader("dance\n"), &out); err == nil {
		t.Error("an unknown task is accepted")
	}
}
