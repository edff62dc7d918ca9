package seed

import (
	"hash/maphash"
	"math"
	"strconv"

	"polehub/hub"
)

// What a source stated of a record stands for the whole import: a later row of
// the same source with another content is rejected, whatever the hub holds, or
// each run would change the hub to and fro. Digests tell, so that memory stays
// small; the two ends of a tie may add to one another, so a tie has a digest for
// each thing stated.

// statement is one thing that a source states.
type statement struct {
	key    uint64
	digest uint32
	source uint16 // number of the source in the run; 0 for a statement of a tie
}

// statements lists what a record states, for each of its sources.
func (s *seen) statements(r hub.Record) []statement {
	sources := sourcesOf(r)
	tie, isTie := r.(*hub.Tie)
	switch {
	case isTie && len(sources) == 0:
		return s.tieStatements(nil, tie, "")
	case isTie:
		var all []statement
		for _, source := range sources {
			all = s.tieStatements(all, tie, source)
		}
		return all
	case len(sources) == 0:
		return []statement{s.whole(r.Key(), "", s.digest(r))}
	}
	all := make([]statement, len(sources))
	digest := s.digest(r)
	for i, source := range sources {
		all[i] = s.whole(r.Key(), source, digest)
	}
	return all
}

// whole is the statement of a whole record.
func (s *seen) whole(id, source hub.ID, digest uint32) statement {
	number, known := s.sources[source]
	if !known && len(s.sources) < math.MaxUint16 {
		number = uint16(len(s.sources) + 1)
		s.sources[source] = number
	}
	return statement{s.key(id, source, ""), digest, number}
}

// tieStatements lists the fields and ratings that a row of a tie states.
func (s *seen) tieStatements(all []statement, t *hub.Tie, source hub.ID) []statement {
	for _, f := range hub.TieNoun.Fields[1:] {
		if f.Type == hub.TypeList || f.Type == hub.TypeRefs || f.Type == hub.TypeFlags {
			continue
		}
		if v := f.Text(t); v != "" {
			all = append(all, statement{s.key(t.ID, source, f.Name), uint32(maphash.String(s.seed, v)), 0})
		}
	}
	ratings := strengths(t)
	for _, c := range t.ClaimedBy {
		if rating, ok := ratings[c]; ok {
			all = append(all, statement{s.key(t.ID, source, string(c)), uint32(maphash.String(s.seed, strconv.Itoa(rating))), 0})
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
func (s *seen) digest(r hub.Record) uint32 {
	var h maphash.Hash
	h.SetSeed(s.seed)
	for i, f := range r.Noun().Fields {
		if f.Type == hub.TypeFlags || f.Ref == hub.SourceNoun.Name {
			continue
		}
		content := f.Text(r)
		if content == "" {
			v := f.Get(r)
			if v == nil {
				continue
			}
			content = text(f, v)
		}
		h.WriteByte(byte(i))
		h.WriteString(content)
		h.WriteByte(0)
	}
	return uint32(h.Sum64())
}

// repetition is how a record stands to what its sources stated before.
type repetition int

const (
	news     repetition = iota // all is said for the first time
	partly                     // some was said before, by one of its sources
	repeated                   // all was said before
	contrary                   // another thing was said before
)

// repeats compares what a record states with what was stated before, in earlier
// batches and in this one.
func (m *merger) repeats(id hub.ID, stated []statement) repetition {
	known := 0
	for _, st := range stated {
		before, ok := m.said[st.key]
		if !ok {
			before, ok = m.seen.said(id, st)
		}
		switch {
		case ok && before != st.digest:
			return contrary
		case ok:
			known++
		}
	}
	switch known {
	case len(stated):
		return repeated
	case 0:
		return news
	}
	return partly
}

// said gives the digest of what was stated before in place of a statement.
func (s *seen) said(id hub.ID, st statement) (uint32, bool) {
	if st.source != 0 {
		if t := s.records[s.hash(id)]; t.source == st.source {
			return t.digest, true
		}
	}
	digest, ok := s.more[st.key]
	return digest, ok
}

// remember adds what a record stated to its trace: that of one source there,
// the others, of which there are few, beside it.
func (s *seen) remember(t *trace, stated []statement) {
	for _, st := range stated {
		t.marks |= markStated
		switch {
		case st.source != 0 && t.source == 0:
			t.source, t.digest = st.source, st.digest
		case st.source == 0 || st.source != t.source:
			s.more[st.key] = st.digest
		}
	}
}
