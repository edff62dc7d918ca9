package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed says which packages each package may import, besides the standard
// library: ours by path below the module, third parties by module prefix. A row
// is a decision; its reason stands beside it.
var allowed = map[string][]string{
	"":                                  {"cli"},                                                                 // a table of contents
	"analysis":                          {},                                                                      // formulas stand alone
	"hub":                               {"analysis", "hub/criteria/grids", "golang.org/x/text"},                 // nouns and use cases; judgements name criteria; x/text decomposes accents
	"hub/criteria":                      {"hub", "hub/criteria/grids", "analysis"},                               // answers to grids
	"hub/criteria/grids":                {},                                                                      // grids as data
	"hub/involvement":                   {"hub", "hub/criteria", "analysis"},                                     // how public authorities take part
	"hub/hubtest":                       {"hub"},                                                                 // facts of test cases in words
	"hub/quality":                       {"hub"},                                                                 // rules about facts
	"store":                             {"hub", "store/sqlite", "store/neo4j"},                                  // one switch on the scheme
	"store/sqlite":                      {"hub", "modernc.org/sqlite"},                                           // its driver only
	"store/neo4j":                       {"hub", "github.com/neo4j/neo4j-go-driver/v5"},                          // its driver only
	"store/neo4j/neo4jtest":             {"github.com/neo4j/neo4j-go-driver/v5", "store/neo4j/neo4jtest/launch"}, // a real server for tests
	"store/neo4j/neo4jtest/launch":      {},                                                                      // runs it, without package testing
	"store/neo4j/neo4jtest/neo4jserver": {"store/neo4j/neo4jtest/launch"},                                        // runs it by hand
	"store/storetest":                   {"hub", "pgregory.net/rapid"},                                           // the contract and its oracle
	"seed":                              {"hub", "golang.org/x/text"},                                            // readers and the import; x/text reads UTF-16 and Windows-1252
	"seed/demo":                         {"hub", "seed"},                                                         // the embedded demonstration
	"seed/demo/invent":                  {"hub"},                                                                 // makes the demonstration; not in the program
	"seed/synthetic":                    {"hub", "seed"},                                                         // a large hub for benchmarks
	"bench":                             {},                                                                      // benchmarks only: their imports are those of tests
	"bench/calibration":                 {"analysis"},                                                            // checks intervals and tests on simulated networks
	"bench/large":                       {"analysis"},                                                            // times kernels beside other libraries
	"graph": {"hub", "hub/criteria", "hub/quality", "hub/involvement", "analysis", "graph/generated", "graph/relay", "graph/load", "graph/input", "graph/actor", "graph/direct", "graph/recent",
		"github.com/99designs/gqlgen", "github.com/vektah/gqlparser/v2", "github.com/rs/cors"},
	"graph/generated": {"hub", "hub/criteria", "hub/quality", "hub/involvement", "analysis", "graph/relay", "graph/actor", "github.com/99designs/gqlgen", "github.com/vektah/gqlparser/v2"},
	"graph/relay":     {"hub", "hub/criteria", "hub/involvement", "analysis", "github.com/99designs/gqlgen"},                                // connections, cursors, payloads: shared with the generated code
	"graph/input":     {"hub"},                                                                                                              // input objects read by the table of nouns
	"graph/load":      {"hub", "graph/relay", "graph/input", "github.com/99designs/gqlgen", "github.com/vektah/gqlparser/v2"},               // one store call a level
	"graph/direct":    {"hub", "graph/relay", "graph/load", "graph/actor", "github.com/99designs/gqlgen", "github.com/vektah/gqlparser/v2"}, // common answers without the executor
	"graph/recent":    {},                                                                                                                   // bounded memory of documents and answers
	"graph/actor":     {"hub", "hub/involvement", "analysis", "graph/relay", "graph/load"},                                                  // the six types of organisations, resolved once
	"netfile":         {"analysis"},                                                                                                         // edge and node lists that people keep as files
	"cli": {"hub", "hub/quality", "analysis", "graph", "netfile", "seed", "seed/demo", "store", "store/sqlite", "web", "web/page", "web/report",
		"github.com/alecthomas/kong", "github.com/mattn/go-isatty"}, // commands wire everything
	"web":        {"web/page", "web/report"},             // mounts the pages
	"web/page":   {},                                     // pages speak GraphQL, through an interface of their own
	"web/lang":   {},                                     // words, numbers and dates in two languages
	"web/figure": {},                                     // drawings from plain values
	"web/report": {"web/page", "web/lang", "web/figure"}, // one page
}

func TestImportDirection(t *testing.T) {
	const module = "polehub"
	cmd := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports", "./...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	seen := 0
	for {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		seen++
		name := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		rules, ok := allowed[name]
		if !ok {
			t.Errorf("package %q has no row in the table of imports", name)
			continue
		}
		for _, imported := range p.Imports {
			if !permitted(module, imported, rules) {
				t.Errorf("package %q may not import %q", name, imported)
			}
		}
	}
	if seen < 5 {
		t.Errorf("go list found %d packages only", seen)
	}
}

func permitted(module, imported string, rules []string) bool {
	if imported == "C" {
		return false
	}
	if ours, ok := strings.CutPrefix(imported, module+"/"); ok {
		return slices.Contains(rules, ours)
	}
	first, _, _ := strings.Cut(imported, "/")
	if !strings.Contains(first, ".") {
		return true // the standard library
	}
	return slices.ContainsFunc(rules, func(rule string) bool {
		return imported == rule || strings.HasPrefix(imported, rule+"/")
	})
}
