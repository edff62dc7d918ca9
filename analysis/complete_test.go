package analysis

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// everyCase computes everything of all subjects on all cases.
func everyCase(t *testing.T) map[string][]Measure {
	t.Helper()
	all := map[string][]Measure{}
	for name, c := range readCases(t) {
		all[name] = c.measure(t)
	}
	for name, c := range pastCases(t) {
		all["change/"+name] = c.change(t).Measure(t.Context(), nil, Options{})
	}
	for name, c := range ledgerCases(t) {
		l, err := NewLedger(c.in, c.window)
		if err != nil {
			t.Fatal(err)
		}
		all["money/"+name] = l.Measure(nil, true)
	}
	files, err := filepath.Glob("testdata/survey/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases of surveys: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, _, _ := surveyCase(t, string(data))
		all[file] = s.Measure(t.Context(), nil, true)
	}
	return all
}

// TestMeasuresAreComplete: whatever the subject, a measure says what it is of and on
// what, also without a value; and every kind of scope that a definition announces
// comes in some case.
func TestMeasuresAreComplete(t *testing.T) {
	announced := map[Indicator][]ScopeKind{}
	for _, d := range Definitions() {
		announced[d.ID] = d.Scopes
	}
	for name, list := range everyCase(t) {
		checkContract(t, list)
		for _, m := range list {
			if why := incomplete(m); why != "" {
				t.Errorf("%s: %s of %s: %s", name, m.ID, scopeText(m.Scope), why)
			}
			if m.Value != nil || m.Scope.Kind == ScopeNetwork { // of classes, where none is known
				announced[m.ID] = slices.DeleteFunc(announced[m.ID], func(k ScopeKind) bool { return k == m.Scope.Kind })
			}
		}
	}
	for id, left := range announced {
		if len(left) > 0 {
			t.Errorf("no case has a value of %s for %v", id, left)
		}
	}
}

// incomplete says what is wrong with the parts of a measure that are always there.
func incomplete(m Measure) string {
	d, _ := lookup(m.ID)
	if d == nil || m.Version != d.Version {
		return "it is not of the version of its definition"
	}
	if len(m.InputHash) != 64 || strings.Trim(m.InputHash, "0123456789abcdef") != "" {
		return "its hash is " + m.InputHash
	}
	keys := map[ScopeKind]int{ScopeClass: 1, ScopeClassPair: 2, ScopeNode: 1, ScopeRelationPair: 2}
	if m.Scope.Attribute != "" {
		keys[ScopeRelationPair] = 1 // a relation and the classes of the attribute
	}
	switch want, fixed := keys[m.Scope.Kind]; {
	case fixed && len(m.Scope.Keys) != want, m.Scope.Kind == ScopeNodeSet && len(m.Scope.Keys) == 0, m.Scope.Kind == "":
		return "its scope has keys " + strings.Join(m.Scope.Keys, " ")
	case (m.Scope.Mode != "") != (d.Subject == SubjectTwoMode && m.Scope.Kind == ScopeNode):
		return "its mode is " + string(m.Scope.Mode)
	case d.Subject == SubjectMoney && m.PairsAtRisk != 0:
		return "money has pairs"
	case m.Value == nil && (m.Num != nil || m.Den != nil || m.Normalized != nil || m.Optima != 0):
		return "it has parts of a value that it has not"
	case m.Interval != nil || m.Null != nil || m.Seed != 0 && m.ID != SmallWorldQuotient: // which draws by itself
		return "it has an inference that nobody asked for"
	case !slices.IsSorted(m.Warnings):
		return "its warnings are not in order"
	}
	return ""
}
