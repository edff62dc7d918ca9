package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"polehub/cli"
)

// TestReadmeQueries starts the program as the README says and compares the answers
// to its queries with those printed there.
func TestReadmeQueries(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := func(language string) [][][]byte {
		return regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllSubmatch(readme, -1)
	}
	queries, answers := blocks("graphql"), blocks("json")
	if len(queries) == 0 || len(queries) != len(answers) {
		t.Fatalf("README.md has %d queries and %d answers", len(queries), len(answers))
	}
	endpoint := serve(t) + "/graphql"
	for i := range queries {
		var want any
		if err := json.Unmarshal(answers[i][1], &want); err != nil {
			t.Fatal(err)
		}
		if got := ask(t, endpoint, queries[i][1]); !reflect.DeepEqual(got, want) {
			t.Errorf("query %d of the README gives\n%v\nand the README says\n%v", i+1, got, want)
		}
	}
}

// ask posts a query.
func ask(t *testing.T, endpoint string, query []byte) (got any) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": string(query)})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.Post(endpoint, "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil {
		t.Fatal(err)
	}
	return got
}

// serve runs the program without arguments but for a free port, and gives the
// address it prints first.
func serve(t *testing.T) string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	read, write := io.Pipe()
	done := make(chan int)
	go func() {
		status := cli.Run(ctx, []string{"--listen", "127.0.0.1:0"}, func(string) string { return "" }, write, t.Output())
		write.Close()
		done <- status
	}()
	t.Cleanup(func() {
		cancel()
		if status := <-done; status != 0 {
			t.Errorf("the program ended with status %d", status)
		}
	})
	line, err := bufio.NewReader(read).ReadString('\n')
	address, ok := strings.CutPrefix(strings.TrimSpace(line), "listening on ")
	if err != nil || !ok {
		t.Fatalf("the first line is %q, %v", line, err)
	}
	go io.Copy(io.Discard, read)
	return address
}
