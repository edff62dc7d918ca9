package graph

import (
	"context"
	"encoding/json"
	"reflect"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"polehub/hub"
)

// Prices of the cost rule.
const (
	// defaultPage and maxPage are what a connection gives without first and
	// last, and at most.
	defaultPage = 20
	maxPage     = 100
	// plainList is the assumed length of a list that cannot be paged: such
	// lists are bounded by their nature (parties of a contract, kinds of
	// organisation).
	plainList = 10
	// introspectionCost is the price of __schema or __type whatever is selected
	// below: their lists are as long as the schema, which is no secret but
	// several hundred kilobytes.
	introspectionCost = 20_000
	// valuesPerPoint is how many values in the arguments of a field cost a point:
	// they are read anew for each record that has the field.
	valuesPerPoint = 10
	// computed is what a network or an indicator costs besides what is selected
	// of it: it reads all facts of a pole, or goes through all pairs of members.
	computed = 20
	// countingAll is what the counts of a hub cost, or a network of several poles:
	// they go through all records.
	countingAll = 1000
	// manyPoles is how much more than that of one pole the network of several costs.
	manyPoles = 5
	// allIndicators is about how many there are, for those who name none.
	allIndicators = 60
	// drawnPerPoint is how many random networks cost a point; all indicators asked
	// for are computed on each.
	drawnPerPoint = 10
	// allSets is up to how many sets of members are all taken away, however few are
	// asked for.
	allSets = 5000
	// pairList is the assumed length of a list of ties or pairs of a network; its
	// nodes count as a full page.
	pairList = 500
)

// costLimit refuses operations whose cost exceeds a limit. One rule prices the
// whole schema, so that no field is forgotten:
//
//   - a field costs 1 and what is selected below it;
//   - a field with first or last costs 1 + n × below, with n as asked, the
//     default when absent, and 100 when out of range (the resolver refuses it);
//   - a field that returns a list and takes a list of ids: n is their number;
//   - any other list of objects: n is 10; the edges and nodes of a page are
//     paid for by the field that gives the page;
//   - a network, a mix, a grid, the public involvement or an indicator of a pole
//     costs 20 more, so does what a public actor does for poles, and each indicator
//     or structural part of a network, of one or two modes, of one or several types,
//     twice when it is computed on two; n is 100 for its nodes, 500 for its ties and
//     pairs, and 100 for the public actors of several poles;
//   - so does each indicator for ten networks without some members;
//   - ten random networks cost 1 more, those of intervals and of nulls apart;
//   - so do the money, the change and the survey of a pole, of which an indicator
//     costs 1; a timeline costs 1,000 and 20 for each indicator, n is 500 for its
//     steps; a history of a grid costs 1,000, and so does a filter by the state
//     of a criterion;
//   - the counts and the quality of the hub cost 1,000 more, and so do a search for
//     paths, the network and the public involvement of several poles; n is 5 for what
//     is computed on that one, 100 for its poles, its shared members and the rules of
//     quality, 500 for the pairs of poles;
//   - what is computed of public involvement costs 200 more, its comparison with all
//     poles 1,000;
//   - ten values in the arguments of a field cost 1 more;
//   - __schema and __type cost 20,000.
//
// Sums and products saturate: one that overflowed would make the most expensive
// operation look cheap. It runs after the size guard.
type costLimit struct {
	max int
}

// ExtensionName tells gqlgen what this is.
func (costLimit) ExtensionName() string { return "CostLimit" }

// Validate accepts every schema.
func (costLimit) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses with COMPLEXITY_LIMIT_EXCEEDED; the message
// states the limit and the cost.
func (l costLimit) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if c := costOf(op.Doc, op.Operation, op.Variables); c > l.max {
		return gqlerror.Wrap(limitError(hub.ComplexityExceeded,
			"the operation costs %s points; the limit is %d: ask for smaller pages or fewer nested lists", count(c), l.max))
	}
	return nil
}

// costOf is the cost of an operation with these (coerced) variables.
func costOf(doc *ast.QueryDocument, op *ast.OperationDefinition, variables map[string]any) int {
	p := pricer{doc: doc, variables: variables, known: make(map[string]int, len(doc.Fragments)), sizes: make(map[string]int, len(variables))}
	return p.selections(op.SelectionSet)
}

type pricer struct {
	doc       *ast.QueryDocument
	variables map[string]any
	known     map[string]int // cost by fragment
	sizes     map[string]int // number of values by variable
}

// selections adds up all fields. Fragments on different types of an interface
// exclude each other and are added all the same: the estimate errs upwards.
func (p pricer) selections(set ast.SelectionSet) int {
	total := 0
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			total = add(total, p.field(selection))
		case *ast.InlineFragment:
			total = add(total, p.selections(selection.SelectionSet))
		case *ast.FragmentSpread:
			total = add(total, p.fragment(selection.Name))
		}
	}
	return total
}

func (p pricer) fragment(name string) int {
	if c, ok := p.known[name]; ok {
		return c
	}
	c := 0
	if f := p.doc.Fragments.ForName(name); f != nil {
		c = p.selections(f.SelectionSet)
	}
	p.known[name] = c
	return c
}

func (p pricer) field(f *ast.Field) int {
	if f.Name == "__schema" || f.Name == "__type" {
		return introspectionCost
	}
	values := 0
	for _, arg := range f.Arguments {
		values = add(values, p.values(arg.Value))
	}
	return add(p.base(f)+values/valuesPerPoint, multiply(p.repeats(f), p.selections(f.SelectionSet)))
}

// values counts what stands in an argument.
func (p pricer) values(v *ast.Value) int {
	if v.Kind == ast.Variable {
		n, ok := p.sizes[v.Raw]
		if !ok {
			n = sizeOf(p.variables[v.Raw])
			p.sizes[v.Raw] = n
		}
		return n
	}
	n := 1
	for _, child := range v.Children {
		n = add(n, p.values(child.Value))
	}
	return n
}

// base is what a field costs itself.
func (p pricer) base(f *ast.Field) int {
	if f.Definition == nil || f.ObjectDefinition == nil {
		return 1
	}
	switch parent, result := f.ObjectDefinition.Name, f.Definition.Type.Name(); {
	case p.argument(f, "criterion") != nil: // answered for all poles
		return 1 + countingAll
	case parent == "Network" && result == "Measure":
		return 1 + computed*p.indicators(f) + p.draws(f)
	case result == "ActorLoss": // as many networks as sets of members are taken away
		return 1 + computed + multiply(multiply(p.indicators(f), lengthOf(p.argument(f, "lost"))), max(allSets, bounded(p.argument(f, "replicates"), maxReplicates))/drawnPerPoint)
	case result == "LeftOut": // as many as there are members
		return 1 + computed + p.indicators(f)*maxPage/drawnPerPoint
	case parent == "PublicInvolvement" && (result == "PeerComparison" || result == "PeerPosture"): // of all poles
		return 1 + countingAll
	case parent == "PublicInvolvement" && (result == "PublicNetwork" || result == "WithoutPublicActor" || result == "Posture" || result == "PublicYear"):
		return 1 + plainList*computed // several indicators, or of several years
	case parent == "WithoutPublicActor": // paid for with it
		return 1
	case result == "MeasureContrast": // on two networks
		return 1 + 2*(computed*p.indicators(f)+p.draws(f))
	case result == "Regression":
		return 1 + computed + bounded(p.argument(f, "replicates"), maxReplicates)/drawnPerPoint
	case (parent == "TwoMode" || parent == "Layers") && result == "Measure":
		return 1 + computed*p.indicators(f) + p.draws(f)
	case isMeasured(parent) && result == "Measure":
		return 1 + p.indicators(f) + p.draws(f)
	case result == "GridHistory": // grids of many days
		return 1 + countingAll
	case result == "Timeline": // networks of many days
		return 1 + countingAll + computed*lengthOf(p.argument(f, "measures"))
	case parent == "NetworkNode" && result == "Measure": // computed once for all nodes
		return 1 + lengthOf(p.argument(f, "ids"))
	case parent == "Network" && isComputedPart(result):
		return 1 + computed
	case parent == "Hub" && (result == "NounCount" || result == "Quality"), result == "HubNetwork", result == "OrganisationPaths", result == "PublicInvolvementOfPoles":
		return 1 + countingAll
	case parent == "Pole" && (result == "GridAnswer" || result == "DataGap" || result == "PublicInvolvement"),
		result == "WhatIf", result == "Comparison", result == "AuthorityInvolvement", parent == "Pole" && (result == "Network" || result == "Mix" || result == "Measure" || isMeasured(result)):
		return 1 + computed
	}
	return 1
}

// repeats is how often the selections of a field are answered at most.
func (p pricer) repeats(f *ast.Field) int {
	def := f.Definition
	if def == nil {
		return 1
	}
	if n, ok := p.page(f); ok {
		return n
	}
	if f.ObjectDefinition != nil && f.ObjectDefinition.Name == "HubNetwork" {
		switch def.Type.Name() {
		case "Network":
			return manyPoles
		case "PoleLink":
			return pairList
		}
		return maxPage
	}
	if def.Type.Elem == nil || isPageContent(f) {
		return 1
	}
	if f.ObjectDefinition != nil {
		switch parent, result := f.ObjectDefinition.Name, def.Type.Name(); {
		case (parent == "Network" || isMeasured(parent)) && (result == "NetworkTie" || result == "NetworkPair" || result == "MoneyFlow"), result == "SeriesStep":
			return pairList
		case isMeasured(parent) && result == "Measure" && p.argument(f, "nodes") != true:
			return defaultPage // about as many as there are, each of the whole
		case isMeasured(parent), result == "SurvivalStep", result == "QualityCount", result == "AuthorityInvolvement":
			return maxPage
		case parent == "Network" && result != "KeyPlayers", result == "MeasureContrast":
			return maxPage
		case parent == "NetworkNode" && result == "Measure":
			return lengthOf(p.argument(f, "ids"))
		}
	}
	for _, arg := range def.Arguments {
		if arg.Type.Elem == nil || arg.Type.Elem.Name() != "ID" {
			continue
		}
		if ids := reflect.ValueOf(p.argument(f, arg.Name)); ids.Kind() == reflect.Slice {
			return min(ids.Len(), maxPage)
		}
	}
	return plainList
}

// indicators is how many are asked for.
func (p pricer) indicators(f *ast.Field) int {
	if ids := p.argument(f, "ids"); ids != nil {
		return lengthOf(ids)
	}
	return allIndicators
}

// draws is what the random networks of a field cost.
func (p pricer) draws(f *ast.Field) (cost int) {
	for _, kind := range [...]string{"intervals", "nulls"} {
		if f.Definition.Arguments.ForName(kind) != nil && p.argument(f, kind) == true {
			cost += bounded(p.argument(f, "replicates"), maxReplicates) / drawnPerPoint
		}
	}
	return cost
}

// isMeasured tells what of a pole has indicators of its own, besides its networks.
func isMeasured(parent string) bool {
	return parent == "Money" || parent == "PoleChange" || parent == "Survey" || parent == "TwoMode" || parent == "Layers"
}

// isComputedPart tells what of a network is computed besides its indicators.
func isComputedPart(result string) bool {
	switch result {
	case "ClassMatrix", "NetworkGroup", "CorePeriphery", "Communities", "Bridge", "ArticulationPoint", "Removal", "KeyPlayers":
		return true
	}
	return false
}

// lengthOf is the length of a list, as assumed for one that is not known; a single
// value is a list of one.
func lengthOf(list any) int {
	switch v := reflect.ValueOf(list); v.Kind() {
	case reflect.Slice:
		return v.Len()
	case reflect.Invalid:
		return plainList
	}
	return 1
}

// isPageContent tells the edges and nodes of a page, which the field that gave
// the page has paid for.
func isPageContent(f *ast.Field) bool {
	return (f.Name == "edges" || f.Name == "nodes") &&
		f.ObjectDefinition != nil && f.ObjectDefinition.Fields.ForName("pageInfo") != nil
}

// page is the size of the page that a connection is asked for; false when the
// field is none.
func (p pricer) page(f *ast.Field) (int, bool) {
	paged, size := false, 0
	for _, name := range [...]string{"first", "last"} {
		if f.Definition.Arguments.ForName(name) == nil {
			continue
		}
		paged = true
		if v := p.argument(f, name); v != nil {
			size = max(size, pageSize(v))
		}
	}
	if paged && size == 0 {
		size = defaultPage
	}
	return size, paged
}

// pageSize reads a page size as gqlparser hands it over: a literal, a default
// or a variable. What is no page size costs a full page.
func pageSize(v any) int { return bounded(v, maxPage) }

// bounded reads a number from 1 to most; any other value is most.
func bounded(v any, most int) int {
	n := int64(0)
	switch v := v.(type) {
	case int:
		n = int64(v)
	case int64:
		n = v
	case float64:
		n = int64(v)
	case json.Number:
		n, _ = strconv.ParseInt(v.String(), 10, 64)
	}
	if n < 1 || n > int64(most) {
		return most
	}
	return int(n)
}

// argument is the value of an argument, its default when absent or null; nil
// for none, and for one that the field does not have.
func (p pricer) argument(f *ast.Field, name string) any {
	if arg := f.Arguments.ForName(name); arg != nil {
		if v, err := arg.Value.Value(p.variables); err == nil && v != nil {
			return v
		}
	}
	if def := f.Definition.Arguments.ForName(name); def != nil && def.DefaultValue != nil {
		if v, err := def.DefaultValue.Value(nil); err == nil {
			return v
		}
	}
	return nil
}
