// Package hubtest writes the facts of test cases in words, for the tests of packages
// that answer from facts.
package hubtest

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"polehub/hub"
)

// defaults are what the facts of cases have unless they say otherwise: facts that no
// rule has anything to say about.
func defaults() map[string]string {
	return map[string]string{
		"source":       "title=source kind=DOCUMENT",
		"organisation": "name=organisation kind=ENTERPRISE",
		"claim":        "claim=ESS value=YES basis=DECLARED",
		"link":         "kind=GROUP validFrom=2015-01-01",
		"pole":         "name=pole startedOn=2010-01-01",
		"poleStatus":   "status=DECLARED",
		"membership":   "poleId=pole:p circle=PARTNER validFrom=2015-01-01",
		"role":         "poleId=pole:p role=HOST basis=DOCUMENTED validFrom=2015-01-01",
		"observation":  "poleId=pole:p covers=TIES observedFrom=2015-01-01 observedTo=2026-01-01",
		"rosterEntry":  "responded=YES",
		"tie":          "type=JOINT_OFFER claimedBy=DOCUMENT validFrom=2015-01-01",
		"contract":     "type=SERVICE title=contract amount=100.00 startsOn=2015-01-01",
		"amendment":    "dated=2016-01-01",
		"party":        "role=PARTNER",
		"document":     "poleId=pole:p kind=STRATEGY title=document dated=2016-01-01",
	}
}

// Facts reads the facts of a case, one a line: the noun, the id if it matters, fields
// by name, and flags as flag=column:CODE:raw. A ? is an unknown value. All have
// a source. Organisations and poles that are only named exist: of a pole, its
// carrier too.
func Facts(t *testing.T, lines []string) []hub.Record {
	t.Helper()
	var records []hub.Record
	for _, line := range lines {
		records = append(records, Fact(t, line))
	}
	there := map[hub.ID]bool{}
	for _, r := range records {
		there[r.Key()] = true
	}
	add := func(line string) {
		if r := Fact(t, line); !there[r.Key()] {
			there[r.Key()] = true
			records = append(records, r)
		}
	}
	for _, r := range slices.Clone(records) {
		for _, f := range r.Noun().Fields {
			for _, id := range append(f.List(r), f.Text(r)) {
				switch {
				case f.Ref == "organisation" && id != "":
					add("organisation " + id)
				case f.Ref == "pole" && id != "" && !there[hub.ID(id)]:
					add("pole " + id)
					add("organisation org:carrier")
					add("membership organisationId=org:carrier circle=CARRIER validFrom=2010-01-01 poleId=" + id)
				}
			}
		}
	}
	add("source source:s")
	return records
}

// Fact reads one line.
func Fact(t *testing.T, line string) hub.Record {
	t.Helper()
	words := strings.Fields(line)
	n := hub.NounNamed(words[0])
	if n == nil {
		t.Fatalf("%q: no such noun", line)
	}
	r := n.New()
	values := map[string]string{}
	if n != hub.SourceNoun {
		values["sources"] = "source:s"
	}
	for _, word := range append(strings.Fields(defaults()[n.Name]), words[1:]...) {
		name, value, ok := strings.Cut(word, "=")
		switch {
		case !ok:
			values["id"] = word
		case name == "flag":
			parts := strings.SplitN(value, ":", 3)
			flags := n.Field("flags").Pointer(r).(*[]hub.Flag)
			*flags = append(*flags, hub.Flag{Field: hub.Text(parts[0]), Code: hub.FlagCode(parts[1]), Raw: hub.Text(parts[2])})
		default:
			values[name] = value
		}
	}
	for name, value := range values {
		f := n.Field(name)
		if f == nil {
			t.Fatalf("%q: no field %q", line, name)
		}
		if err := f.Set(r, canonical(t, f, value)); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	hub.Complete(r)
	return r
}

// canonical reads the value of a field.
func canonical(t *testing.T, f *hub.Field, text string) any {
	t.Helper()
	if text == "?" {
		return nil
	}
	read := func(n int64, err error) any {
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	switch f.Type {
	case hub.TypeInt:
		return read(strconv.ParseInt(text, 10, 64))
	case hub.TypeMoney:
		m, err := hub.ParseMoney(text)
		return read(int64(m), err)
	case hub.TypeRatio:
		share, err := hub.ParseRatio(text)
		return read(int64(share), err)
	case hub.TypeList, hub.TypeRefs:
		return strings.Split(text, ",")
	}
	return text
}
