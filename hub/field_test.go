package hub_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
)

// sample is a canonical value of each type, as FieldType documents them.
func sample(f *hub.Field) any {
	switch f.Type {
	case hub.TypeEnum:
		return f.Enum.Values[0].Code
	case hub.TypeInt, hub.TypeMoney, hub.TypeRatio:
		return int64(7)
	case hub.TypeFloat:
		return 1.5
	case hub.TypeList, hub.TypeRefs:
		return []string{"2", "1"}
	case hub.TypeFlags:
		return []string{hub.Flag{Code: "X", Raw: "y"}.Encode()}
	}
	return "text"
}

// Each field of each noun: Set, Get, List, Text and the Go type of Pointer.
func TestFieldsByType(t *testing.T) {
	pointers := map[hub.FieldType]string{
		hub.TypeText: "*string", hub.TypeEnum: "*string", hub.TypeDate: "*string", hub.TypeRef: "*string",
		hub.TypeInt: "**int", hub.TypeMoney: "**hub.Money", hub.TypeRatio: "**hub.Ratio", hub.TypeFloat: "**float64",
		hub.TypeRefs: "*[]hub.ID", hub.TypeFlags: "*[]hub.Flag",
	}
	for _, n := range hub.Nouns() {
		for _, f := range n.Fields {
			r, v := n.New(), sample(f)
			if want := pointers[f.Type]; want != "" && reflect.TypeOf(f.Pointer(r)).String() != want {
				t.Errorf("%s.%s: the pointer is a %T, want %s", n.Name, f.Name, f.Pointer(r), want)
			}
			if err := f.Set(r, v); err != nil || !reflect.DeepEqual(f.Get(r), v) {
				t.Errorf("%s.%s: set to %v, got %v, %v", n.Name, f.Name, v, f.Get(r), err)
			}
			if s, ok := v.(string); ok && f.Text(r) != s || !ok && f.Text(r) != "" {
				t.Errorf("%s.%s: the text of %v is %q", n.Name, f.Name, v, f.Text(r))
			}
			if list, _ := v.([]string); !reflect.DeepEqual(f.List(r), list) {
				t.Errorf("%s.%s: the list of %v is %q", n.Name, f.Name, v, f.List(r))
			}
			if err := f.Set(r, nil); err != nil || f.Get(r) != nil && f.Enum != hub.Tris {
				t.Errorf("%s.%s: cleared, got %v, %v", n.Name, f.Name, f.Get(r), err)
			}
			if f.Enum == hub.Tris && f.Get(r) != "UNKNOWN" {
				t.Errorf("%s.%s: a missing Tri is %v", n.Name, f.Name, f.Get(r))
			}
		}
	}
}

func TestSetRefusesOtherTypes(t *testing.T) {
	for _, n := range hub.Nouns() {
		for _, f := range n.Fields {
			for _, v := range []any{true, 7, []byte("x"), []any{"x"}, hub.Money(1), struct{}{}} {
				err := f.Set(n.New(), v)
				if hub.CodeOf(err) != hub.BadUserInput || !strings.HasPrefix(err.Error(), f.Name+": ") {
					t.Errorf("%s.%s takes a %T: %v", n.Name, f.Name, v, err)
				}
			}
		}
	}
	if err := hub.TieNoun.Field("strengths").Set(new(hub.Tie), []string{"1", "two"}); hub.CodeOf(err) != hub.BadUserInput {
		t.Errorf("a strength two gives %v", err)
	}
}

func TestFindingFields(t *testing.T) {
	for _, n := range hub.Nouns() {
		for _, f := range n.Fields {
			if n.Field(f.Name) != f || n.Column(f.Column) != f {
				t.Errorf("%s.%s is not found by name or column %s", n.Name, f.Name, f.Column)
			}
		}
		for _, rel := range n.Relations {
			if n.Relation(rel.Name) != rel {
				t.Errorf("%s.%s is not found", n.Name, rel.Name)
			}
		}
		if n.Field("x") != nil || n.Column("") != nil || n.Relation("x") != nil {
			t.Errorf("%s has what it has not", n.Name)
		}
	}
	if f := hub.TieNoun.Field("fromId"); f.Column != "from_org" {
		t.Errorf("fromId is in column %s", f.Column)
	}
	if f := hub.PoleNoun.Field("cogYear"); f.Column != "cog_year" {
		t.Errorf("cogYear is in column %s", f.Column)
	}
}

func TestFlagsReadBack(t *testing.T) {
	text := rapid.OneOf(rapid.SampledFrom([]string{"", `\`, `\t`, "\t", `\\t`, "a\tb\\", "\n"}), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		flag := hub.Flag{
			Code: hub.FlagCode(text.Draw(t, "code")), Field: hub.Text(text.Draw(t, "field")),
			Raw: hub.Text(text.Draw(t, "raw")), Message: hub.Text(text.Draw(t, "message")),
		}
		if back := hub.DecodeFlag(flag.Encode()); back != flag {
			t.Fatalf("%+v is written %q and read back as %+v", flag, flag.Encode(), back)
		}
	})
}

func FuzzDecodeFlag(f *testing.F) {
	for _, s := range []string{"", "X", "X\tfield\traw\tmessage", "\t\t\t\t\t", `X\t\\` + "\t" + `\`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		flag := hub.DecodeFlag(s)
		if back := hub.DecodeFlag(flag.Encode()); back != flag {
			t.Errorf("%q is read as %+v, written %q and read back as %+v", s, flag, flag.Encode(), back)
		}
	})
}
