package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"polehub/hub"
)

// testWrites checks updates and the log of a store that begins empty.
func testWrites(t *testing.T, s hub.Store) {
	t.Run("FirstLog", func(t *testing.T) { testFirstLog(t, s) })
	t.Run("Revision", func(t *testing.T) { testRevision(t, s) })
	t.Run("AllOrNothing", func(t *testing.T) { testAllOrNothing(t, s) })
	t.Run("OwnWrites", func(t *testing.T) { testOwnWrites(t, s) })
	t.Run("EveryFieldChanges", func(t *testing.T) { testEveryFieldChanges(t, s) })
	t.Run("Deletes", func(t *testing.T) { testDeletes(t, s) })
	t.Run("LogFilters", func(t *testing.T) { testLogFilters(t, s) })
	t.Run("LogOfEverything", func(t *testing.T) { sameAfterRebuild(t, s) })
}

// put writes records through the one way to write.
func put(ctx context.Context, s hub.Store, by string, records ...hub.Record) (hub.Outcome, error) {
	return hubOf(s).Update(ctx, by, func(b *hub.Batch) error {
		for _, r := range records {
			b.Put(hub.Clone(r))
		}
		return nil
	})
}

// remove deletes one record.
func remove(ctx context.Context, s hub.Store, id hub.ID, cascade ...string) (hub.Outcome, error) {
	return hubOf(s).Update(ctx, "remover", func(b *hub.Batch) error {
		b.Delete(id, cascade...)
		return nil
	})
}

func revisionOf(t fataler, s hub.Reader) hub.Revision {
	t.Helper()
	revision, err := s.Revision(t.Context())
	if err != nil {
		t.Fatalf("revision: %v", err)
	}
	return revision
}

// testFirstLog: revision 1, sequences from 0, the stamp as given.
func testFirstLog(t *testing.T, s hub.Store) {
	pole := &hub.Pole{ID: "pole:p", Name: "Pôle"}
	status := &hub.PoleStatus{ID: "status:1", PoleID: "pole:p", Status: hub.StatusDeclared}
	out, err := put(t.Context(), s, "jeton d’Élise", status, pole)
	if err != nil || out.Revision != 1 || len(out.Added) != 2 {
		t.Fatalf("the first update gave %+v, %v", out, err)
	}
	log := collect(t, s.Changes(t.Context(), hub.ChangeQuery{}))
	got := strings.TrimSpace(showChanges(log))
	want := `1.0 2026-01-31T23:59:59.999Z by "jeton d’Élise": nothing -> {"id":"pole:p","name":"Pôle"}
    1.1 2026-01-31T23:59:59.999Z by "jeton d’Élise": nothing -> {"id":"status:1","poleId":"pole:p","status":"DECLARED"}`
	if got != want {
		t.Errorf("want\n%s\ngot\n%s", want, got)
	}
	for _, c := range log {
		if c.Stamp.At.Location() != time.UTC {
			t.Errorf("the time of a change is in %s", c.Stamp.At.Location())
		}
	}
}

// testRevision: one more for each update that changes something, and none for
// the others.
func testRevision(t *testing.T, s hub.Store) {
	ctx, base := t.Context(), revisionOf(t, s)
	a := &hub.Organisation{ID: "org:a", Name: "A", Kind: hub.KindEnterprise}
	changed := &hub.Organisation{ID: "org:a", Name: "A", Kind: hub.KindOther}
	steps := []struct {
		name string
		run  func() (hub.Outcome, error)
		ok   bool
		move hub.Revision // since the step before
	}{
		{"create", func() (hub.Outcome, error) { return put(ctx, s, "x", a) }, true, 1},
		{"the same again", func() (hub.Outcome, error) { return put(ctx, s, "x", a) }, true, 0},
		{"nothing", func() (hub.Outcome, error) { return put(ctx, s, "x") }, true, 0},
		{"change", func() (hub.Outcome, error) { return put(ctx, s, "x", changed) }, true, 1},
		{"invalid", func() (hub.Outcome, error) { return put(ctx, s, "x", &hub.Organisation{ID: "org:a"}) }, false, 0},
		{"delete of nothing", func() (hub.Outcome, error) { return remove(ctx, s, "org:zzz") }, false, 0},
		{"delete", func() (hub.Outcome, error) { return remove(ctx, s, "org:a") }, true, 1},
		{"create again", func() (hub.Outcome, error) { return put(ctx, s, "x", a) }, true, 1},
	}
	for _, step := range steps {
		out, err := step.run()
		base += step.move
		if (err == nil) != step.ok {
			t.Fatalf("%s: %v", step.name, err)
		}
		if err == nil && out.Revision != base {
			t.Errorf("%s: the outcome says revision %d, want %d", step.name, out.Revision, base)
		}
		if got := revisionOf(t, s); got != base {
			t.Errorf("%s: the hub is at revision %d, want %d", step.name, got, base)
		}
	}
}

// testAllOrNothing: whatever goes wrong in an update, nothing of it stays, and
// the store goes on.
func testAllOrNothing(t *testing.T, s hub.Store) {
	ctx := t.Context()
	apply := func(tx hub.Tx, records ...hub.Record) error {
		var changes []hub.Change
		for _, r := range records {
			changes = append(changes, hub.Change{After: r})
		}
		return tx.Apply(ctx, hub.Stamp{At: hubOf(s).Clock(), By: "x"}, changes)
	}
	n1 := &hub.Organisation{ID: "org:n1", Name: "N1", Kind: hub.KindOther}
	n2 := &hub.Organisation{ID: "org:n2", Name: "N2", Kind: hub.KindOther}
	mine := errors.New("mine")
	tests := []struct {
		name string
		run  func() error
		want error // exactly this one
	}{
		{"an error before any write", func() error {
			_, err := s.Update(ctx, func(hub.Tx) error { return mine })
			return err
		}, mine},
		{"an error after a write", func() error {
			_, err := s.Update(ctx, func(tx hub.Tx) error { return orElse(apply(tx, n1, n2), mine) })
			return err
		}, mine},
		{"a panic after a write", func() (err error) {
			defer func() { err, _ = recover().(error) }()
			_, err = s.Update(ctx, func(tx hub.Tx) error { panic(orElse(apply(tx, n1), mine)) })
			return err
		}, mine},
		{"one invalid record of two", func() error {
			_, err := put(ctx, s, "x", n1, &hub.Organisation{ID: "org:n2"})
			return err
		}, nil},
		{"one dangling reference of two", func() error {
			_, err := put(ctx, s, "x", n1, &hub.Membership{PoleID: "pole:none", OrganisationID: "org:n1", Circle: hub.CirclePartner})
			return err
		}, nil},
	}
	before, log := dump(t, s), len(collect(t, s.Changes(ctx, hub.ChangeQuery{})))
	revision := revisionOf(t, s)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := test.run()
			if err == nil || test.want != nil && err != test.want {
				t.Errorf("want error %v, got %v", test.want, err)
			}
			if diff := Diff(before, dump(t, s)); diff != "" {
				t.Errorf("something stays:\n%s", diff)
			}
			if now := len(collect(t, s.Changes(ctx, hub.ChangeQuery{}))); now != log {
				t.Errorf("the log grew from %d to %d changes", log, now)
			}
			if now := revisionOf(t, s); now != revision {
				t.Errorf("the revision moved from %d to %d", revision, now)
			}
		})
	}
	if _, err := put(ctx, s, "x", n1); err != nil {
		t.Errorf("the store does not go on: %v", err)
	}
}

// orElse gives err, or what was meant to fail when err is nil.
func orElse(err, meant error) error {
	if err != nil {
		return err
	}
	return meant
}

// testOwnWrites: a transaction reads what it wrote, and others do not until it
// ends; two calls of Apply number their changes on.
func testOwnWrites(t *testing.T, s hub.Store) {
	ctx, base := t.Context(), revisionOf(t, s)
	w1 := &hub.Organisation{ID: "org:w1", Name: "Wagon Un", Kind: hub.KindOther}
	w2 := &hub.Organisation{ID: "org:w2", Name: "Wagon Deux", Kind: hub.KindOther}
	stamp := hub.Stamp{At: hubOf(s).Clock(), By: "w"}
	wagons := hub.Query{Noun: hub.OrganisationNoun, Where: hub.Words{"wagon"}, Order: []hub.Order{{Field: hub.OrganisationNoun.Field("name")}}}
	revision, err := s.Update(ctx, func(tx hub.Tx) error {
		if err := tx.Apply(ctx, stamp, []hub.Change{{After: w1}}); err != nil {
			return err
		}
		if err := tx.Apply(ctx, stamp, []hub.Change{{After: w2}}); err != nil {
			return err
		}
		if got := localRows(collect(t, tx.Rows(ctx, wagons))); got != "w2 w1" {
			t.Errorf("the transaction sees %q of its writes", got)
		}
		found, err := tx.Find(ctx, hub.OrganisationNoun, []hub.ID{"org:w1"})
		if err == nil && !slices.EqualFunc(found, []hub.Record{w1}, sameRecord) {
			t.Errorf("the transaction finds %v", found)
		}
		if err != nil {
			return err
		}
		found, missing, err := tx.Lookup(ctx, []hub.ID{"org:w2", "org:w3"}, []hub.ID{"org:w1", "org:w4"})
		if got := fmt.Sprint(keys(found), "; ", missing); got != "org:w2 -; [org:w4]" {
			t.Errorf("the transaction looks up %s", got)
		}
		return err
	})
	if err != nil || revision != base+1 {
		t.Fatalf("want revision %d, got %d, %v", base+1, revision, err)
	}
	if got := localRows(collect(t, s.Rows(ctx, wagons))); got != "w2 w1" {
		t.Errorf("afterwards the store has %q", got)
	}
	log := collect(t, s.Changes(ctx, hub.ChangeQuery{Since: base}))
	if len(log) != 2 || log[0].Sequence != 0 || log[1].Sequence != 1 || log[1].Revision != base+1 {
		t.Errorf("the log says\n%s", showChanges(log))
	}
}

// testEveryFieldChanges: each field of each noun can be filled, and emptied
// again, while nothing else changes; the log tells before and after.
func testEveryFieldChanges(t *testing.T, s hub.Store) {
	wipe(t, s)
	load(t, s, fixture())
	var without, with []hub.Record
	for _, n := range hub.Nouns() {
		for _, f := range n.Fields[1:] {
			x, y := fieldPair(n, f, targetsOf(fixture()))
			if x == nil {
				t.Errorf("the generators know no two values for %s.%s", n.Name, f.Name)
				continue
			}
			without, with = append(without, x), append(with, y)
		}
	}
	base := revisionOf(t, s)
	for _, records := range [][]hub.Record{without, with, without} {
		out, err := put(t.Context(), s, "fields", records...)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(out.Added) + len(out.Updated); n != len(records) {
			t.Errorf("%d of %d records changed", n, len(records))
		}
		for _, want := range records {
			found, err := s.Find(t.Context(), want.Noun(), []hub.ID{want.Key()})
			if err != nil || !slices.EqualFunc(found, []hub.Record{want}, sameRecord) {
				t.Errorf("want %s\n got %v, %v", hub.EncodeRecord(want), found, err)
			}
		}
	}
	o := NewOracle()
	load(t, o, fixture())
	for _, records := range [][]hub.Record{without, with, without} {
		if _, err := put(t.Context(), o, "fields", records...); err != nil {
			t.Fatal(err)
		}
	}
	compareLogs(t, o, s, base-1, hub.ChangeQuery{Since: 1})
}

// fieldPair makes two valid records that differ in one field only, which is
// missing in the first when it may be; nil when no values are known. A field
// that follows from another differs together with that.
func fieldPair(n *hub.Noun, f *hub.Field, known targets) (hub.Record, hub.Record) {
	const attempts = 200
	id := hub.NewID(n.Prefix, "field-"+f.Name)
	if f == hub.IdentifierNoun.Field("valid") {
		x := &hub.Identifier{ID: id, OrganisationID: "org:a", Scheme: hub.SchemeSIREN, Value: "123456789", Raw: "?", Valid: hub.TriNo}
		with := *x
		with.Value, with.Valid = "123456782", hub.TriYes
		return x, &with
	}
	if f == hub.AssessmentNoun.Field("grid") { // each has its own criteria
		x := &hub.Assessment{ID: id, PoleID: "pole:sud", Grid: "labo-2012", Criterion: "M1", Verdict: hub.VerdictSatisfied, Author: "Jury", Dated: "2024-01-01"}
		with := *x
		with.Grid, with.Criterion = "loi-2014-art-9", "L1"
		return x, &with
	}
	records := rapid.Custom(func(t *rapid.T) []hub.Record { return []hub.Record{drawRecord(t, n, id, known)} })
	for seed := range attempts {
		x, y := records.Example(seed)[0], records.Example(seed + attempts)[0]
		if x == nil || y == nil || f.Get(y) == nil {
			continue
		}
		if !f.Required {
			set(x, f, nil)
		}
		with := hub.Clone(x)
		set(with, f, f.Get(y))
		hub.Complete(x)
		hub.Complete(with)
		if len(hub.Validate(x)) == 0 && len(hub.Validate(with)) == 0 && !hub.Equal(x, with) {
			return x, with
		}
	}
	return nil, nil
}
