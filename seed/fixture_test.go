package seed

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/storetest"
)

// bundle is the files of a bundle by name.
type bundle map[string]string

func (b bundle) files() BundleFiles {
	return BundleFiles{Names: slices.Sorted(maps.Keys(b)), Open: func(name string) (io.ReadCloser, error) {
		text, ok := b[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return io.NopCloser(strings.NewReader(text)), nil
	}}
}

// newHub is an empty hub whose clock stands still.
func newHub() *hub.Hub {
	return &hub.Hub{Store: storetest.NewOracle(), Clock: func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }}
}

// survey is the source of the bundles of the tests.
func survey() *hub.Source {
	return &hub.Source{ID: "source:survey", Title: "Enquête", Kind: hub.SourceSurvey}
}

// outcomeOf is all that one import shows.
type outcomeOf struct {
	report Report
	rows   []Row
}

// importInto imports a bundle and fails the test when the import stops.
func importInto(t *testing.T, h *hub.Hub, b bundle, options Options) outcomeOf {
	t.Helper()
	if options.Source == nil {
		options.Source = survey()
	}
	return importItems(t, h, ReadBundle(b.files(), options.Source.ID), options)
}

func importItems(t *testing.T, h *hub.Hub, items Items, options Options) outcomeOf {
	t.Helper()
	var out outcomeOf
	options.Rows = func(row Row) error {
		out.rows = append(out.rows, row)
		return nil
	}
	var err error
	if out.report, err = Import(t.Context(), h, options, items); err != nil {
		t.Fatal(err)
	}
	return out
}

func dump(t *testing.T, r hub.Reader) string {
	t.Helper()
	text, err := storetest.Dump(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func revision(t *testing.T, r hub.Reader) hub.Revision {
	t.Helper()
	n, err := r.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// get finds one record and fails the test when there is none.
func get[T hub.Record](t *testing.T, r hub.Reader, id hub.ID) T {
	t.Helper()
	found, err := r.Find(t.Context(), hub.NounOf(id), []hub.ID{id})
	if err != nil {
		t.Fatal(err)
	}
	if found[0] == nil {
		t.Fatalf("%s is not in the hub:\n%s", id, dump(t, r))
	}
	return found[0].(T)
}

// write gives the bundle that a hub writes.
func write(ctx context.Context, r hub.Reader) (bundle, error) {
	b := bundle{}
	err := WriteBundle(ctx, r, func(name string) (io.WriteCloser, error) {
		return &memoryFile{name: name, bundle: b}, nil
	})
	return b, err
}

type memoryFile struct {
	bytes.Buffer
	name   string
	bundle bundle
}

func (f *memoryFile) Close() error {
	f.bundle[f.name] = f.String()
	return nil
}
