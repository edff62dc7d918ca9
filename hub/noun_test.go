package hub

import "testing"

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
