package seed

import (
	"context"
	"errors"
	"fmt"
	"io"

	"polehub/hub"
)

// batchSize is how many records one update of the hub takes.
const batchSize = 1000

// Options say how to import.
type Options struct {
	// Source is added to the hub and to every record that names none; nil when
	// the files bring their own sources.
	Source *hub.Source
	// DryRun takes the same path, gives the same report and writes nothing.
	DryRun bool
	// By names who imports, for the change log; by default "import" and the
	// source.
	By string
	// BatchSize is how many records one update takes; 1,000 by default.
	BatchSize int
	// Progress is told after each batch.
	Progress func(Progress)
	// Rows takes the rows of the report as they come: one for each flag and each
	// rejection. The report itself holds counts only.
	Rows func(Row) error
	// Rejects opens a place for the rejected rows of a file; nil to leave them
	// to Rows.
	Rejects func(file string) (io.WriteCloser, error)
}

// Progress is how far an import has come.
type Progress struct {
	File    string
	Items   int
	Records int
	Batches int
}

// Import reads items, merges their records with what the hub holds and writes
// them batch by batch, each all or nothing. A record that the hub's rules
// refuse is rejected with its item and stops nothing. The error is that of the
// hub, of the reader or of the context: the report then covers the whole
// batches before it, and the same import can be run again.
func Import(ctx context.Context, h *hub.Hub, options Options, items Items) (Report, error) {
	if options.By == "" {
		options.By = "import"
		if options.Source != nil {
			options.By = "import " + string(options.Source.ID)
		}
	}
	if options.BatchSize <= 0 {
		options.BatchSize = batchSize
	}
	run := &run{options: options, hub: h, report: newReport(), seen: newSeen()}
	run.absent = newAbsent(&run.seen)
	if options.DryRun {
		rehearsal, err := newRehearsal(h.Store)
		if err != nil {
			return run.report, err
		}
		defer rehearsal.discard()
		run.hub = &hub.Hub{Store: rehearsal, Clock: h.Clock}
	}
	err := run.all(ctx, items)
	return run.report, errors.Join(err, run.rejects.close())
}

// run is the state of one import.
type run struct {
	options  Options
	hub      *hub.Hub
	report   Report
	seen     seen
	absent   absent
	rejects  rejects
	progress Progress
}

// all reads ahead in one goroutine and writes in this one.
func (r *run) all(ctx context.Context, items Items) error {
	ctx, cancel := context.WithCancel(ctx)
	batches := make(chan batch, 2)
	done := make(chan struct{})
	defer func() {
		cancel()
		<-done
	}()
	go func() {
		defer close(done)
		defer close(batches)
		r.read(ctx, items, batches)
	}()
	for b := range batches {
		if b.err != nil {
			return b.err
		}
		if err := r.write(ctx, b.items); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// batch is the items of one update, or the error that ends the reading.
type batch struct {
	items []Item
	err   error
}

// read prepares items and groups them; it stops when the context ends.
func (r *run) read(ctx context.Context, items Items, batches chan<- batch) {
	send := func(b batch) bool {
		select {
		case batches <- b:
			return true
		case <-ctx.Done():
			return false
		}
	}
	var pending []Item
	size := 0
	if r.options.Source != nil {
		pending = append(pending, r.options.sourceItem())
	}
	for item, err := range items {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			// What came before the fault is whole: it comes in.
			if len(pending) == 0 || send(batch{items: pending}) {
				send(batch{err: err})
			}
			return
		}
		r.options.prepare(&item)
		pending = append(pending, item)
		size += max(len(item.Records)+len(item.Mentions), 1)
		if size >= r.options.BatchSize {
			if !send(batch{items: pending}) {
				return
			}
			pending, size = nil, 0
		}
	}
	if len(pending) > 0 {
		send(batch{items: pending})
	}
}

// write puts one batch into the hub and counts what became of it.
func (r *run) write(ctx context.Context, items []Item) error {
	var m *merger
	out, err := r.hub.Update(ctx, r.options.By, func(b *hub.Batch) (err error) {
		if b.Reader, err = r.absent.within(ctx, b.Reader); err != nil {
			return err
		}
		m = newMerger(b, &r.seen)
		if err := m.items(ctx, items); err != nil {
			return err
		}
		m.put(b)
		return nil
	})
	if err != nil {
		return fmt.Errorf("write the records from %s, %s: %w", items[0].File, items[0].Position, err)
	}
	r.absent.at = out.Revision
	r.progress.Batches++
	for i, item := range items {
		if err := r.record(item, m.results[i]); err != nil {
			return err
		}
	}
	if r.options.Progress != nil {
		r.options.Progress(r.progress)
	}
	return nil
}
