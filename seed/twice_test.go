package seed

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
	"polehub/store/storetest"
)

// rowsOf draws rows over few values, so that keys meet and sources disagree.
func rowsOf(t *rapid.T, file string, columns map[string][]string, order []string) string {
	var b strings.Builder
	b.WriteString(strings.Join(order, ",") + "\n")
	for range rapid.IntRange(0, 6).Draw(t, file) {
		for i, column := range order {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(rapid.SampledFrom(columns[column]).Draw(t, column))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestAnyRowsTwice: whatever rows a bundle has, of however many sources, a
// second import finds nothing to change, in batches of any size, and a dry run
// tells what the real run does.
func TestAnyRowsTwice(t *testing.T) {
	sources := []string{"", "source:a", "source:b", "source:a|source:b"}
	organisations := []string{"org:x", "org:y"}
	rapid.Check(t, func(rt *rapid.T) {
		b := bundle{
			"sources.csv": twoSources,
			"poles.csv":   "id,name\npole:p,P\n",
			"organisations.csv": "id,name,kind,legal_category,kind_reason,sources\norg:x,X,OTHER,,,\norg:y,Y,OTHER,,,\n" + strings.TrimPrefix(rowsOf(rt, "organisations", map[string][]string{
				"id": organisations, "name": {"X", "x", "Z"}, "kind": {"ENTERPRISE", "NETWORK"}, "legal_category": {"", "9220", "9999"}, "kind_reason": {"", "fédération"}, "sources": sources,
			}, []string{"id", "name", "kind", "legal_category", "kind_reason", "sources"}), "id,name,kind,legal_category,kind_reason,sources\n"),
			"memberships.csv": rowsOf(rt, "memberships", map[string][]string{
				"pole_id": {"pole:p"}, "organisation_id": append(organisations, "org:none"), "circle": {"CARRIER", "PARTNER"},
				"votes": {"", "1", "2", "trois"}, "valid_to": {"", "2020", "2021-01-01"}, "sources": sources,
			}, []string{"pole_id", "organisation_id", "circle", "votes", "valid_to", "sources"}),
			"ties.csv": rowsOf(rt, "ties", map[string][]string{
				"type": {"RESEARCH", "SUPPLY"}, "from_org": organisations, "to_org": organisations,
				"strength": {"", "1", "2", "1|2"}, "claimed_by": {"FIRST", "SECOND", "FIRST|SECOND", "DOCUMENT"}, "note": {"", "n", "m"}, "sources": sources,
			}, []string{"type", "from_org", "to_org", "strength", "claimed_by", "note", "sources"}),
		}
		size := rapid.IntRange(1, 10).Draw(rt, "batch")
		h := newHub()
		dry := importInto(t, h, b, Options{BatchSize: size, DryRun: true})
		real := importInto(t, h, b, Options{BatchSize: size})
		if !reflect.DeepEqual(dry, real) {
			rt.Errorf("the dry run told %+v, the real one %+v", dry, real)
		}
		before, rev := dump(t, h.Store), revision(t, h.Store)
		again := importInto(t, h, b, Options{BatchSize: 11 - size})
		if revision(t, h.Store) != rev {
			rt.Errorf("the second import changed the hub: %s\nof %q", storetest.Diff(before, dump(t, h.Store)), b)
		}
		if !reflect.DeepEqual(again.report.Rejected, real.report.Rejected) {
			rt.Errorf("rejected first %v, then %v", real.report.Rejected, again.report.Rejected)
		}
	})
}

// TestListsSurviveOneCell: any items come back from the cell they are written
// to.
func TestListsSurviveOneCell(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		items := rapid.SliceOfN(rapid.StringMatching(`[a|\\ ']{1,4}`), 1, 4).Draw(rt, "items")
		cell := Guard(joinList(items))
		if got := splitList(unguard(cell)); !reflect.DeepEqual(got, items) {
			rt.Errorf("%q in the cell %q came back as %q", items, cell, got)
		}
	})
}

func TestOrganisationID(t *testing.T) {
	siren := hub.ReadIdentifier(hub.SchemeSIRET, "35600000049837")
	rna := hub.ReadIdentifier(hub.SchemeRNA, "W9P1002760")
	bad := hub.ReadIdentifier(hub.SchemeSIRET, "12345678901234")
	for _, c := range []struct {
		readings []hub.IdentifierReading
		name     string
		scope    hub.ID
		want     hub.ID
	}{
		{[]hub.IdentifierReading{rna, siren}, "x", "", "org:siren-356000000"},
		{[]hub.IdentifierReading{bad, rna}, "x", "", "org:rna-W9P1002760"},
		{[]hub.IdentifierReading{bad}, "Œuvre & Cie", "", "org:oeuvre-cie"},
		{nil, "Œuvre & Cie", "source:decp", "org:decp.oeuvre-cie"},
		{nil, "东", "", "org:%E4%B8%9C"}, // no letter of ours: the name itself
		{nil, "", "source:decp", ""},
	} {
		if got := OrganisationID(c.readings, c.name, c.scope); got != c.want {
			t.Errorf("%v %q: got %s, want %s", c.readings, c.name, got, c.want)
		}
	}
}

// TestSharedStatementKeepsFlags: the second row repeats for source a what the
// first one said, and says it for source b; the unread votes of the first stay
// in its flag, so that each run ends, and begins, with the same record.
func TestSharedStatementKeepsFlags(t *testing.T) {
	b := bundle{
		"sources.csv": twoSources, "poles.csv": "id,name\npole:p,P\n", "organisations.csv": "id,name,kind\norg:x,X,OTHER\n",
		"memberships.csv": "pole_id,organisation_id,circle,votes,sources\npole:p,org:x,PARTNER,trois,source:a\npole:p,org:x,PARTNER,,source:a|source:b\n",
	}
	h := newHub()
	first := importInto(t, h, b, Options{BatchSize: 1})
	rev := revision(t, h.Store)
	again := importInto(t, h, b, Options{BatchSize: 1})
	if now := revision(t, h.Store); now != rev || first.report.RejectedItems() != 0 || again.report.Total().Updated != 0 {
		t.Errorf("revision %d, then %d; %+v, then %+v", rev, now, first.report, again.report)
	}
}
