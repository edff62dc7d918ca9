package cli

import (
	"context"
	"fmt"
	"io"
	"io/fs"

	"polehub/hub"
	"polehub/seed"
	"polehub/seed/demo"
)

// fillWithDemo brings the demonstration data into a hub that holds nothing
// else.
func fillWithDemo(ctx context.Context, h *hub.Hub) error {
	if err := onlyDemonstration(ctx, h.Store); err != nil {
		return err
	}
	bundle := demo.Bundle()
	names, err := fs.Glob(bundle, "*")
	if err != nil {
		return fmt.Errorf("list the demonstration data: %w", err)
	}
	files := seed.BundleFiles{Names: names, Open: func(name string) (io.ReadCloser, error) { return bundle.Open(name) }}
	report, err := seed.Import(ctx, h, seed.Options{By: "demonstration"}, seed.ReadBundle(files, ""))
	if err != nil {
		return fmt.Errorf("bring in the demonstration data: %w", err)
	}
	if n := report.RejectedItems(); n > 0 {
		return fmt.Errorf("%d rows of the demonstration data were rejected", n)
	}
	return nil
}

// onlyDemonstration refuses a hub with facts of other sources: invented data
// must not be mixed with them.
func onlyDemonstration(ctx context.Context, s hub.Store) error {
	for row, err := range s.Rows(ctx, hub.Query{Noun: hub.SourceNoun}) {
		if err != nil {
			return err
		}
		if source, ok := row.Record.(*hub.Source); ok && source.Kind != hub.SourceDemonstration {
			return &hub.Error{Code: hub.Conflict, Field: "demo",
				Msg: fmt.Sprintf("the hub holds data of its own, such as from %q: invented data does not go with it", hub.Clip(source.Title, 80))}
		}
	}
	return nil
}
