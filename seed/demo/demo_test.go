package demo_test

import (
	"bytes"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"polehub/analysis"
	"polehub/hub"
	"polehub/seed"
	"polehub/seed/demo"
	"polehub/seed/demo/invent"
	"polehub/store/storetest"
)

var update = flag.Bool("update", false, "write the bundle again from package invent")

func demonstration(t *testing.T) *hub.Hub {
	t.Helper()
	h := &hub.Hub{Store: storetest.NewOracle(), Clock: func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }}
	_, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(invent.Records()...); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return h
}

type buffer struct{ bytes.Buffer }

func (*buffer) Close() error { return nil }

func TestBundleIsWhatInventMakes(t *testing.T) {
	h := demonstration(t)
	files := map[string]*buffer{}
	err := seed.WriteBundle(t.Context(), h.Store, func(name string) (io.WriteCloser, error) {
		files[name] = &buffer{}
		return files[name], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		if !strings.HasSuffix(name, ".csv") {
			continue
		}
		if *update {
			if err := os.WriteFile(filepath.Join("bundle", name), content.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		committed, err := fs.ReadFile(demo.Bundle(), name)
		if err != nil || !bytes.Equal(committed, content.Bytes()) {
			t.Errorf("bundle/%s differs from what package invent makes (%v): run go test ./seed/demo -update", name, err)
		}
	}
}

func TestDemonstrationIsRichEnough(t *testing.T) {
	kinds := map[hub.ContractType]int{}
	records := map[string]int{}
	for _, r := range invent.Records() {
		records[r.Noun().Name]++
		switch r := r.(type) {
		case *hub.Contract:
			kinds[r.Type]++
		case *hub.Source:
			if r.Kind != hub.SourceDemonstration {
				t.Errorf("%s is not marked as demonstration", r.ID)
			}
		case *hub.Pole:
			if !strings.Contains(r.Name, "(démonstration)") {
				t.Errorf("%s does not say that it is a demonstration", r.ID)
			}
		case *hub.Identifier:
			if !hub.IsDemonstrationSIREN(string(r.Value)) {
				t.Errorf("%s may be somebody's number", r.Value)
			}
		}
	}
	for _, v := range hub.ContractTypes.Values {
		if kinds[hub.ContractType(v.Code)] == 0 {
			t.Errorf("no contract of type %s", v.Code)
		}
	}
	for _, n := range hub.Nouns() {
		if records[n.Name] == 0 {
			t.Errorf("no record of %s", n.Name)
		}
	}
}

func TestShapesShow(t *testing.T) {
	h := demonstration(t)
	measure := func(pole hub.ID, id analysis.Indicator, p analysis.Projection) analysis.Measure {
		t.Helper()
		p.AsOf = "2025-12-31"
		networks, err := h.Networks(t.Context(), []hub.ID{pole}, p)
		if err != nil || networks[0] == nil {
			t.Fatalf("%s: %v", pole, err)
		}
		m := networks[0].Network.Measure(t.Context(), []analysis.Indicator{id}, analysis.Options{})[0]
		if m.Value == nil {
			t.Fatalf("%s of %s: %s", id, pole, m.Reason)
		}
		return m
	}
	if d := measure("pole:demo-velo", analysis.Density, analysis.Projection{}); *d.Value < 0.7 {
		t.Errorf("the dense pole has density %v", *d.Value)
	}
	if c := measure("pole:demo-etoile", analysis.Connectedness, analysis.Projection{Carrier: analysis.WithoutCarrier}); *c.Value != 0 {
		t.Errorf("the star holds without its carrier: connectedness %v", *c.Value)
	}
	if c := measure("pole:demo-deux-rives", analysis.WeakComponents, analysis.Projection{}); *c.Value != 2 {
		t.Errorf("the split pole has %v components", *c.Value)
	}
	silent := measure("pole:demo-silence", analysis.Density, analysis.Projection{Rule: analysis.BothRespond})
	if silent.Bounds == nil || silent.Bounds.Upper-silent.Bounds.Lower < 0.3 {
		t.Errorf("the silent pole has bounds %+v", silent.Bounds)
	}
	kept := measure("pole:demo-grand", analysis.Nodes, analysis.Projection{})
	collapsed := measure("pole:demo-grand", analysis.Nodes, analysis.Projection{Groups: analysis.Collapse})
	if *kept.Value != 28 || *collapsed.Value != 26 {
		t.Errorf("the large pole has %v members, %v groups; expected 28 and 26", *kept.Value, *collapsed.Value)
	}
}
