package analysis

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// surveyCase reads one file of testdata/survey: members, ties and ratings, a dashed
// line, the expected measures. RATERS and LABEL are lines about a measure.
func surveyCase(t *testing.T, text string) (s *Survey, expect [][]string, raw bool) {
	t.Helper()
	facts, expected, ok := strings.Cut(text, "---\n")
	if !ok {
		t.Fatal("no dashed line")
	}
	var ids []string
	var in SurveyInput
	b := NewBuilder(false)
	for _, f := range caseLines(facts) {
		switch f[0] {
		case "member":
			ids = append(ids, f[1])
			b = NewBuilder(false, ids...)
		case "tie":
			b.Tie(f[1], f[2])
		case "unknown":
			b.Unknown(f[1], f[2])
			raw = true
		case "coordinator":
			in.Coordinators = append(in.Coordinators, f[1])
		case "trust", "value":
			v, _ := strconv.Atoi(f[4])
			in.Ratings = append(in.Ratings, Rating{From: f[1], To: f[2], About: Topic(strings.ToUpper(f[0])), Dimension: f[3], Value: v})
		default:
			t.Fatalf("%q is no line of a case", f)
		}
	}
	s, err := NewSurvey(mustBuild(t, b), in)
	if err != nil {
		t.Fatal(err)
	}
	return s, caseLines(expected), raw
}

// TestSurveyCases: the cases hold, and each indicator of surveys has an ordinary one,
// one without a value, and one with something unknown.
func TestSurveyCases(t *testing.T) {
	covered := map[Indicator]*cover{}
	for _, id := range IndicatorsOf(SubjectSurvey) {
		covered[id] = &cover{}
	}
	files, err := filepath.Glob("testdata/survey/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			s, lines, raw := surveyCase(t, string(data))
			measures := s.Measure(t.Context(), nil, true)
			var expect []expectation
			for _, f := range lines {
				id, at, _ := strings.Cut(f[0], "@")
				if id != "RATERS" && id != "LABEL" {
					expect = append(expect, expectation{id: Indicator(id), at: at, value: strings.Join(f[1:], " ")})
					continue
				}
				of, key, _ := strings.Cut(at, "@")
				for _, m := range measures {
					if m.ID == Indicator(of) && scopeText(m.Scope) == key && strconv.Itoa(m.Raters) != f[1] && string(m.Label) != f[1] {
						t.Errorf("%s: %d raters, label %q, want %s", at, m.Raters, m.Label, f[1])
					}
				}
			}
			checkCase(t, measures, expect, raw, covered)
		})
	}
	for id, k := range covered {
		if !k.ordinary || !k.null || !k.raw {
			t.Errorf("%s: %+v", id, *k)
		}
	}
}

// TestSurveyInput: ratings outside the scale are refused, those of oneself and of
// others outside are counted.
func TestSurveyInput(t *testing.T) {
	n := mustBuild(t, NewBuilder(false, "a", "b"))
	for _, r := range []Rating{{From: "a", To: "b", About: AboutTrust, Value: 0}, {From: "a", To: "b", About: AboutTrust, Value: 5}, {From: "a", To: "b", About: "OTHER", Value: 2}} {
		if _, err := NewSurvey(n, SurveyInput{Ratings: []Rating{r}}); err == nil {
			t.Errorf("%+v was accepted", r)
		}
	}
	s, err := NewSurvey(n, SurveyInput{Ratings: []Rating{
		{From: "a", To: "a", About: AboutTrust, Value: 1}, {From: "x", To: "a", About: AboutTrust, Value: 1}, {From: "b", To: "a", About: AboutTrust, Value: 1},
	}})
	if err != nil || s.Ratings() != 1 || s.Self() != 1 || s.Outside() != 1 {
		t.Errorf("%+v, %v", s, err)
	}
}
