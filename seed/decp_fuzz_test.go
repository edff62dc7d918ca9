package seed

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzDECP: whatever the bytes, nothing crashes, every item says where it was
// read, one source and what was received, and a second reading changes nothing.
func FuzzDECP(f *testing.F) {
	for _, pattern := range []string{"testdata/decp/*.json", "../../shared/data/decp/*_*.json"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			if len(text) < 16<<10 { // the schemas are long and no contracts
				f.Add(text)
			}
		}
	}
	for _, text := range []string{
		"", "[", `{"marches":`, `{"marches":{"marche":{"titulaires":{"titulaire":{"titulaire":[]}}}}}`, "{\"marches\":[{\"id\":\"\n\"}]}",
		marches(marche("A01"), marche("A00"), marche("A00", `"montant":1e400`)), "\xef\xbb\xbf[{}]", `[{"id":1.50e2,"uid":{}}]`,
		marches(marche("X", `"uid":"%2F é"`, `"modifications":{"modification":{"id":null}}`)),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		files := bundle{"f.json": string(text)}.files()
		for item, err := range ReadDECP(files, "") {
			if err != nil {
				t.Fatal(err)
			}
			if item.File == "" || !strings.HasPrefix(item.Position, "/") && item.Position != "#" {
				t.Fatalf("an item at %q, %q", item.File, item.Position)
			}
		}
		h := newHub()
		importItems(t, h, ReadDECP(files, ""), Options{BatchSize: 3})
		before := revision(t, h.Store)
		importItems(t, h, ReadDECP(files, ""), Options{})
		if after := revision(t, h.Store); after != before {
			t.Fatalf("the second import moved the revision from %d to %d", before, after)
		}
	})
}
