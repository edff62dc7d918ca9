package analysis

import (
	"cmp"
	"slices"
)

// catalogue is the single table of indicators, sorted by id. It is never written to.
var catalogue = byID(
	cohesionDefinitions, closureDefinitions, dyadDefinitions, distanceDefinitions,
	centralityDefinitions, mixDefinitions, structureDefinitions, holeDefinitions,
	brokerageDefinitions, assortativityDefinitions, groupDefinitions, twoModeDefinitions, layerDefinitions,
	moneyDefinitions, changeDefinitions, surveyDefinitions,
)

// byID sorts the families. A definition that names no subject is of networks.
func byID(families ...[]Definition) []Definition {
	all := slices.Concat(families...)
	for i := range all {
		all[i].Subject = cmp.Or(all[i].Subject, SubjectNetwork)
	}
	return slices.SortedFunc(slices.Values(all), func(a, b Definition) int { return cmp.Compare(a.ID, b.ID) })
}

// Kinds of several definitions, and the scopes of most.
var (
	anyKind      = []Kind{KindUndirected, KindDirected}
	underKind    = []Kind{KindUndirected, KindUnderlying}
	directedKind = []Kind{KindDirected}
	weightedKind = []Kind{KindWeighted}

	ofNetwork         = []ScopeKind{ScopeNetwork}
	ofNodes           = []ScopeKind{ScopeNode}
	ofNetworkAndNodes = []ScopeKind{ScopeNetwork, ScopeNode}
	ofNodeSets        = []ScopeKind{ScopeNodeSet}
	ofParts           = []ScopeKind{ScopeClass}
)

// Null models of several definitions, the default first.
var (
	degreeNulls      = []NullModel{CUGTies, CUGDyads, CUGSize}
	sizeNulls        = []NullModel{CUGTies, CUGDyads, EdgeSwitch, CUGSize}
	censusNulls      = []NullModel{CUGDyads, CUGTies, EdgeSwitch, CUGSize}
	reciprocityNulls = []NullModel{ExactReciprocity, CUGTies, EdgeSwitch, CUGSize}
	mixingNulls      = []NullModel{ExactEI, CUGTies, CUGDyads, EdgeSwitch, ClassPermutation, CUGSize}
	brokerageNulls   = []NullModel{CUGTies, CUGDyads, EdgeSwitch, ClassPermutation, CUGSize}
)
