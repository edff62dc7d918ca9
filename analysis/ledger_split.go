package analysis

import (
	"cmp"
	"slices"
)

// allotment says how one side of an agreement divides an amount: by weights with a
// positive sum, by id.
type allotment struct {
	ids     []string
	weights []int64
	total   int64
}

// million is the whole of a stated share.
const million = 1_000_000

// side divides an amount over the parties of one side. Stated parts are taken as
// they are, the other parties have equal parts of what remains; a remainder that no
// party claims belongs to an unknown one, and so does the whole when there is no
// party. Parts that exceed the whole together are scaled down to it.
func (t *Terms) side(side Side) allotment {
	unit := int64(million)
	inCents := t.Amount != nil && 0 < *t.Amount && *t.Amount < MaxAmount
	if inCents {
		unit = *t.Amount
	}
	stated := map[string]int64{}
	silent := map[string]bool{}
	sum := int64(0)
	for _, s := range t.Stakes {
		if s.Side != side {
			continue
		}
		p, ok := int64(0), true
		switch {
		case s.Amount != nil && inCents && 0 <= *s.Amount && *s.Amount < MaxAmount:
			p = *s.Amount
		case s.Share != nil && 0 <= *s.Share && *s.Share <= million:
			p = part(unit, *s.Share, million)
		default:
			ok = false
		}
		if ok {
			stated[s.ID] += p
			sum += p
		} else {
			silent[s.ID] = true
		}
	}
	var out allotment
	add := func(id string, weight int64) {
		out.ids, out.weights = append(out.ids, id), append(out.weights, weight)
		out.total += weight
	}
	n := int64(len(silent))
	rest := max(0, unit-sum)
	for id, p := range stated {
		add(id, p*max(1, n))
	}
	for id := range silent {
		add(id, rest)
	}
	if n == 0 && rest > 0 {
		add("", rest)
	}
	return out.sorted()
}

// sorted puts the parties in order of id, one share each.
func (s allotment) sorted() allotment {
	order := make([]int, len(s.ids))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(s.ids[a], s.ids[b]) })
	out := allotment{total: s.total}
	for _, i := range order {
		if k := len(out.ids) - 1; k >= 0 && out.ids[k] == s.ids[i] {
			out.weights[k] += s.weights[i]
			continue
		}
		out.ids, out.weights = append(out.ids, s.ids[i]), append(out.weights, s.weights[i])
	}
	return out
}

// split divides an amount by the weights, to the cent: the parts add up to it.
func (s allotment) split(cents int64) []int64 {
	parts := make([]int64, len(s.ids))
	before, given := int64(0), int64(0)
	for i, w := range s.weights {
		before += w
		upTo := part(cents, before, s.total)
		parts[i], given = upTo-given, upTo
	}
	return parts
}
