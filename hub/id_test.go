package hub_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
)

func TestParseID(t *testing.T) {
	longest := "org:" + strings.Repeat("x", hub.MaxIDLength-len("org:"))
	for _, s := range []string{"pole:pole-sud", "org:siren-123456782", "a:A.z_0-9%20", "org:%", longest} {
		if id, err := hub.ParseID(s); err != nil || string(id) != s {
			t.Errorf("%q gives %q, %v", s, id, err)
		}
	}
	for _, s := range []string{"", "pole", ":x", "pole:", "Pole:x", "po1e:x", "pole:a:b", "pole:a b", "pole:é", "pole:a/b", "pole:x\n", longest + "x"} {
		if id, err := hub.ParseID(s); err == nil || id != "" || hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%q gives %q, %v", s, id, err)
		}
	}
}

func TestNewID(t *testing.T) {
	tests := []struct{ local, want string }{
		{"pole-sud", "pole:pole-sud"},
		{"Pôle Sud", "pole:P%C3%B4le%20Sud"},
		{"a.b_c-d", "pole:a.b_c-d"},
		{"100%", "pole:100%25"},
		{"a:b/c", "pole:a%3Ab%2Fc"},
		{"", "pole:-"},
	}
	for _, test := range tests {
		if got := hub.NewID("pole", test.local); string(got) != test.want {
			t.Errorf("%q gives %s, want %s", test.local, got, test.want)
		}
	}
}

func TestDeriveID(t *testing.T) {
	tests := []struct {
		parts []string
		want  string
	}{
		{[]string{"pole:p", "org:o", "2014-01-01"}, "m:p.o.2014-01-01"},
		{[]string{"pole:p", "org:o", ""}, "m:p.o."},
		{[]string{"pole:p", "org:a.b"}, "m:p.a%2Eb"},
		{[]string{"pole:p", "Halle: nord"}, "m:p.Halle%3A%20nord"}, // a name, not an id
		{[]string{"pole:p", "Halle: sud"}, "m:p.Halle%3A%20sud"},
		{[]string{"no:id"}, "m:no%3Aid"}, // no noun has this prefix
		{[]string{"org:caf%C3%A9"}, "m:caf%25C3%25A9"},
	}
	for _, test := range tests {
		if got := hub.DeriveID("m", test.parts...); string(got) != test.want {
			t.Errorf("%q gives %s, want %s", test.parts, got, test.want)
		}
	}
}

// Keys of one shape that differ give ids that differ, whatever is in them, also
// where ids are cut.
func TestDerivedIDsNeverMeet(t *testing.T) {
	part := rapid.OneOf(
		rapid.SampledFrom([]string{"", ".", "%2E", "%252E", "%", "a", "a.", ".a", "é", "a: b"}),
		rapid.String(),
		rapid.Map(rapid.IntRange(190, 210), func(n int) string { return strings.Repeat("x", n) }),
	)
	key := rapid.SliceOfN(part, 2, 2)
	rapid.Check(t, func(t *rapid.T) {
		a, b := key.Draw(t, "a"), key.Draw(t, "b")
		x, y := hub.DeriveID("site", a...), hub.DeriveID("site", b...)
		if same := a[0] == b[0] && a[1] == b[1]; same != (x == y) {
			t.Fatalf("%q gives %s and %q gives %s", a, x, b, y)
		}
		if _, err := hub.ParseID(string(x)); err != nil {
			t.Fatalf("%q gives what is no id: %v", a, err)
		}
	})
}

func TestIDParts(t *testing.T) {
	id := hub.ID("org:siren-1")
	if id.Prefix() != "org" || id.Local() != "siren-1" {
		t.Errorf("%q and %q", id.Prefix(), id.Local())
	}
	if none := hub.ID(""); none.Prefix() != "" || none.Local() != "" {
		t.Errorf("the empty id has %q and %q", none.Prefix(), none.Local())
	}
	for prefix, want := range map[hub.ID]*hub.Noun{"org:x": hub.OrganisationNoun, "status:x": hub.PoleStatusNoun, "x:y": nil, "": nil} {
		if got := hub.NounOf(prefix); got != want {
			t.Errorf("%q is of noun %v", prefix, got)
		}
	}
}

func TestIDInGraphQL(t *testing.T) {
	if got := marshal(hub.ID("org:a")) + marshal(hub.ID("")); got != `"org:a"null` {
		t.Errorf("written as %s", got)
	}
	var id hub.ID
	if err := id.UnmarshalGQL("org:a"); err != nil || id != "org:a" {
		t.Errorf("read as %q, %v", id, err)
	}
	for _, v := range []any{"a", "", 7, nil} {
		if err := id.UnmarshalGQL(v); hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%v is read with %v", v, err)
		}
	}
}

func FuzzParseID(f *testing.F) {
	for _, s := range []string{"pole:pole-sud", "org:%41", "a:b:c", ":", "org:é", "org:\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, err := hub.ParseID(s)
		if err != nil {
			return
		}
		if string(id) != s || id.Prefix()+":"+id.Local() != s || len(s) > hub.MaxIDLength {
			t.Errorf("%q is read as %q", s, id)
		}
		if again := hub.NewID(id.Prefix(), id.Local()); !strings.Contains(id.Local(), "%") && again != id {
			t.Errorf("%q is made again as %q", id, again)
		}
	})
}
