package seed

import (
	"context"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/store/storetest"
)

// small is a bundle in which every file refers to others.
func small() bundle {
	return bundle{
		"organisations.csv": "siren,name,kind,legal_category,commune\n" +
			"000000109,La Ruche,entreprise,5710,26281\n" +
			"000000117,Atelier Vélo,ENTERPRISE,9220,26281\n" +
			",Commune démo,collectivité territoriale,7210,26281\n",
		"poles.csv": "id,name,sectors,started_on\npole:demo,Pôle démo,mobilité|énergie,2014\n",
		"memberships.csv": "pole_id,organisation_id,circle,votes,valid_from,valid_to\n" +
			"pole:demo,org:siren-000000109,CARRIER,2,2014-01-01,\n" +
			"pole:demo,org:siren-000000117,partner,,2016-09,2024-01-01\n",
		"observations.csv": "id,pole_id,kind,covers,tie_types\nobservation:2025,pole:demo,SURVEY,TIES,tous\n",
		"roster.csv":       "observation_id,organisation_id,responded\nobservation:2025,org:siren-000000109,oui\nobservation:2025,org:commune-demo,non\n",
		"ties.csv": "type,from_org,to_org,pole_id,strength,claimed_by,observation_id\n" +
			"SHARED_PREMISES,org:siren-000000109,org:siren-000000117,pole:demo,3,FIRST,observation:2025\n" +
			"SHARED_PREMISES,org:siren-000000117,org:siren-000000109,pole:demo,2,FIRST,observation:2025\n" +
			"SUPPLY,org:siren-000000117,org:siren-000000109,pole:demo,,FIRST,\n",
		"contracts.csv":        "external_ids,type,title,amount,currency,signed_on\ndecp:2018M1,PUBLIC_PROCUREMENT,Vélos,\"80 000,50 €\",EUR,05/12/2018\n",
		"contract_parties.csv": "contract_id,position,organisation_id,role\ncontract:2018M1,1,org:commune-demo,BUYER\ncontract:2018M1,2,org:siren-000000117,SUPPLIER\n",
		"flags.csv":            "record,field,code,raw,message\ncontract:2018M1,title,MOJIBAKE_SUSPECTED,VÃ©los,\n",
	}
}

func TestImportSmallBundle(t *testing.T) {
	h := newHub()
	out := importInto(t, h, small(), Options{})
	if n := out.report.RejectedItems(); n != 0 {
		t.Fatalf("rejected: %v", out.rows)
	}
	want := map[string]Counts{
		"source": {Added: 1}, "organisation": {Added: 3}, "identifier": {Added: 2},
		"pole": {Added: 1, Flagged: 1}, "membership": {Added: 2, Flagged: 1}, "observation": {Added: 1}, "rosterEntry": {Added: 2},
		"tie": {Added: 2}, "contract": {Added: 1, Flagged: 1}, "party": {Added: 2},
	}
	if !reflect.DeepEqual(out.report.Nouns, want) {
		t.Errorf("counts\n got %v\nwant %v", out.report.Nouns, want)
	}
	c := get[*hub.Contract](t, h.Store, "contract:2018M1")
	if *c.Amount != 80_000_50 || c.SignedOn != "2018-12-05" {
		t.Errorf("amount %v, signed on %s", c.Amount, c.SignedOn)
	}
	wantFlags := []hub.Flag{
		{Field: "title", Code: hub.FlagMojibakeSuspected, Raw: "VÃ©los"},
		{Field: "amount", Code: hub.FlagAmountCleaned, Raw: "80 000,50 €"},
		{Field: "signed_on", Code: hub.FlagDateCleaned, Raw: "05/12/2018"},
	}
	if !slices.Equal(c.Flags, wantFlags) {
		t.Errorf("flags %v", c.Flags)
	}
	tie := get[*hub.Tie](t, h.Store, hub.DeriveID("tie", "SHARED_PREMISES", "siren-000000109", "siren-000000117", "demo", ""))
	if !slices.Equal(tie.ClaimedBy, []hub.Claimant{hub.ByFirst, hub.BySecond}) || !slices.Equal(tie.Strengths, []int{3, 2}) {
		t.Errorf("claims %v, strengths %v", tie.ClaimedBy, tie.Strengths)
	}
	if o := get[*hub.Organisation](t, h.Store, "org:commune-demo"); o.PublicTier != hub.TierMunicipality || !slices.Equal(o.SourceIDs, []hub.ID{"source:survey"}) {
		t.Errorf("tier %s, sources %v", o.PublicTier, o.SourceIDs)
	}
}

func TestSecondImportChangesNothing(t *testing.T) {
	for _, size := range []int{1, 3, 1000} {
		h := newHub()
		first := importInto(t, h, small(), Options{BatchSize: size})
		before, text := revision(t, h.Store), dump(t, h.Store)
		second := importInto(t, h, small(), Options{BatchSize: size})
		if after := revision(t, h.Store); after != before {
			t.Errorf("batches of %d: revision moved from %d to %d\n%s", size, before, after, storetest.Diff(text, dump(t, h.Store)))
		}
		total := second.report.Total()
		if want := first.report.Total().Added; total.Unchanged != want || total.Added+total.Updated != 0 {
			t.Errorf("batches of %d: %+v, want %d unchanged", size, total, want)
		}
	}
}

// awkward adds to small what is rejected, flagged or refused.
func awkward() bundle {
	b := small()
	b["memberships.csv"] += "pole:demo,org:nobody,PARTNER,,,\n" + // unknown reference
		"pole:demo,org:siren-000000109,boss,,2020-01-01,\n" + // required code unreadable
		"pole:demo,org:siren-000000109,CARRIER,9,2014-01-01,\n" + // same key, other content
		"\"pole:demo,org:commune-demo\n" + // quote never closed
		"pole:demo,org:commune-demo,PARTNER,trois,2021,2019\n" // votes no number, period reversed
	b["flags.csv"] += "contract:none,,DATE_ORDER,,\nnonsense,,DATE_ORDER,,\n"
	b["notes.csv"] = "a,b\n"
	return b
}

func TestRejectionsAndFlags(t *testing.T) {
	h := newHub()
	var rejected strings.Builder
	out := importInto(t, h, awkward(), Options{Rejects: func(file string) (io.WriteCloser, error) {
		rejected.WriteString("== " + file + "\n")
		return nopCloser{&rejected}, nil
	}})
	want := map[hub.FlagCode]int{
		hub.FlagUnknownReference: 2, hub.FlagValueInvalid: 1, hub.FlagRecordDuplicate: 1, hub.FlagRecordUnreadable: 2,
	}
	if !reflect.DeepEqual(out.report.Rejected, want) {
		t.Errorf("rejected\n got %v\nwant %v", out.report.Rejected, want)
	}
	m := get[*hub.Membership](t, h.Store, hub.DeriveID("membership", "demo", "commune-demo", ""))
	var codes []string
	for _, flag := range m.Flags {
		codes = append(codes, string(flag.Field)+" "+string(flag.Code)+" "+string(flag.Raw))
	}
	wantCodes := []string{
		"votes VALUE_INVALID trois", "valid_from DATE_PARTIAL 2021", "valid_to DATE_PARTIAL 2019",
		"valid_from PERIOD_REVERSED 2021-01-01", "valid_to PERIOD_REVERSED 2019-01-01",
	}
	if !slices.Equal(codes, wantCodes) {
		t.Errorf("flags\n got %q\nwant %q", codes, wantCodes)
	}
	for _, line := range []string{
		"line,code,reason,pole_id,organisation_id,circle,votes,valid_from,valid_to\n",
		"line 4,UNKNOWN_REFERENCE,org:nobody is neither in the hub nor in a file before this row,pole:demo,org:nobody,PARTNER,,,\n",
		"line 7,RECORD_UNREADABLE," + faultOpen + ",\"pole:demo,org:commune-demo\n",
	} {
		if !strings.Contains(rejected.String(), line) {
			t.Errorf("rejected rows lack %q:\n%s", line, rejected.String())
		}
	}
	if out.report.Flags[hub.FlagUnknownFile] != 1 {
		t.Errorf("flags %v, want one UNKNOWN_FILE", out.report.Flags)
	}
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// TestMendedRejectionsComeIn: the file of rejected rows is itself a file of a
// bundle.
func TestMendedRejectionsComeIn(t *testing.T) {
	h := newHub()
	importInto(t, h, small(), Options{})
	out := importInto(t, h, bundle{"memberships.csv": "line,code,reason,pole_id,organisation_id,circle\nline 4,UNKNOWN_REFERENCE,why,pole:demo,org:commune-demo,PARTNER\n"}, Options{})
	if got := out.report.Nouns["membership"]; got != (Counts{Added: 1}) || len(out.rows) != 0 {
		t.Errorf("got %+v and rows %v", got, out.rows)
	}
}

func TestDryRunIsTheRealRun(t *testing.T) {
	for name, prepare := range map[string]func(*hub.Hub){
		"empty hub": func(*hub.Hub) {},
		"known hub": func(h *hub.Hub) { importInto(t, h, small(), Options{}) },
	} {
		for _, size := range []int{1, 4, 1000} {
			h := newHub()
			prepare(h)
			before, rev := dump(t, h.Store), revision(t, h.Store)
			dry := importInto(t, h, awkward(), Options{DryRun: true, BatchSize: size})
			if dump(t, h.Store) != before || revision(t, h.Store) != rev {
				t.Fatalf("%s: the dry run wrote", name)
			}
			real := importInto(t, h, awkward(), Options{BatchSize: size})
			if !reflect.DeepEqual(dry, real) {
				t.Errorf("%s, batches of %d:\n dry %+v\nreal %+v", name, size, dry, real)
			}
		}
	}
}

// TestInterruptedImport: whatever batch the import stops after, running it
// again gives the hub of an undisturbed import.
func TestInterruptedImport(t *testing.T) {
	undisturbed := newHub()
	importInto(t, undisturbed, awkward(), Options{BatchSize: 3})
	want := dump(t, undisturbed.Store)
	for stop := 1; ; stop++ {
		h := newHub()
		ctx, cancel := context.WithCancel(t.Context())
		b := awkward()
		_, err := Import(ctx, h, Options{Source: survey(), BatchSize: 3, Progress: func(p Progress) {
			if p.Batches == stop {
				cancel()
			}
		}}, ReadBundle(b.files(), "source:survey"))
		cancel()
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		importInto(t, h, b, Options{BatchSize: 3})
		if got := dump(t, h.Store); got != want {
			t.Fatalf("stopped after batch %d: %s", stop, storetest.Diff(want, got))
		}
		if stop > 100 {
			t.Fatal("the import never ends")
		}
	}
}

// again is a store whose updates fail at their end and are run once more, as
// Neo4j does after a conflict.
type again struct{ hub.Store }

func (s again) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	lost := errors.New("lost")
	_, err := s.Store.Update(ctx, func(tx hub.Tx) error { return errors.Join(fn(tx), lost) })
	if !errors.Is(err, lost) {
		return 0, err
	}
	return s.Store.Update(ctx, fn)
}

// TestUpdatesRunTwice: what a store undoes and repeats is counted once.
func TestUpdatesRunTwice(t *testing.T) {
	once, repeated := newHub(), newHub()
	repeated.Store = again{repeated.Store}
	want := importInto(t, once, awkward(), Options{BatchSize: 4})
	got := importInto(t, repeated, awkward(), Options{BatchSize: 4})
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
	if diff := storetest.Diff(dump(t, once.Store), dump(t, repeated.Store)); diff != "" {
		t.Error(diff)
	}
}

// down is a store that stops answering after some updates.
type down struct {
	hub.Store
	left *int
}

func (s down) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	if *s.left--; *s.left < 0 {
		return 0, &hub.Error{Code: hub.Unavailable, Msg: "the store is down"}
	}
	return s.Store.Update(ctx, fn)
}

// TestStoreGoesDown: the import stops after the last whole batch, with the
// report of what is in.
func TestStoreGoesDown(t *testing.T) {
	h := newHub()
	left := 2
	b := small()
	report, err := Import(t.Context(), &hub.Hub{Store: down{h.Store, &left}, Clock: h.Clock}, Options{Source: survey(), BatchSize: 3}, ReadBundle(b.files(), "source:survey"))
	if hub.CodeOf(err) != hub.Unavailable {
		t.Fatalf("got %v", err)
	}
	if lines := strings.Count(dump(t, h.Store), "\n"); lines != report.Total().Added || lines == 0 {
		t.Errorf("%d records in the hub, %d in the report", lines, report.Total().Added)
	}
}

func TestOrderOfFilesDoesNotMatter(t *testing.T) {
	want := newHub()
	importInto(t, want, small(), Options{})
	files := small().files()
	slices.Reverse(files.Names)
	got := newHub()
	importItems(t, got, ReadBundle(files, "source:survey"), Options{Source: survey()})
	if diff := storetest.Diff(dump(t, want.Store), dump(t, got.Store)); diff != "" {
		t.Error(diff)
	}
}

// TestReaderFault: what came before a file that cannot be read any further is
// in, and the error comes back.
func TestReaderFault(t *testing.T) {
	h := newHub()
	fault := errors.New("disk gone")
	_, err := Import(t.Context(), h, Options{}, func(yield func(Item, error) bool) {
		if yield(Item{Records: []hub.Record{survey()}}, nil) {
			yield(Item{}, fault)
		}
	})
	if !errors.Is(err, fault) {
		t.Fatalf("got %v", err)
	}
	get[*hub.Source](t, h.Store, "source:survey")
}

// TestAbsentColumnKeepsWhatIsThere: a file without a column says nothing about
// it; an empty cell takes the value back.
func TestAbsentColumnKeepsWhatIsThere(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"no column", "id,name\npole:demo,Pôle\n", "2014-01-01"},
		{"empty cell", "id,name,started_on\npole:demo,Pôle,\n", ""},
	} {
		h := newHub()
		importInto(t, h, bundle{"poles.csv": "id,name,started_on\npole:demo,Pôle démo,2014-01-01\n"}, Options{})
		importInto(t, h, bundle{"poles.csv": c.file}, Options{})
		if p := get[*hub.Pole](t, h.Store, "pole:demo"); string(p.StartedOn) != c.want || p.Name != "Pôle" {
			t.Errorf("%s: started on %q, name %q", c.name, p.StartedOn, p.Name)
		}
	}
}

// TestBundlesReferToEachOther: read together, bundles are one, whatever their
// order, and reports tell whose file it was.
func TestBundlesReferToEachOther(t *testing.T) {
	facts := bundle{
		"memberships.csv":  "pole_id,organisation_id,circle\npole:p,org:x,PARTNER\npole:none,org:x,PARTNER\n",
		"observations.csv": "id,pole_id,kind,covers\nobservation:o,pole:p,SURVEY,TIES\nobservation:silent,pole:p,SURVEY,TIES\n",
	}.files()
	base := bundle{
		"poles.csv": "id,name\npole:p,P\n", "organisations.csv": "id,name,kind\norg:x,X,OTHER\n",
		"roster.csv": "observation_id,organisation_id,responded\nobservation:o,org:x,yes\n",
	}.files()
	facts.Name, base.Name = "facts", "base.zip"
	got := importItems(t, newHub(), ReadBundles([]BundleFiles{facts, base}, "source:survey"), Options{Source: survey()})
	var told []string
	for _, row := range got.rows {
		told = append(told, row.File+" "+row.Position+" "+string(row.Code))
	}
	want := []string{"facts/memberships.csv line 3 UNKNOWN_REFERENCE", "facts/observations.csv line 3 ROSTER_MISSING"}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestFactsWithoutSource(t *testing.T) {
	for _, c := range []struct {
		name   string
		b      bundle
		source hub.ID
		want   int
	}{
		{"nothing names one", bundle{"poles.csv": "id,name\npole:p,P\n"}, "", 1},
		{"a column", bundle{"poles.csv": "id,name,sources\npole:p,P,\n"}, "", 0},
		{"sources.csv", bundle{"poles.csv": "id,name\npole:p,P\n", "sources.csv": twoSources}, "", 0},
		{"the import", bundle{"poles.csv": "id,name\npole:p,P\n"}, "source:survey", 0},
	} {
		got := importItems(t, newHub(), ReadBundle(c.b.files(), c.source), Options{}).report.Flags[hub.FlagColumnMissing]
		if got != c.want {
			t.Errorf("%s: %d columns missing, want %d", c.name, got, c.want)
		}
	}
}

// TestRejectionNamesTheValue: a row without a field that it needs tells what
// stood there.
func TestRejectionNamesTheValue(t *testing.T) {
	got := importInto(t, newHub(), bundle{"organisations.csv": "Identifiant,nom,nature\norg:x,X,Association\n"}, Options{})
	row := got.rows[len(got.rows)-1]
	if row.Field != "kind" || row.Raw != "Association" || row.Message != `kind: "Association" cannot be used, and is required` || !row.Rejected {
		t.Errorf("%+v", row)
	}
}

// TestControlCharactersInNames: names come in as one line; what was received
// stays in flags, and a second import changes nothing.
func TestControlCharactersInNames(t *testing.T) {
	b := bundle{"organisations.csv": "id,name,kind,aliases\norg:x,\"La\nRuche\x00\",OTHER,R|\"\tRu\x01che\"\norg:y,\x00,OTHER,\n"}
	h := newHub()
	out := importInto(t, h, b, Options{})
	got := get[*hub.Organisation](t, h.Store, "org:x")
	want := []hub.Flag{{Field: "name", Code: hub.FlagValueInvalid, Raw: "La\nRuche\x00"}, {Field: "aliases", Code: hub.FlagValueInvalid, Raw: "R|\"\tRu\x01che\""}}
	if got.Name != "La Ruche" || !slices.Equal(got.Flags, want) {
		t.Errorf("%q with %q", got.Name, got.Flags)
	}
	if n := out.report.RejectedItems(); n != 1 {
		t.Errorf("%d rejected, want the one whose name is nothing else: %v", n, out.rows)
	}
	rev := revision(t, h.Store)
	if importInto(t, h, b, Options{}); revision(t, h.Store) != rev {
		t.Error("the second import changed the hub")
	}
}
