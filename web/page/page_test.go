package page

import (
	"errors"
	"testing"
)

func TestDecode(t *testing.T) {
	refusal := &Error{Code: NotFound, Path: "pole", Message: "no such pole"}
	for _, c := range []struct {
		name, data string
		refusals   []*Error
		want       string // of out
		err        string
	}{
		{"whole", `{"name":"a"}`, nil, "a", ""},
		{"partial", `{"name":"a"}`, []*Error{refusal}, "a", "pole: no such pole"},
		{"refused", ``, []*Error{refusal}, "", "no such pole"},
		{"refused, data null", `null`, []*Error{refusal}, "", "no such pole"},
		{"nothing at all", ``, nil, "", "the API gave neither an answer nor a reason"},
		{"not what was expected", `[]`, nil, "", "read the answer of the API: json: cannot unmarshal array into Go value of type struct { Name string }"},
	} {
		var out struct{ Name string }
		err := Decode([]byte(c.data), c.refusals, &out)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.err || out.Name != c.want {
			t.Errorf("%s: %q, %q; want %q, %q", c.name, out.Name, got, c.want, c.err)
		}
		if _, ok := errors.AsType[*Partial](err); ok != (c.name == "partial") {
			t.Errorf("%s: partial is %v", c.name, ok)
		}
	}
}
