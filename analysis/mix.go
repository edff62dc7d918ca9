package analysis

import (
	"math"
	"slices"
	"strconv"
)

// mix holds the counts of one attribute: members by class and, once a tie
// indicator asks, ties and unknown pairs by pair of classes.
type mix struct {
	classVector
	size    []int64 // members by class
	known   int64   // members of known class
	unknown int64   // members of unknown class
	blocks  *blocks

	brokers  brokers
	brokered []span // with the bounds of their sums last

	members []uint64 // the nodes of each class of a drawn network
	whole   mixing   // of a drawn network, and
	classes []mixing // of its classes
}

// perMix runs a formula on each attribute asked for.
func (r *run) perMix(formula func(*run, *mix)) {
	if r.mixes == nil {
		r.mixes = make([]*mix, len(r.attributes))
		for k, a := range r.attributes {
			r.mixes[k] = newMix(r.n, a)
		}
	}
	for _, m := range r.mixes {
		formula(r, m)
	}
}

func newMix(n *Network, attribute string) *mix {
	v, ok := n.classVector(attribute)
	if !ok {
		v = classVector{attribute: attribute, code: slices.Repeat([]int16{-1}, n.N())}
	}
	m := &mix{classVector: v, size: make([]int64, len(v.names))}
	for _, c := range v.code {
		if c < 0 {
			m.unknown++
		} else {
			m.size[c]++
			m.known++
		}
	}
	return m
}

func (r *run) startMix(m *mix, kind ScopeKind, keys ...string) Measure {
	x := r.start(Scope{Kind: kind, Attribute: m.attribute, Keys: keys})
	x.UnknownClass = int(m.unknown)
	return x
}

// noMembers is the reason for having no member of known class.
func (m *mix) noMembers(n int) Reason {
	if n == 0 {
		return NoNodes
	}
	return NoClasses
}

// composition is s_c/n over the members of known class, one measure a class.
func (r *run) composition(m *mix) {
	if m.known == 0 {
		x := r.startMix(m, ScopeNetwork)
		x.undefined(m.noMembers(r.n.N()))
		r.add(x)
		return
	}
	for c, s := range m.size {
		x := r.startMix(m, ScopeClass, m.names[c])
		x.ratio(s, m.known)
		r.add(x)
	}
}

// variety computes the indices of the class shares.
func (r *run) variety(id Indicator, m *mix) {
	x := r.startMix(m, ScopeNetwork)
	v, why := varietyOf(id, m.size, m.known)
	switch {
	case m.known == 0:
		x.undefined(m.noMembers(r.n.N()))
	case why != "":
		x.undefined(why)
	default:
		x.value(v)
	}
	if m.unknown > 0 && (id == Blau || id == BlauUnbiased || id == IQV) {
		x.Bounds = m.varietyBounds(id)
	}
	r.add(x)
}

// varietyOf computes an index from class sizes that add up to n > 0.
func varietyOf(id Indicator, size []int64, n int64) (float64, Reason) {
	var squares, observed, largest int64
	entropy := 0.0
	for _, s := range size {
		if s == 0 {
			continue
		}
		squares += s * s
		observed++
		largest = max(largest, s)
		p := float64(s) / float64(n)
		entropy -= float64(p * math.Log(p))
	}
	blau := float64(n*n-squares) / float64(n*n)
	k := float64(len(size))
	switch id {
	case Blau:
		return blau, ""
	case BlauUnbiased:
		if n < 2 {
			return 0, TooFewNodes
		}
		return float64(n*n-squares) / float64(n*(n-1)), ""
	case IQV:
		if len(size) < 2 {
			return 0, SingleClass
		}
		return blau * k / (k - 1), ""
	case Shannon:
		return math.Max(entropy, 0), ""
	case Pielou:
		if observed < 2 {
			return 0, SingleClass
		}
		return entropy / math.Log(float64(observed)), ""
	case Hill0:
		return float64(observed), ""
	case Hill1:
		return math.Exp(entropy), ""
	case Hill2:
		return float64(n*n) / float64(squares), ""
	}
	return float64(n) / float64(largest), "" // HillInf
}

// varietyBounds fills in the members of unknown class: all in the largest class
// for the lowest value, one at a time in the smallest for the highest.
func (m *mix) varietyBounds(id Indicator) *Bounds {
	if len(m.size) == 0 {
		return nil
	}
	even, heap := slices.Clone(m.size), slices.Clone(m.size)
	heap[slices.Index(heap, slices.Max(heap))] += m.unknown
	for range m.unknown {
		even[slices.Index(even, slices.Min(even))]++
	}
	low, why := varietyOf(id, heap, m.known+m.unknown)
	high, _ := varietyOf(id, even, m.known+m.unknown)
	if why != "" {
		return nil
	}
	return &Bounds{Lower: low, Upper: high, Method: ClosedForm}
}

// rarefiedRichness is how many classes a sample of the members is expected to hold:
// each class by the chance that the sample does not miss it.
func (r *run) rarefiedRichness(m *mix) {
	x := r.startMix(m, ScopeNetwork, strconv.FormatInt(r.sample, 10))
	switch {
	case m.known == 0:
		x.undefined(m.noMembers(r.n.N()))
	case r.sample < 1 || m.known < r.sample:
		x.undefined(TooFewNodes)
	default:
		var classes sum
		for _, s := range m.size {
			missed := 1.0
			for i := range r.sample {
				missed *= float64(max(m.known-s-i, 0)) / float64(m.known-i)
			}
			classes.add(1 - missed)
		}
		x.value(classes.value())
	}
	r.add(x)
}

// raoQ is the mean distance of the classes of two members drawn with replacement.
func (r *run) raoQ(m *mix) {
	x := r.startMix(m, ScopeNetwork)
	switch {
	case m.known == 0:
		x.undefined(m.noMembers(r.n.N()))
	case m.distances == nil:
		x.undefined(NoClasses)
	default:
		var apart sum
		for a, s := range m.size {
			for b, t := range m.size {
				apart.add(float64(s*t) * m.distances[a*len(m.size)+b])
			}
		}
		x.value(apart.value() / float64(m.known*m.known))
	}
	r.add(x)
}
