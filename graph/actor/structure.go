package actor

import "polehub/analysis"

// NetworkGroup is members that belong together.
type NetworkGroup struct{ Members []*NetworkNode }

// Size is how many they are.
func (g *NetworkGroup) Size() int { return len(g.Members) }

// CorePeriphery is a network divided into core and periphery.
type CorePeriphery struct {
	Core, Periphery []*NetworkNode
	Fit             *analysis.Measure
	Starts, Reached int
}

// Communities is a network divided into groups with many ties inside.
type Communities struct {
	Groups     []*NetworkGroup
	Modularity *analysis.Measure
	Searches   *analysis.Searches
}

// Bridge is a tie that is the only way between two sides.
type Bridge struct {
	From, To    *NetworkNode
	PartedPairs int64
}

// ArticulationPoint is a member on whom a network hangs.
type ArticulationPoint struct {
	Member *NetworkNode
	Added  *analysis.Measure
}

// Removal is what the departure of one member would do.
type Removal struct {
	Member                 *NetworkNode
	Fragmentation, Breadth *analysis.Measure
}

// KeyPlayers are members whose departure together does most harm.
type KeyPlayers struct {
	Criterion analysis.Indicator
	Members   []*NetworkNode
	Left      *analysis.Measure
}

// LeftOut is how far one measure moves when one member is left out.
type LeftOut struct {
	Measure                       *analysis.Measure
	Lowest, Highest               *float64
	LowestWithout, HighestWithout *NetworkNode
	Undefined                     int
}
