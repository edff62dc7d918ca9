package analysis

// testimony records who stated what about one pair and one kind. From and To are the
// two ends, Other a source that is neither party nor document.
type testimony uint16

const (
	presentFrom testimony = 1 << iota
	presentTo
	presentOther
	presentDocument
	absentFrom
	absentTo
	absentOther
	unknownFrom
	unknownTo
	unknownOther
	impliedFrom // answered an observation; absent unless it said something else
	impliedTo

	anyPresent = presentFrom | presentTo | presentOther | presentDocument
	anyAbsent  = absentFrom | absentTo | absentOther
)

// bits translates a fact. A fact past its horizon says that the pair is unknown,
// whoever claimed it.
func (f Fact) bits(s Standing) (testimony, bool) {
	var from, to, other, document testimony
	switch f.State {
	case Present, "":
		from, to, other, document = presentFrom, presentTo, presentOther, presentDocument
	case Absent:
		from, to, other, document = absentFrom, absentTo, absentOther, absentOther
	case Unknown:
		from, to, other, document = unknownFrom, unknownTo, unknownOther, unknownOther
	default:
		return 0, false
	}
	if s == Expired {
		return unknownOther, true
	}
	var b testimony
	if f.ByFrom {
		b |= from
	}
	if f.ByTo {
		b |= to
	}
	if f.ByDocument {
		b |= document
	}
	if b == 0 {
		b = other
	}
	return b, true
}

// level is a state as a number, so that OR is the maximum and AND the minimum.
type level uint8

const (
	levelAbsent level = iota
	levelUnknown
	levelPresent
)

// level resolves all statements on one pair and kind.
func (b testimony) level(confirm Confirm, silence level) level {
	if b == 0 {
		return silence
	}
	if b&impliedFrom != 0 && b&(presentFrom|unknownFrom) == 0 {
		b |= absentFrom
	}
	if b&impliedTo != 0 && b&(presentTo|unknownTo) == 0 {
		b |= absentTo
	}
	switch {
	case confirm == One && b&anyPresent != 0,
		confirm == Two && b&presentFrom != 0 && b&presentTo != 0,
		confirm == Documented && b&presentDocument != 0:
		return levelPresent
	case confirm == Documented && b&anyPresent != 0:
		return levelUnknown
	case b&anyAbsent != 0:
		return levelAbsent
	}
	return levelUnknown
}

// tally combines kinds one after the other. Its tables hold one entry an ordered
// pair: of members (stated, known) or of nodes of the network (arcs, result, weight).
type tally struct {
	j       *projector
	members int
	nodes   int
	silence level
	stated  []testimony
	known   []level
	arcs    []level
	result  []level
	weight  []float64
	facts   int // facts on ties
}

func newTally(j *projector) *tally {
	t := &tally{j: j, members: len(j.ids), nodes: len(j.out), silence: levelUnknown}
	if j.p.Silence == AbsentSilence {
		t.silence = levelAbsent
	}
	m, n := t.members*t.members, t.nodes*t.nodes
	t.stated, t.known = make([]testimony, m), make([]level, m)
	t.arcs, t.result, t.weight = make([]level, n), make([]level, n), make([]float64, n)
	return t
}

// add combines kind k into the result.
func (t *tally) add(k int32) {
	if !t.state(k) {
		t.atLeast(t.silence)
		return
	}
	t.resolve(k)
	for a := range t.nodes {
		for b := range t.nodes {
			if a != b {
				t.result[a*t.nodes+b] = max(t.result[a*t.nodes+b], t.direct(a, b))
			}
		}
	}
	t.weigh(k)
}

// state collects the statements and observations of kind k by pair of members; a
// symmetric kind uses the pair in order. It reports whether there are any.
func (t *tally) state(k int32) bool {
	clear(t.stated)
	some := false
	for _, s := range t.j.statements {
		if s.kind == k {
			t.stated[int(s.from)*t.members+int(s.to)] |= s.bits
			some = true
		}
	}
	for _, s := range t.j.surveys {
		if !s.covers[k] {
			continue
		}
		some = true
		for _, a := range s.roster {
			for _, b := range s.roster {
				if a == b || !t.j.kinds[k].directed && a > b {
					continue
				}
				first, second := s.answered[a], s.answered[b]
				if t.j.p.Rule == BothRespond {
					first, second = first && second, first && second
				}
				at := &t.stated[int(a)*t.members+int(b)]
				if first {
					*at |= impliedFrom
				}
				if second {
					*at |= impliedTo
				}
			}
		}
	}
	return some
}

func (t *tally) atLeast(l level) {
	for a := range t.nodes {
		for b := range t.nodes {
			if a != b {
				t.result[a*t.nodes+b] = max(t.result[a*t.nodes+b], l)
			}
		}
	}
}

// resolve gives each pair of members its state in kind k and maps it to nodes.
func (t *tally) resolve(k int32) {
	clear(t.arcs)
	for a := range t.members {
		for b := range t.members {
			if a == b || !t.j.kinds[k].directed && a > b {
				continue
			}
			l := t.stated[a*t.members+b].level(t.j.p.Confirm, t.silence)
			t.known[a*t.members+b] = l
			x, y := int(t.j.group[a]), int(t.j.group[b])
			if x < 0 || y < 0 || x == y {
				continue
			}
			t.arcs[x*t.nodes+y] = max(t.arcs[x*t.nodes+y], l)
			if !t.j.kinds[k].directed {
				t.arcs[y*t.nodes+x] = t.arcs[x*t.nodes+y]
			}
		}
	}
}

// direct applies the direction rule to the current kind.
func (t *tally) direct(a, b int) level {
	there, back := t.arcs[a*t.nodes+b], t.arcs[b*t.nodes+a]
	switch t.j.p.Direction {
	case Both:
		return min(there, back)
	case Arcs:
		return there
	}
	return max(there, back)
}

// weigh adds the weights of the facts of kind k that are on ties, and counts the
// facts that the confirm and direction rules left out.
func (t *tally) weigh(k int32) {
	for _, s := range t.j.statements {
		if s.kind != k || s.bits&anyPresent == 0 {
			continue
		}
		if t.known[int(s.from)*t.members+int(s.to)] != levelPresent {
			t.j.echo.Dropped.Unconfirmed++
			continue
		}
		a, b := int(t.j.group[s.from]), int(t.j.group[s.to])
		if t.direct(a, b) != levelPresent {
			t.j.echo.Dropped.OneWay++
			continue
		}
		t.facts++
		if t.j.p.Direction != Arcs {
			a, b = min(a, b), max(a, b)
		}
		switch t.j.p.Weight {
		case CountWeight:
			t.weight[a*t.nodes+b]++
		case NewmanWeight:
			t.weight[a*t.nodes+b] += s.weight
		}
	}
	if t.j.p.Weight != TypesWeight {
		return
	}
	for a := range t.nodes {
		for b := range t.nodes {
			if a != b && t.direct(a, b) == levelPresent {
				t.weight[a*t.nodes+b]++
			}
		}
	}
}

// fill hands ties and unknown pairs to the builder.
func (t *tally) fill(b *Builder) {
	for x := range t.nodes {
		for y := range t.nodes {
			if x == y || !b.directed && x > y {
				continue
			}
			switch t.result[x*t.nodes+y] {
			case levelPresent:
				b.put(int32(x), int32(y), t.weight[x*t.nodes+y])
			case levelUnknown:
				b.unknown = append(b.unknown, arc{int32(x), int32(y)})
			}
		}
	}
	t.j.echo.Dropped.Merged = t.facts - len(b.arcs)
}
