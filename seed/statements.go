package seed

import (
	"hash/maphash"
	"strconv"

	"polehub/hub"
)

// What a source stated of a record stands for the whole import: a later row of
// the same source with another content is rejected, whatever the hub holds, or
// each run would change the hub to and fro. Digests tell, so that memory stays
// small; the two ends of a tie may add to one another, so a tie has a digest for
// each thing stated.

// statement is one thing that a source states.
type statement struct{ key, digest uint64 }

// statements lists what a record states, for each of its sources.
func (s *seen) statements(r hub.Record) []statement {
	sources := sourcesOf(r)
	if len(sources) == 0 {
		sources = []hub.ID{""}
	}
	var all []statement
	for _, source := range sources {
		if tie, ok := r.(*hub.Tie); ok {
			all = s.tieStatements(all, tie, source)
			continue
		}
		all = append(all, statement{s.key(r.Key(), source, ""), s.digest(r)})
	}
	return all
}

// tieStatements lists the fields and ratings that a row of a tie states.
func (s *seen) tieStatements(all []statement, t *hub.Tie, source hub.ID) []statement {
	for _, f := range hub.TieNoun.Fields[1:] {
		if f.Type == hub.TypeList || f.Type == hub.TypeRefs || f.Type == hub.TypeFlags {
			continue
		}
		if v := f.Text(t); v != "" {
			all = append(all, statement{s.key(t.ID, source, f.Name), maphash.String(s.seed, v)})
		}
	}
	ratings := strengths(t)
	for _, c := range t.ClaimedBy {
		if rating, ok := ratings[c]; ok {
			all = append(all, statement{s.key(t.ID, source, string(c)), maphash.String(s.seed, strconv.Itoa(rating))})
		}
	}
	return all
}

func (s *seen) key(id, source hub.ID, what string) uint64 {
	var h maphash.Hash
	h.SetSeed(s.seed)
	h.WriteString(string(id))
	h.WriteByte(0)
	h.WriteString(string(source))
	h.WriteByte(0)
	h.WriteString(what)
	return h.Sum64()
}

// digest tells contents apart, sources and flags aside.
func (s *seen) digest(r hub.Record) uint64 {
	var h maphash.Hash
	h.SetSeed(s.seed)
	for i, f := range r.Noun().Fields {
		if f.Type == hub.TypeFlags || f.Ref == hub.SourceNoun.Name {
			continue
		}
		if v := f.Get(r); v != nil {
			h.WriteByte(byte(i))
			h.WriteString(text(f, v))
			h.WriteByte(0)
		}
	}
	return h.Sum64()
}

// repetition is how a record stands to what its sources stated before.
type repetition int

const (
	news     repetition = iota // something is said for the first time
	repeated                   // all was said before
	contrary                   // another thing was said before
)

// repeats compares what a record states with what was stated before, in earlier
// batches and in this one.
func (m *merger) repeats(stated []statement) repetition {
	known := 0
	for _, st := range stated {
		before, ok := m.said[st.key]
		if !ok {
			before, ok = m.seen.said[st.key]
		}
		switch {
		case ok && before != st.digest:
			return contrary
		case ok:
			known++
		}
	}
	if known == len(stated) {
		return repeated
	}
	return news
}
