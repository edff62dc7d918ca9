package storetest

import (
	"context"
	"fmt"
	"strings"

	"polehub/hub"
)

// Dump writes a whole hub as text: one line a record, as hub.EncodeRecord
// writes it, noun by noun and by id. Two hubs with the same content give the
// same text, whatever their stores and histories.
func Dump(ctx context.Context, r hub.Reader) (string, error) {
	var b strings.Builder
	for _, n := range hub.Nouns() {
		for row, err := range r.Rows(ctx, hub.Query{Noun: n}) {
			if err != nil {
				return "", fmt.Errorf("dump %s: %w", n.File, err)
			}
			b.Write(hub.EncodeRecord(row.Record))
			b.WriteByte('\n')
		}
	}
	return b.String(), nil
}

// Diff shows the first differing lines of two dumps, each cut to a readable
// length around the difference; empty when they are equal.
func Diff(want, got string) string {
	const shown = 5
	wants, gots := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	differences := 0
	for i := range max(len(wants), len(gots)) {
		x, y := lineOf(wants, i), lineOf(gots, i)
		if x == y {
			continue
		}
		differences++
		if differences <= shown {
			x, y = around(x, y)
			fmt.Fprintf(&b, "line %d\n  want %s\n  got  %s\n", i+1, x, y)
		}
	}
	if differences > shown {
		fmt.Fprintf(&b, "and %d lines more\n", differences-shown)
	}
	return b.String()
}

func lineOf(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(no line)"
}

// around cuts two texts to what surrounds their first difference.
func around(x, y string) (string, string) {
	const before, after = 80, 160
	same := 0
	for same < len(x) && same < len(y) && x[same] == y[same] {
		same++
	}
	cut := func(s string) string {
		from := max(0, same-before)
		out := hub.Clip(s[from:], before+after)
		if from > 0 {
			out = "…" + out
		}
		return out
	}
	return cut(x), cut(y)
}

// Rebuild plays a hub's change log into a new oracle: when the log is complete
// the two have the same content and the same revision.
func Rebuild(ctx context.Context, r hub.Reader) (hub.Store, error) {
	o := NewOracle()
	var update []hub.Change
	commit := func() error {
		if len(update) == 0 {
			return nil
		}
		_, err := o.Update(ctx, func(tx hub.Tx) error { return tx.Apply(ctx, update[0].Stamp, update) })
		update = nil
		return err
	}
	for c, err := range r.Changes(ctx, hub.ChangeQuery{}) {
		if err != nil {
			return nil, fmt.Errorf("rebuild: %w", err)
		}
		if len(update) > 0 && update[0].Revision != c.Revision {
			if err := commit(); err != nil {
				return nil, fmt.Errorf("rebuild: %w", err)
			}
		}
		update = append(update, c)
	}
	if err := commit(); err != nil {
		return nil, fmt.Errorf("rebuild: %w", err)
	}
	return o, nil
}
