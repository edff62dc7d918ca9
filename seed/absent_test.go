package seed

import (
	"context"
	"testing"

	"polehub/hub"
	"polehub/store/storetest"
)

// watched is a store that counts the ids that updates read, and whose updates
// may be told another revision than the true one.
type watched struct {
	hub.Store
	read *int
	at   *hub.Revision
}

func (s watched) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	return s.Store.Update(ctx, func(tx hub.Tx) error { return fn(watchedTx{tx, s}) })
}

type watchedTx struct {
	hub.Tx
	store watched
}

func (tx watchedTx) Lookup(ctx context.Context, read, check []hub.ID) ([]hub.Record, []hub.ID, error) {
	*tx.store.read += len(read)
	return tx.Tx.Lookup(ctx, read, check)
}

func (tx watchedTx) Revision(ctx context.Context) (hub.Revision, error) {
	if tx.store.at != nil {
		return *tx.store.at, nil
	}
	return tx.Tx.Revision(ctx)
}

// TestNewHubIsNotRead: an import into a new hub reads none of its records; the
// second import reads all.
func TestNewHubIsNotRead(t *testing.T) {
	plain, h, read := newHub(), newHub(), 0
	h.Store = watched{Store: h.Store, read: &read}
	importInto(t, plain, small(), Options{})
	out := importInto(t, h, small(), Options{})
	if read != 0 {
		t.Errorf("%d ids of a new hub were read", read)
	}
	if diff := storetest.Diff(dump(t, plain.Store), dump(t, h.Store)); diff != "" {
		t.Error(diff)
	}
	importInto(t, h, small(), Options{})
	if added := out.report.Total().Added; read < added {
		t.Errorf("%d ids were read of a hub of %d records", read, added)
	}
}

// TestOthersWriteMeanwhile: what others write after the first organisation came
// in is found.
func TestOthersWriteMeanwhile(t *testing.T) {
	h := newHub()
	theirs := &hub.Organisation{ID: "org:siren-000000117", Name: "Atelier Vélo", Kind: hub.KindEnterprise, CreatedOn: "2010-01-02", Fact: hub.Fact{SourceIDs: []hub.ID{"source:other"}}}
	once := false
	_, err := Import(t.Context(), h, Options{Source: survey(), BatchSize: 1, Progress: func(p Progress) {
		if once || p.Records < 3 { // the source, an organisation and its number
			return
		}
		once = true
		if _, err := h.Update(t.Context(), "other", func(b *hub.Batch) error {
			b.Put(&hub.Source{ID: "source:other", Title: "Autre", Kind: hub.SourceSurvey}, theirs)
			return nil
		}); err != nil {
			t.Error(err)
		}
	}}, ReadBundle(small().files(), "source:survey"))
	if err != nil || !once {
		t.Fatal(err)
	}
	got := get[*hub.Organisation](t, h.Store, theirs.ID)
	if got.CreatedOn != "2010-01-02" || got.Commune != "26281" || len(got.SourceIDs) != 2 {
		t.Errorf("the facts of both are not in %s", hub.EncodeRecord(got))
	}
}

// TestFactsWithoutRevision: a hub may be at revision 0 and hold what other
// programs wrote.
func TestFactsWithoutRevision(t *testing.T) {
	h := newHub()
	importInto(t, h, small(), Options{})
	before, read := dump(t, h.Store), 0
	h.Store = watched{Store: h.Store, read: &read, at: new(hub.Revision)}
	out := importInto(t, h, small(), Options{})
	if total := out.report.Total(); total.Added+total.Updated > 0 || read == 0 {
		t.Errorf("%+v after %d ids were read", total, read)
	}
	if diff := storetest.Diff(before, dump(t, h.Store)); diff != "" {
		t.Error(diff)
	}
}
