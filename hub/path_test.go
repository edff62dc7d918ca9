package hub_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"polehub/hub"
	"polehub/store/storetest"
)

// linked is organisations a, b, … with ties between the pairs given.
func linked(names string, pairs ...string) []hub.Record {
	var records []hub.Record
	for _, name := range names {
		records = append(records, &hub.Organisation{ID: hub.ID("org:" + string(name)), Name: string(name), Kind: hub.KindEnterprise})
	}
	for _, pair := range pairs {
		records = append(records, &hub.Tie{Type: hub.TieJointProject, FromID: hub.ID("org:" + pair[:1]), ToID: hub.ID("org:" + pair[1:]),
			ClaimedBy: []hub.Claimant{hub.ByFirst}, Period: hub.Period{ValidFrom: "2024-01-01", ValidTo: "2026-01-01"}})
	}
	return records
}

func members(pole hub.ID, names string) []hub.Record {
	records := []hub.Record{&hub.Pole{ID: pole, Name: string(pole)}}
	for _, name := range names {
		records = append(records, &hub.Membership{PoleID: pole, OrganisationID: hub.ID("org:" + string(name)), Circle: hub.CirclePartner})
	}
	return records
}

// tell writes an answer as text: length, total, undocumented pairs, then the paths.
func tell(p *hub.Paths) string {
	text := "none"
	if p.Length != nil {
		text = fmt.Sprint(*p.Length)
	}
	text += fmt.Sprintf(" %d %d", p.Total, p.Undocumented)
	for _, path := range p.Paths {
		text += " " + path.Steps[0].From.Name
		for _, s := range path.Steps {
			text += s.To.Name
		}
	}
	if !p.Complete {
		text += " incomplete"
	}
	return text
}

func TestPaths(t *testing.T) {
	square := linked("abcdez", "ab", "ac", "bd", "cd", "de")
	old := &hub.Tie{Type: hub.TieTrust, FromID: "org:a", ToID: "org:e", ClaimedBy: []hub.Claimant{hub.ByFirst}, ObservationID: "observation:o", Period: hub.Period{}}
	observation := []hub.Record{&hub.Pole{ID: "pole:o", Name: "o"}, &hub.Observation{ID: "observation:o", PoleID: "pole:o", ObservedFrom: "2010-01-01", ObservedTo: "2010-02-01", Covers: []hub.Coverage{hub.CoversTies}}}
	for _, c := range []struct {
		name    string
		records []hub.Record
		q       hub.PathQuestion
		want    string
	}{
		{"a tie", square, hub.PathQuestion{From: "org:a", To: "org:b"}, "1 1 0 ab"},
		{"two ways", square, hub.PathQuestion{From: "org:a", To: "org:e"}, "3 2 0 abde acde"},
		{"against the direction", square, hub.PathQuestion{From: "org:e", To: "org:a"}, "3 2 0 edba edca"},
		{"none", square, hub.PathQuestion{From: "org:a", To: "org:z"}, "none 0 0"},
		{"too long", square, hub.PathQuestion{From: "org:a", To: "org:e", MaxLength: 2}, "none 0 0"},
		{"another type", square, hub.PathQuestion{From: "org:a", To: "org:b", Types: []hub.TieType{hub.TieTrust}}, "none 0 0"},
		{"the type", square, hub.PathQuestion{From: "org:a", To: "org:b", Types: []hub.TieType{hub.TieTrust, hub.TieJointProject}}, "1 1 0 ab"},
		{"before the ties", square, hub.PathQuestion{From: "org:a", To: "org:b", At: "2023-12-31"}, "none 0 0"},
		{"after the ties", square, hub.PathQuestion{From: "org:a", To: "org:b", At: "2026-01-01"}, "none 0 0"},
		// Nobody was asked in the pole: a – e and a – d would be shorter, b – e and c – e too; b – c not.
		{"unknown pairs of a pole", append(members("pole:p", "abcde"), square...), hub.PathQuestion{From: "org:a", To: "org:e"}, "3 2 4 abde acde"},
		// The whole of length 2 at most: a – z, and b – z or c – z behind one tie.
		{"unknown pairs where there is no path", append(members("pole:p", "abcdez"), square...), hub.PathQuestion{From: "org:a", To: "org:z", MaxLength: 2}, "none 0 3"},
		// A fact last seen in 2010 makes no tie, and its pair is not known.
		{"a tie not confirmed for long", append(append(observation, old), square...), hub.PathQuestion{From: "org:a", To: "org:e"}, "3 2 1 abde acde"},
		{"more ways than are shown", linked("abcdefgz", "ab", "ac", "ad", "ae", "af", "ag", "bz", "cz", "dz", "ez", "fz", "gz"), hub.PathQuestion{From: "org:a", To: "org:z"}, "2 6 0 abz acz adz aez afz"},
	} {
		h := newHub(t, c.records...)
		if c.q.At == "" {
			c.q.At = "2025-01-01"
		}
		if c.q.MaxLength == 0 {
			c.q.MaxLength = 6
		}
		p, err := h.Paths(t.Context(), c.q)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got := tell(p); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	h := newHub(t, square...)
	for want, q := range map[string]hub.PathQuestion{
		"to: is the same organisation as from":        {From: "org:a", To: "org:a", MaxLength: 6},
		"maxLength: 11 is not between 1 and 10":       {From: "org:a", To: "org:b", MaxLength: 11},
		`to: no organisation has the id "org:nobody"`: {From: "org:a", To: "org:nobody", MaxLength: 6},
		`from: no organisation has the id "pole:p"`:   {From: "pole:p", To: "org:a", MaxLength: 6},
	} {
		q.At = "2025-01-01"
		if _, err := h.Paths(t.Context(), q); hub.CodeOf(err) != hub.BadUserInput || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// The number of calls follows from the distances, not from how many there are.
func TestPathCalls(t *testing.T) {
	calls := func(width int) int {
		records := linked("az")
		for i := range width {
			id := hub.ID(fmt.Sprintf("org:m%03d", i))
			records = append(records, &hub.Organisation{ID: id, Name: string(id), Kind: hub.KindEnterprise})
			for _, end := range []hub.ID{"org:a", "org:z"} {
				records = append(records, &hub.Tie{Type: hub.TieJointProject, FromID: min(end, id), ToID: max(end, id), ClaimedBy: []hub.Claimant{hub.ByFirst}, Period: hub.Period{ValidFrom: "2024-01-01", ValidTo: "2026-01-01"}})
			}
		}
		h := newHub(t, records...)
		n := 0
		h.Store = counting{h.Store, &n}
		if p, err := h.Paths(t.Context(), hub.PathQuestion{From: "org:a", To: "org:z", At: "2025-01-01", MaxLength: 6}); err != nil || p.Total != int64(width) {
			t.Fatalf("%+v, %v", p, err)
		}
		return n
	}
	if few, many := calls(2), calls(200); few != many {
		t.Errorf("%d calls for 2 ways, %d for 200", few, many)
	}
}

// TestPathsTwin compares with the plain way: distances by trying all ties, and for
// each unknown pair of a pole the distance if it were tied.
func TestPathsTwin(t *testing.T) {
	const names = "abcdefgh"
	rapid.Check(t, func(rt *rapid.T) {
		var pairs []string
		tied := map[string]bool{}
		for i := range names {
			for j := range i {
				if rapid.IntRange(0, 4).Draw(rt, "tied") == 0 {
					pairs = append(pairs, names[j:j+1]+names[i:i+1])
					tied[names[j:j+1]+names[i:i+1]] = true
				}
			}
		}
		records := linked(names, pairs...)
		var poles [2]string
		for k := range poles {
			for _, name := range names {
				if rapid.Bool().Draw(rt, "member") {
					poles[k] += string(name)
				}
			}
			records = append(records, members(hub.ID(fmt.Sprintf("pole:%d", k)), poles[k])...)
		}
		h := &hub.Hub{Store: storetest.NewOracle(), Clock: func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }}
		if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(records...); return nil }); err != nil {
			rt.Fatal(err)
		}
		maxLength := rapid.IntRange(1, 5).Draw(rt, "maxLength")
		got, err := h.Paths(t.Context(), hub.PathQuestion{From: "org:a", To: "org:h", At: "2025-01-01", MaxLength: maxLength})
		if err != nil {
			rt.Fatal(err)
		}
		length, total := shortest(names, tied)
		goal := length - 1
		if length > maxLength || length == 0 {
			length, total, goal = 0, 0, maxLength
		}
		shorter := 0
		for i := range names {
			for j := range i {
				pair := names[j:j+1] + names[i:i+1]
				if tied[pair] || !slices.ContainsFunc(poles[:], func(p string) bool { return strings.Contains(p, pair[:1]) && strings.Contains(p, pair[1:]) }) {
					continue
				}
				tied[pair] = true
				if with, _ := shortest(names, tied); with > 0 && with <= goal {
					shorter++
				}
				delete(tied, pair)
			}
		}
		if want := (hub.Paths{Total: total, Undocumented: shorter, Complete: true}); got.Total != want.Total || got.Undocumented != want.Undocumented || !got.Complete ||
			(got.Length == nil) != (length == 0) || got.Length != nil && *got.Length != length {
			rt.Fatalf("%s; the plain way gives length %d, %d paths, %d pairs; ties %v, poles %v", tell(got), length, total, shorter, pairs, poles)
		}
		for _, p := range got.Paths {
			for _, s := range p.Steps {
				if !tied[min(s.From.Name, s.To.Name)+max(s.From.Name, s.To.Name)] || len(s.Ties) != 1 {
					rt.Fatalf("%s: %s and %s are joined by %d ties", tell(got), s.From.Name, s.To.Name, len(s.Ties))
				}
			}
		}
	})
}

// shortest is the length of the shortest paths from the first name to the last, 0
// for none, and their number, by powers of the matrix.
func shortest(names string, tied map[string]bool) (length int, total int64) {
	ways := map[string]int64{names[:1]: 1}
	for length = 1; length < len(names); length++ {
		next := map[string]int64{}
		for from, count := range ways {
			for _, to := range names {
				if tied[min(from, string(to))+max(from, string(to))] {
					next[string(to)] += count
				}
			}
		}
		if total = next[names[len(names)-1:]]; total > 0 {
			return length, total
		}
		ways = next
	}
	return 0, 0
}
