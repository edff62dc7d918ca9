package relay

import "polehub/analysis"

// ClassMatrix is the members and ties of a network by class and pair of classes.
type ClassMatrix struct {
	By             string
	Classes        []*ClassCount
	UnknownMembers int
	ExcludedTies   int
	Cells          []*ClassCell
}

// ClassCell is one pair of classes.
type ClassCell struct {
	Row, Column string
	Ties        int64
	Share       *float64
	Density     *analysis.Measure
}

// Add puts a measure in its place: a share of the composition, or a block density.
func (m *ClassMatrix) Add(measure *analysis.Measure) {
	m.UnknownMembers = measure.UnknownClass
	switch measure.Scope.Kind {
	case analysis.ScopeClass:
		m.Classes = append(m.Classes, &ClassCount{Class: measure.Scope.Keys[0], Count: int(*measure.Num), Share: measure.Value})
	case analysis.ScopeClassPair:
		m.ExcludedTies = measure.ExcludedTies
		cell := &ClassCell{Row: measure.Scope.Keys[0], Column: measure.Scope.Keys[1], Density: measure}
		if measure.Num != nil { // else no pair is known, and a tie makes its pair known
			cell.Ties = *measure.Num
		}
		m.Cells = append(m.Cells, cell)
	case analysis.ScopeNetwork: // nobody has a class
		m.ExcludedTies = measure.Ties
	}
}

// Finish leaves out the classes that no member has, and gives the shares.
func (m *ClassMatrix) Finish() {
	there := map[string]bool{}
	classes, cells, ties := m.Classes[:0], m.Cells[:0], int64(0)
	for _, c := range m.Classes {
		if there[c.Class] = c.Count > 0; c.Count > 0 {
			classes = append(classes, c)
		}
	}
	for _, c := range m.Cells {
		if ties += c.Ties; there[c.Row] && there[c.Column] {
			cells = append(cells, c)
		}
	}
	for _, c := range cells {
		if ties > 0 {
			c.Share = new(float64(c.Ties) / float64(ties))
		}
	}
	m.Classes, m.Cells = classes, cells
}
