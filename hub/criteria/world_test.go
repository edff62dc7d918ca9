package criteria_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"polehub/hub"
)

// tester is what *testing.T and *rapid.T share.
type tester interface {
	Fatalf(format string, args ...any)
	Fatal(args ...any)
	Helper()
	Context() context.Context
}

// hubOf puts the facts of some lines into a store.
func hubOf(t tester, store hub.Store, facts []string) (*hub.Hub, hub.ID) {
	t.Helper()
	h := &hub.Hub{Store: store, Clock: func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }}
	w := &world{t: t, orgs: map[hub.ID]*hub.Organisation{}, pole: &hub.Pole{ID: "pole:case", Name: "case"}}
	for _, line := range facts {
		w.read(line)
	}
	records := append([]hub.Record{w.pole}, w.records...)
	for _, o := range w.orgs {
		records = append(records, o)
	}
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(records...); return nil }); err != nil {
		t.Fatal(err)
	}
	return h, w.pole.ID
}

// world is the facts of one case.
type world struct {
	t       tester
	pole    *hub.Pole
	orgs    map[hub.ID]*hub.Organisation
	records []hub.Record
	n       int
}

func (w *world) read(line string) {
	words := strings.Fields(line)
	options := map[string]string{"from": "2015-01-01"}
	var plain []string
	if words[0] == "observed" {
		options["to"] = "2026-01-01"
	}
	for _, word := range words[1:] {
		if key, value, ok := strings.Cut(word, "="); ok {
			options[key] = value
		} else {
			plain = append(plain, word)
		}
	}
	period := hub.Period{ValidFrom: date(options["from"]), ValidTo: date(options["to"])}
	w.n++
	id := func(prefix string) hub.ID { return hub.ID(fmt.Sprintf("%s:case-%d", prefix, w.n)) }
	switch words[0] {
	case "pole":
		w.pole.Name = orElse(string(spaced(options["name"])), w.pole.Name)
		w.pole.StartedOn, w.pole.EndedOn = date(options["started"]), date(options["ended"])
		w.pole.Summary, w.pole.Territory = spaced(options["summary"]), hub.Text(options["territory"])
		w.pole.Communes = list(options["communes"])
	case "org":
		w.org(plain[0], options)
	case "member":
		o := w.org(plain[0], options)
		m := &hub.Membership{PoleID: w.pole.ID, OrganisationID: o.ID, Circle: hub.Circle(orElse(options["circle"], "PARTNER")), College: hub.Text(options["college"]), Period: period}
		if v, err := strconv.Atoi(options["votes"]); err == nil {
			m.Votes = &v
		}
		w.add(m)
	case "claim":
		w.add(&hub.Claim{OrganisationID: w.org(plain[0], options).ID, Claim: hub.ClaimKind(plain[1]), Value: hub.Tri(orElse(options["value"], "YES")), Basis: hub.BasisOfficialList, Period: period})
	case "tie":
		t := &hub.Tie{Type: hub.TieType(plain[0]), FromID: w.org(plain[1], nil).ID, ToID: w.org(plain[2], nil).ID, PoleID: w.pole.ID, ClaimedBy: []hub.Claimant{hub.ByFirst}, Period: period}
		if in := options["in"]; in != "" {
			t.ObservationID = hub.ID("observation:" + in)
		}
		w.add(t)
	case "contract":
		w.contract(id("contract"), plain, options)
	case "document":
		d := &hub.Document{ID: id("document"), PoleID: w.pole.ID, Kind: hub.DocumentKind(plain[0]), Title: plain[0], Dated: date(options["dated"])}
		for _, signatory := range list(options["signed"]) {
			d.SignatoryIDs = append(d.SignatoryIDs, w.org(signatory, nil).ID)
		}
		w.add(d)
	case "site":
		w.add(&hub.Site{PoleID: w.pole.ID, Name: fmt.Sprint("site ", w.n), Address: spaced(options["address"]), Shared: hub.Tri(options["shared"]), Period: period})
	case "role":
		w.add(&hub.Role{PoleID: w.pole.ID, OrganisationID: w.org(plain[0], options).ID, Role: hub.RoleKind(plain[1]), Basis: hub.RoleBasisDocumented, Period: period})
	case "link":
		w.add(&hub.Link{ChildID: w.org(plain[0], nil).ID, ParentID: w.org(plain[1], nil).ID, Kind: hub.LinkGroup, Period: period})
	case "assessment":
		w.add(&hub.Assessment{PoleID: w.pole.ID, Grid: plain[0], Criterion: plain[1], Verdict: hub.Verdict(plain[2]), Author: "somebody", Dated: date(options["dated"])})
	case "observed":
		name := id("observation")
		if options["name"] != "" {
			name = hub.ID("observation:" + options["name"])
		}
		w.observed(name, plain, options)
	default:
		w.t.Fatalf("%q: not a kind of fact", words[0])
	}
}

func (w *world) add(r hub.Record) { w.records = append(w.records, r) }

// org finds an organisation, or makes an enterprise of unknown ESS status.
func (w *world) org(local string, options map[string]string) *hub.Organisation {
	id := hub.ID("org:" + local)
	o := w.orgs[id]
	if o == nil {
		o = &hub.Organisation{ID: id, Name: local, Kind: hub.KindEnterprise}
		w.orgs[id] = o
	}
	for key, value := range options {
		switch key {
		case "kind":
			o.Kind = hub.OrganisationKind(value)
		case "tier":
			o.PublicTier = hub.PublicTier(value)
		case "legal":
			o.LegalCategory = hub.Text(value)
		case "activity":
			o.ActivityCode = hub.Text(value)
		case "band":
			o.SizeBand = hub.Text(value)
		case "name":
			o.Name = string(spaced(value))
		case "ess":
			w.add(&hub.Claim{OrganisationID: id, Claim: hub.ClaimEss, Value: hub.Tri(strings.ToUpper(value)), Basis: hub.BasisOfficialList})
		}
	}
	return o
}

func (w *world) contract(id hub.ID, plain []string, options map[string]string) {
	w.add(&hub.Contract{ID: id, Type: hub.ContractType(plain[0]), Title: plain[0], StartsOn: date(options["from"]), EndsOn: date(options["to"]), Status: hub.ContractStatus(options["status"])})
	for i, p := range plain[1:] {
		local, role, ok := strings.Cut(p, ":")
		if !ok {
			role = "PARTNER"
		}
		w.add(&hub.Party{ContractID: id, OrganisationID: w.org(local, nil).ID, Role: hub.PartyRole(role), Position: new(i + 1)})
	}
}

// observed covers ties, contracts, documents, roles or memberships, of every
// type or of those named.
func (w *world) observed(id hub.ID, plain []string, options map[string]string) {
	o := &hub.Observation{ID: id, PoleID: w.pole.ID, ObservedFrom: date(options["from"]), ObservedTo: date(options["to"]), TieTypes: []string{hub.AllTypes}, ContractTypes: []string{hub.AllTypes}}
	for _, what := range plain {
		o.Covers = append(o.Covers, hub.Coverage(what))
	}
	if types := list(options["types"]); types != nil {
		if o.TieTypes = types; slices.Contains(plain, "CONTRACTS") {
			o.TieTypes, o.ContractTypes = nil, types
		}
	}
	w.add(o)
	answered := list(options["answered"])
	for _, local := range list(options["asked"]) {
		responded := hub.TriNo
		for _, a := range answered {
			if a == local {
				responded = hub.TriYes
			}
		}
		w.add(&hub.RosterEntry{ObservationID: id, OrganisationID: w.org(local, nil).ID, Responded: responded})
	}
}

// spaced reads a text whose spaces are written _.
func spaced(s string) hub.Text { return hub.Text(strings.ReplaceAll(s, "_", " ")) }

// date reads a day; ? is the unknown one.
func date(s string) hub.Date {
	if s == "?" {
		return ""
	}
	return hub.Date(s)
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
