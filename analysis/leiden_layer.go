package analysis

// layer is a network of communities, which the search for larger ones works on; at
// first each is a node of U.
type layer struct {
	rows
	weights  []float64 // parallel to adj; nil when all are 1
	strength []float64 // weight of the ties of each community, those inside counted twice
	total    float64   // of the strengths
}

// newLayer reads U, its weights parallel to the rows or nil.
func newLayer(r rows, weights []float64) *layer {
	l := &layer{rows: r, weights: weights, strength: make([]float64, len(r.off)-1)}
	for v := range l.strength {
		if weights == nil {
			l.strength[v] = float64(r.off[v+1] - r.off[v])
		} else {
			for _, w := range weights[r.off[v]:r.off[v+1]] {
				l.strength[v] += w
			}
		}
		l.total += l.strength[v]
	}
	return l
}

func (l *layer) weight(k int32) float64 {
	if l.weights == nil {
		return 1
	}
	return l.weights[k]
}

// modularity of a division, whose communities are numbered from 0.
func (l *layer) modularity(of []int32) float64 {
	strength := make([]float64, len(of))
	var inside float64
	for v, c := range of {
		strength[c] += l.strength[v]
		for k := l.off[v]; k < l.off[v+1]; k++ {
			if of[l.adj[k]] == c {
				inside += l.weight(k)
			}
		}
	}
	var squares sum
	for _, s := range strength {
		squares.add(float64(s * s))
	}
	return inside/l.total - squares.value()/l.total/l.total
}
