package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"polehub/analysis"
)

// analysed is one network with its measures.
type analysed struct {
	layerNetwork
	measures []analysis.Measure // of the network, of classes and of sets, in order
	columns  []analysis.Indicator
	nodes    []analysedNode // in the order of the network
}

// analysedNode is a node with its measures, by indicator.
type analysedNode struct {
	ID       string
	Measures map[analysis.Indicator]*analysis.Measure
}

// newAnalysed parts measures into those of nodes and the others.
func newAnalysed(l layerNetwork, measures []analysis.Measure) analysed {
	a := analysed{layerNetwork: l, nodes: make([]analysedNode, len(l.nodes))}
	at := make(map[nodeName]int, len(l.nodes))
	for i, name := range l.nodes {
		a.nodes[i] = analysedNode{ID: name.id, Measures: map[analysis.Indicator]*analysis.Measure{}}
		at[name] = i
	}
	for i := range measures {
		m := &measures[i]
		if m.Scope.Kind != analysis.ScopeNode {
			a.measures = append(a.measures, *m)
			continue
		}
		if len(a.columns) == 0 || a.columns[len(a.columns)-1] != m.ID {
			a.columns = append(a.columns, m.ID)
		}
		a.nodes[at[nodeName{m.Scope.Mode, m.Scope.Keys[0]}]].Measures[m.ID] = m
	}
	return a
}

// measureJSON is a measure under the names that GraphQL has for its parts.
type measureJSON struct {
	ID           analysis.Indicator `json:"id"`
	Version      int                `json:"version"`
	Scope        scopeJSON          `json:"scope"`
	Status       analysis.Status    `json:"status"`
	Value        *float64           `json:"value"`
	Normalized   *float64           `json:"normalized"`
	Reason       *analysis.Reason   `json:"reason"`
	Warnings     []analysis.Warning `json:"warnings"`
	Num          *int64             `json:"num"`
	Den          *int64             `json:"den"`
	N            int                `json:"n"`
	Ties         int                `json:"ties"`
	PairsAtRisk  int64              `json:"pairsAtRisk"`
	PairsKnown   int64              `json:"pairsKnown"`
	PairsUnknown int64              `json:"pairsUnknown"`
	UnknownClass int                `json:"unknownClass"`
	ExcludedTies int                `json:"excludedTies"`
	Optima       int                `json:"optima"`
	Bounds       *boundsJSON        `json:"bounds"`
	Chance       *chanceJSON        `json:"chance"`
	Interval     *intervalJSON      `json:"interval"`
	NullTest     *nullTestJSON      `json:"nullTest"`
	Seed         *string            `json:"seed"` // a text, for it may not fit a number of others
	AsOf         *string            `json:"asOf"`
	InputHash    string             `json:"inputHash"`
}

type scopeJSON struct {
	Kind      analysis.ScopeKind `json:"kind"`
	Attribute *string            `json:"attribute"`
	Mode      *analysis.Mode     `json:"mode"`
	Keys      []string           `json:"keys"`
}

type boundsJSON struct {
	Lower  float64               `json:"lower"`
	Upper  float64               `json:"upper"`
	Method analysis.BoundsMethod `json:"method"`
}

type chanceJSON struct {
	Expected float64 `json:"expected"`
	Lowest   float64 `json:"lowest"`
	Highest  float64 `json:"highest"`
}

type intervalJSON struct {
	Lo         float64                 `json:"lo"`
	Hi         float64                 `json:"hi"`
	Level      float64                 `json:"level"`
	SE         float64                 `json:"se"`
	Bias       float64                 `json:"bias"`
	Method     analysis.IntervalMethod `json:"method"`
	Replicates int                     `json:"replicates"`
	Undefined  int                     `json:"undefined"`
}

type nullTestJSON struct {
	Model      analysis.NullModel `json:"model"`
	Mean       float64            `json:"mean"`
	SD         float64            `json:"sd"`
	Z          *float64           `json:"z"`
	PLower     float64            `json:"pLower"`
	PUpper     float64            `json:"pUpper"`
	PTwoSided  float64            `json:"pTwoSided"`
	Exact      bool               `json:"exact"`
	Replicates int                `json:"replicates"`
	Undefined  int                `json:"undefined"`
	ReachLo    *float64           `json:"reachLo"`
	ReachHi    *float64           `json:"reachHi"`
	Adjusted   *adjustedJSON      `json:"adjusted"`
}

type adjustedJSON struct {
	Method analysis.Adjustment `json:"method"`
	P      float64             `json:"p"`
	Family int                 `json:"family"`
}

func newNullTestJSON(t *analysis.NullTest) *nullTestJSON {
	if t == nil {
		return nil
	}
	return &nullTestJSON{
		Model: t.Model, Mean: t.Mean, SD: t.SD, Z: t.Z, PLower: t.PLower, PUpper: t.PUpper, PTwoSided: t.PTwoSided, Exact: t.Exact,
		Replicates: t.Replicates, Undefined: t.Undefined, ReachLo: t.ReachLo, ReachHi: t.ReachHi, Adjusted: (*adjustedJSON)(t.Adjusted),
	}
}

func newMeasureJSON(m *analysis.Measure) measureJSON {
	j := measureJSON{
		ID: m.ID, Version: m.Version, Scope: scopeJSON{Kind: m.Scope.Kind, Keys: append([]string{}, m.Scope.Keys...)},
		Status: m.Status, Value: m.Value, Normalized: m.Normalized, Warnings: append([]analysis.Warning{}, m.Warnings...), Num: m.Num, Den: m.Den,
		N: m.N, Ties: m.Ties, PairsAtRisk: m.PairsAtRisk, PairsKnown: m.PairsKnown, PairsUnknown: m.PairsUnknown,
		UnknownClass: m.UnknownClass, ExcludedTies: m.ExcludedTies, Optima: m.Optima,
		Bounds: (*boundsJSON)(m.Bounds), Chance: (*chanceJSON)(m.Chance),
		Interval: (*intervalJSON)(m.Interval), NullTest: newNullTestJSON(m.Null), AsOf: m.AsOf, InputHash: m.InputHash,
	}
	if m.Seed != 0 {
		j.Seed = new(strconv.FormatUint(m.Seed, 10))
	}
	if m.Scope.Attribute != "" {
		j.Scope.Attribute = &m.Scope.Attribute
	}
	if m.Scope.Mode != "" {
		j.Scope.Mode = &m.Scope.Mode
	}
	if m.Reason != "" {
		j.Reason = &m.Reason
	}
	return j
}

// writeAnalysisJSON writes one object. Nodes have plain values; where a node has
// none, the measure of the node stands among the measures, with its reason. Notes
// go to standard error.
func writeAnalysisJSON(stdout, stderr io.Writer, layers []analysed) error {
	type nodeJSON struct {
		ID       string                          `json:"id"`
		Measures map[analysis.Indicator]*float64 `json:"measures"`
	}
	type layerJSON struct {
		Measures []measureJSON `json:"measures"`
		Nodes    []nodeJSON    `json:"nodes"`
	}
	answer := struct {
		Layers map[string]layerJSON `json:"layers"`
	}{map[string]layerJSON{}}
	for _, a := range layers {
		writeNotes(stderr, a)
		l := layerJSON{Measures: []measureJSON{}, Nodes: []nodeJSON{}}
		for i := range a.measures {
			l.Measures = append(l.Measures, newMeasureJSON(&a.measures[i]))
		}
		for _, n := range a.nodes {
			values := map[analysis.Indicator]*float64{}
			for _, id := range a.columns {
				m := n.Measures[id]
				if m == nil {
					continue
				}
				if values[id] = m.Value; m.Value == nil {
					l.Measures = append(l.Measures, newMeasureJSON(m))
				}
			}
			l.Nodes = append(l.Nodes, nodeJSON{ID: n.ID, Measures: values})
		}
		answer.Layers[a.name] = l
	}
	enc := json.NewEncoder(stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(answer)
}

// writeAnalysisCSV writes a row for each measure, those of nodes too. Notes go to
// standard error.
func writeAnalysisCSV(stdout, stderr io.Writer, layers []analysed) error {
	w := csv.NewWriter(stdout)
	rows := [][]string{{"layer", "measure", "version", "scope", "attribute", "keys", "value", "reason", "normalized", "num", "den",
		"n", "ties", "pairs_at_risk", "pairs_unknown", "lower", "upper", "interval_lo", "interval_hi", "null_model", "null_mean", "p_two_sided", "p_adjusted", "seed", "warnings", "as_of", "input_hash"}}
	for _, a := range layers {
		writeNotes(stderr, a)
		for i := range a.measures {
			rows = append(rows, measureRow(a.name, &a.measures[i]))
		}
		for _, id := range a.columns {
			for _, n := range a.nodes {
				if m := n.Measures[id]; m != nil {
					rows = append(rows, measureRow(a.name, m))
				}
			}
		}
	}
	return w.WriteAll(rows)
}

func measureRow(layer string, m *analysis.Measure) []string {
	var lower, upper *float64
	if m.Bounds != nil {
		lower, upper = &m.Bounds.Lower, &m.Bounds.Upper
	}
	inference := make([]string, 7)
	if m.Interval != nil {
		inference[0], inference[1] = exact(&m.Interval.Lo), exact(&m.Interval.Hi)
	}
	if m.Null != nil {
		inference[2], inference[3], inference[4] = string(m.Null.Model), exact(&m.Null.Mean), exact(&m.Null.PTwoSided)
		if m.Null.Adjusted != nil {
			inference[5] = exact(&m.Null.Adjusted.P)
		}
	}
	if m.Seed != 0 {
		inference[6] = strconv.FormatUint(m.Seed, 10)
	}
	asOf := ""
	if m.AsOf != nil {
		asOf = *m.AsOf
	}
	return slices.Concat([]string{layer, string(m.ID), strconv.Itoa(m.Version), string(m.Scope.Kind), m.Scope.Attribute, strings.Join(m.Scope.Keys, "; "),
		exact(m.Value), string(m.Reason), exact(m.Normalized), whole(m.Num), whole(m.Den),
		strconv.Itoa(m.N), strconv.Itoa(m.Ties), strconv.FormatInt(m.PairsAtRisk, 10), strconv.FormatInt(m.PairsUnknown, 10),
		exact(lower), exact(upper)}, inference, []string{warningList(m.Warnings), asOf, m.InputHash})
}

// nodeColumns is how many indicators of nodes stand side by side in the table.
const nodeColumns = 5

// writeAnalysisTable writes tables to read: the measures, then the nodes.
func writeAnalysisTable(out io.Writer, layers []analysed) error {
	for i, a := range layers {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "%s: %s\n", printable(a.name), a.title)
		writeNotes(out, a)
		fmt.Fprintln(out)
		table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "measure\tof\tvalue\tbounds\tinterval\tp\twarnings")
		for _, m := range a.measures {
			bounds, interval, p := "", "", ""
			if m.Bounds != nil {
				bounds = rounded(m.Bounds.Lower) + " to " + rounded(m.Bounds.Upper)
			}
			if m.Interval != nil {
				interval = rounded(m.Interval.Lo) + " to " + rounded(m.Interval.Hi)
			}
			if m.Null != nil {
				p = rounded(m.Null.PTwoSided) + " " + string(m.Null.Model)
				if a := m.Null.Adjusted; a != nil {
					p += fmt.Sprintf(", %s of %d by %s", rounded(a.P), a.Family, a.Method)
				}
			}
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", m.ID, printable(strings.Join(m.Scope.Keys, "; ")), shown(&m), bounds, interval, p, warningList(m.Warnings))
		}
		if err := table.Flush(); err != nil {
			return err
		}
		for columns := a.columns; len(columns) > 0 && len(a.nodes) > 0; {
			block := columns[:min(nodeColumns, len(columns))]
			columns = columns[len(block):]
			if err := writeNodeTable(out, a, block); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeNodeTable(out io.Writer, a analysed, block []analysis.Indicator) error {
	fmt.Fprintln(out)
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprint(table, "node")
	for _, id := range block {
		fmt.Fprint(table, "\t", id)
	}
	fmt.Fprintln(table)
	for _, n := range a.nodes {
		fmt.Fprint(table, printable(n.ID))
		for _, id := range block {
			cell := ""
			if m := n.Measures[id]; m != nil {
				cell = shown(m)
			}
			fmt.Fprint(table, "\t", cell)
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}

// projectionNotes say how the facts of a pole became its network; nil for a network of
// files.
func projectionNotes(e *analysis.Echo) []string {
	if e == nil {
		return nil
	}
	notes := []string{e.Inclusion.En, fmt.Sprintf("%d members, of whom %d were asked and %d answered", e.Members, e.Asked, e.Answered)}
	for _, left := range []struct {
		count int
		what  string
	}{
		{e.Dropped.Duplicates, "repeated statements"}, {e.Dropped.NotInForce, "facts not in force"}, {e.Dropped.Unconfirmed, "facts not confirmed"},
		{e.Dropped.Loops, "loops"}, {e.Dropped.OutsidePerimeter, "facts with an end that is no member"},
	} {
		if left.count > 0 {
			notes = append(notes, fmt.Sprintf("%s, left out: %d", left.what, left.count))
		}
	}
	return notes
}

func writeNotes(out io.Writer, a analysed) {
	for _, note := range a.notes {
		fmt.Fprintf(out, "%s: %s\n", printable(a.name), printable(note))
	}
}

// shown is a value in a table: a number, or a dash and why there is none.
func shown(m *analysis.Measure) string {
	if m.Value == nil {
		return "–  " + string(m.Reason)
	}
	return rounded(*m.Value)
}

// rounded writes whole numbers as such and others with six decimals, which the
// other formats have in full.
func rounded(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	return strconv.FormatFloat(v, 'f', 6, 64)
}

// exact writes a number so that reading it gives the same one; nothing for none.
func exact(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'g', -1, 64)
}

func whole(v *int64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatInt(*v, 10)
}

func warningList(warnings []analysis.Warning) string {
	texts := make([]string, len(warnings))
	for i, w := range warnings {
		texts[i] = string(w)
	}
	return strings.Join(texts, " ")
}
