package hub

import (
	"fmt"
	"testing"
)

func TestTable(t *testing.T) {
	for _, n := range Nouns() {
		r := n.New()
		for _, f := range n.Fields {
			if f.Get(r) != nil && f.Enum != Tris {
				t.Errorf("%s.%s of an empty record is %v", n.Name, f.Name, f.Get(r))
			}
			if f.Ref != "" && NounNamed(f.Ref) == nil {
				t.Errorf("%s.%s refers to %q", n.Name, f.Name, f.Ref)
			}
		}
		if r.Noun() != n {
			t.Errorf("%s: Noun() is %s", n.Name, r.Noun().Name)
		}
		for _, rel := range n.Relations {
			if NounNamed(rel.To) == nil {
				t.Errorf("%s.%s leads to %q", n.Name, rel.Name, rel.To)
			}
			for _, v := range rel.Via {
				if v == nil {
					t.Errorf("%s.%s via nil", n.Name, rel.Name)
				}
			}
		}
	}
	m := &Membership{PoleID: "pole:p", OrganisationID: "org:o.1", Circle: CircleCarrier}
	Complete(m)
	if m.ID != "membership:p.o%2E1." {
		t.Errorf("id %s", m.ID)
	}
	if errs := Validate(m); len(errs) > 0 {
		t.Error(errs)
	}
	b := EncodeRecord(m)
	back, err := DecodeRecord(MembershipNoun, b)
	if err != nil || !Equal(back, m) {
		t.Errorf("%s %v", b, err)
	}
}

func TestByNoun(t *testing.T) {
	var got []string
	for n, ids := range ByNoun([]ID{"party:b", "x:a", "org:b", "", "org:a", "source:s", "party:a"}) {
		got = append(got, fmt.Sprint(n.Name, ids))
	}
	if want := "[source[source:s] organisation[org:b org:a] party[party:b party:a]]"; fmt.Sprint(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for n := range ByNoun([]ID{"party:b", "org:a"}) {
		if n != OrganisationNoun {
			t.Errorf("after the loop was left comes %s", n.Name)
		}
		break
	}
}

func TestArrange(t *testing.T) {
	a := &Pole{ID: "pole:a", Name: "A"}
	got := Arrange([]ID{"pole:a", "pole:x", "pole:a"}, map[ID]Record{"pole:a": a, "pole:b": &Pole{ID: "pole:b"}})
	if len(got) != 3 || got[0] != Record(a) || got[1] != nil || got[2] == Record(a) || !Equal(got[2], a) {
		t.Errorf("got %v", got)
	}
}
