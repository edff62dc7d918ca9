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

// TestReadmeQuery starts the program as the README says and compares the answer
// to its query with the one printed there.
func TestReadmeQuery(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	block := func(language string) string {
		found := regexp.MustCompile("(?s)```" + language + "\n(.*?)```").FindSubmatch(readme)
		if found == nil {
			t.Fatalf("README.md has no block of %s", language)
		}
		return string(found[1])
	}
	body, err := json.Marshal(map[string]string{"query": block("graphql")})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.Post(serve(t)+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var got, want any
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(block("json")), &want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the query of the README gives\n%v\nand the README says\n%v", got, want)
	}
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
