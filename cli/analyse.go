package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"polehub/analysis"
	"polehub/hub"
	"polehub/netfile"
)

// maxNodeColumns is up to how many nodes the indicators of single nodes are given
// without being asked for by name.
const maxNodeColumns = 10_000

// analyseCommand computes indicators of networks in files, or of a pole.
type analyseCommand struct {
	Edges string `arg:"" optional:"" name:"edges" help:"Edge list in CSV with the columns layer,source,target,weight; layer and weight may be absent."`
	Nodes string `placeholder:"FILE" help:"Node list in CSV: the column id first, then attributes. Without it the nodes are the ends of the ties, and nobody is isolated."`

	Pole       string `placeholder:"ID" help:"Instead of files: a pole of a hub."`
	At         string `placeholder:"DATE" help:"The day, for a pole; by default today."`
	Store      string `placeholder:"DSN" help:"The store of the pole: sqlite:PATH, neo4j://HOST:PORT, neo4j+s://… or bolt://…; by default a SQLite file in the user's data folder."`
	storeLogin `embed:""`

	Layer       []string `placeholder:"NAME" sep:"none" help:"Only these layers, the flag once for each; for a pole one network for each of these types of ties, such as JOINT_PROJECT (of contracts, such as SERVICE, with --two-mode), instead of one of all types."`
	Directed    bool     `xor:"direction" help:"Ties go from source to target."`
	Undirected  bool     `xor:"direction" help:"Ties have no direction (default); a pair may be listed either way."`
	TwoMode     bool     `xor:"direction" help:"Sources and targets are two sorts of nodes, such as organisations and contracts; for a pole, its members and their contracts."`
	Weights     bool     `help:"Use the weights of ties; for a pole, the number of facts."`
	Class       string   `placeholder:"ATTRIBUTE" help:"Attribute of the nodes whose values are classes, for the indicators on classes; for a pole KIND (default), ESS or PUBLIC."`
	Measures    []string `placeholder:"ID" help:"Only these indicators, by their ids, such as DENSITY,BETWEENNESS; all when absent."`
	Replicates  int      `placeholder:"N" help:"Draw so many random networks, such as 1999, for intervals and for tests against chance; none when absent."`
	Approximate bool     `help:"Of networks too large for exact betweenness and compactness (nodes × ties above 2 billion): approximate values, with intervals of their error."`
	Seed        uint64   `placeholder:"N" help:"Where the random numbers start, from 1; made from the network when absent, so that equal networks give equal answers."`
	Adjust      string   `enum:"none,holm,bh" default:"none" help:"Adjust the p-values of all tests of a network for their number: none, holm (against a single false alarm) or bh (for the share of false ones: Benjamini and Hochberg). Needs --replicates."`
	Format      string   `enum:"table,json,csv" default:"table" help:"How the answer is written: table, json or csv."`
}

// Help is what --help says besides the flags.
func (*analyseCommand) Help() string {
	return `Examples:

  polehub analyse edges.csv --nodes nodes.csv --directed --class sector

  polehub analyse edges.csv --layer advice --measures DENSITY,TRANSITIVITY --format json

  polehub analyse attendance.csv --two-mode

  polehub analyse --pole pole:demo-silence --at 2025-12-31 --store sqlite:hub.db --format csv

The edge list says nothing of pairs that it does not name: they are not tied. Of a pole they may be unknown, and values come with the bounds that this allows. A value that is not defined is null, or – in the table, with the reason. With --replicates, values have an interval (what they could have been with other actors of the kind) and the chance of a value as extreme in random networks. Indicators of single nodes are columns of the nodes; networks of more than 10000 nodes have those that --measures names.`
}

// layerNetwork is one network to analyse.
type layerNetwork struct {
	name    string
	network interface {
		Measure(context.Context, []analysis.Indicator, analysis.Options) []analysis.Measure
	}
	title string     // its size and kind
	nodes []nodeName // in order
	notes []string   // what a reader should know of its making
}

// nodeName is a node, with its mode in a network of two.
type nodeName struct {
	mode analysis.Mode
	id   string
}

func oneMode(name string, n *analysis.Network) layerNetwork {
	l := layerNetwork{name: name, network: n}
	kind := "undirected"
	if n.Directed() {
		kind = "directed"
	}
	if n.Weighted() {
		kind += ", weighted"
	}
	l.title = fmt.Sprintf("%d nodes, %d ties, %s; pairs unknown: %d of %d", n.N(), n.M(), kind, n.PairsUnknown(), n.PairsAtRisk())
	for _, id := range n.IDs() {
		l.nodes = append(l.nodes, nodeName{id: id})
	}
	l.notes = projectionNotes(n.Echo())
	return l
}

func twoMode(name string, n *analysis.TwoMode) layerNetwork {
	l := layerNetwork{name: name, network: n}
	rows, columns := n.Rows(), n.Columns()
	l.title = fmt.Sprintf("%d rows, %d columns, %d ties; pairs unknown: %d of %d", len(rows), len(columns), n.M(), n.PairsUnknown(), n.PairsAtRisk())
	for _, id := range rows {
		l.nodes = append(l.nodes, nodeName{analysis.RowMode, id})
	}
	for _, id := range columns {
		l.nodes = append(l.nodes, nodeName{analysis.ColumnMode, id})
	}
	l.notes = projectionNotes(n.Echo())
	return l
}

// Run reads everything, computes layer by layer, and writes the answer.
func (c *analyseCommand) Run(p *process) error {
	if (c.Edges == "") == (c.Pole == "") {
		return hub.Invalid("", "name an edge list, or a pole with --pole; see polehub analyse --help")
	}
	if c.TwoMode && (c.Class != "" || c.Weights) {
		return hub.Invalid("two-mode", "goes without --class and --weights")
	}
	ids, err := c.indicators()
	if err != nil {
		return err
	}
	if c.Replicates < 0 || c.Replicates > analysis.MaxReplicates {
		return hub.Invalid("replicates", "%d is not between 0 and %d", c.Replicates, analysis.MaxReplicates)
	}
	if c.Adjust != "none" && c.Replicates == 0 {
		return hub.Invalid("adjust", "there are no p-values to adjust without --replicates")
	}
	meter := newMeter(p.stderr)
	defer meter.clear()
	var layers []layerNetwork
	if c.Edges != "" {
		layers, err = c.fromFiles(p, meter)
	} else {
		layers, err = c.fromHub(p)
	}
	if err != nil {
		return err
	}
	out := make([]analysed, len(layers))
	for i, l := range layers {
		meter.show("layer %d of %d, %s: %s", i+1, len(layers), printable(l.name), l.title)
		if out[i], err = c.compute(p.soft, l, ids); err != nil {
			return err
		}
	}
	meter.clear()
	switch c.Format {
	case "json":
		return writeAnalysisJSON(p.stdout, p.stderr, out)
	case "csv":
		return writeAnalysisCSV(p.stdout, p.stderr, out)
	default:
		return writeAnalysisTable(p.stdout, out)
	}
}

// indicators are the ids asked for; nil for all.
func (c *analyseCommand) indicators() ([]analysis.Indicator, error) {
	var ids []analysis.Indicator
	for _, name := range c.Measures {
		id := analysis.Indicator(strings.ToUpper(strings.TrimSpace(name)))
		if _, ok := analysis.DefinitionOf(id); !ok {
			var known []string
			for _, d := range analysis.Definitions() {
				known = append(known, string(d.ID))
			}
			return nil, hub.Invalid("measures", "%q is not an indicator: there are %s", name, strings.Join(known, ", "))
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// compute measures one network. An interrupt ends it at once: nothing is lost.
func (c *analyseCommand) compute(ctx context.Context, l layerNetwork, ids []analysis.Indicator) (analysed, error) {
	drawn := c.Replicates > 0
	opts := analysis.Options{Nodes: len(l.nodes) <= maxNodeColumns, Intervals: drawn, Nulls: drawn, Replicates: c.Replicates, Seed: c.Seed, Approximate: c.Approximate}
	switch c.Adjust {
	case "holm":
		opts.Adjust = analysis.Holm
	case "bh":
		opts.Adjust = analysis.BenjaminiHochberg
	}
	if !opts.Nodes && ids == nil {
		l.notes = append(l.notes, fmt.Sprintf("more than %d nodes: indicators of single nodes only when --measures names them", maxNodeColumns))
	}
	if c.Class != "" {
		opts.Attributes = []string{c.Class}
	}
	done := make(chan []analysis.Measure, 1)
	go func() { done <- l.network.Measure(ctx, ids, opts) }()
	select {
	case <-ctx.Done():
		return analysed{}, fmt.Errorf("interrupted: %w", ctx.Err())
	case measures := <-done:
		for _, id := range ids {
			if !slices.ContainsFunc(measures, func(m analysis.Measure) bool { return m.ID == id }) && c.Class == "" {
				return analysed{}, hub.Invalid("measures", "%s is an indicator on classes: name their attribute with --class", id)
			}
		}
		return newAnalysed(l, measures), nil
	}
}

// fromFiles reads the edge list and the node list.
func (c *analyseCommand) fromFiles(p *process, meter *meter) ([]layerNetwork, error) {
	if c.Class != "" && c.Nodes == "" {
		return nil, hub.Invalid("class", "classes are attributes of a node list: name it with --nodes")
	}
	files := [2]netfile.File{}
	for i, name := range []string{c.Edges, c.Nodes} {
		if name == "" {
			continue
		}
		file, err := os.Open(name)
		if err != nil {
			return nil, hub.Invalid([]string{"edges", "nodes"}[i], "%v", err)
		}
		defer file.Close()
		files[i] = netfile.File{Name: name, Text: &watched{ctx: p.soft, in: file, name: name, meter: meter}}
	}
	lists, err := netfile.Read(files[0], files[1])
	if bad, ok := errors.AsType[*netfile.Error](err); ok {
		return nil, &hub.Error{Code: hub.BadUserInput, Msg: bad.Error()}
	} else if err != nil {
		return nil, err
	}
	names := c.Layer
	if len(names) == 0 {
		for _, l := range lists.Layers {
			names = append(names, l.Name)
		}
	}
	var out []layerNetwork
	for _, name := range names {
		l, err := c.layer(lists, name)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

func (c *analyseCommand) layer(lists *netfile.Lists, name string) (layerNetwork, error) {
	layer, ok := lists.Layer(name)
	if !ok {
		var known []string
		for _, l := range lists.Layers {
			known = append(known, l.Name)
		}
		return layerNetwork{}, hub.Invalid("layer", "%q is no layer of the edge list, which has %q", name, known)
	}
	l, counts, err := c.build(lists, layer)
	if err != nil {
		return l, refusal(err)
	}
	note := func(count int, format string) {
		if count > 0 {
			l.notes = append(l.notes, fmt.Sprintf(format, count))
		}
	}
	note(counts.Loops, "loops (source and target are one node), dropped: %d")
	note(counts.Parallels, "rows on a pair that has one already, merged: %d")
	note(counts.BothWays, "pairs listed in both directions, read as one tie: %d; if they are arcs, say --directed")
	for _, column := range lists.Unread {
		l.notes = append(l.notes, fmt.Sprintf("column %q of the edge list is not read", column))
	}
	return l, nil
}

func (c *analyseCommand) build(lists *netfile.Lists, layer netfile.Layer) (layerNetwork, netfile.Counts, error) {
	if c.TwoMode {
		n, counts, err := lists.TwoMode(layer)
		if err != nil {
			return layerNetwork{}, counts, err
		}
		return twoMode(layer.Name, n), counts, nil
	}
	n, counts, err := lists.Network(layer, netfile.Options{Directed: c.Directed, Weighted: c.Weights, Class: c.Class})
	if err != nil {
		return layerNetwork{}, counts, err
	}
	return oneMode(layer.Name, n), counts, nil
}

// fromHub reads the network of a pole, or one for each type of ties asked for.
func (c *analyseCommand) fromHub(p *process) (_ []layerNetwork, err error) {
	if c.Nodes != "" {
		return nil, hub.Invalid("nodes", "goes with an edge list, not with --pole")
	}
	if c.Class == "" && !c.TwoMode {
		c.Class = hub.AttributeKind
	}
	if attributes := []string{hub.AttributeKind, hub.AttributeESS, hub.AttributePublic}; !c.TwoMode && !slices.Contains(attributes, c.Class) {
		return nil, hub.Invalid("class", "%q is no attribute of the members of a pole, which have %q", c.Class, attributes)
	}
	day := hub.DateOf(time.Now())
	if c.At != "" {
		if day, err = hub.ParseDate(c.At); err != nil {
			return nil, hub.Invalid("at", "%v", err)
		}
	}
	projection := analysis.Projection{AsOf: string(day)}
	if c.Directed {
		projection.Direction = analysis.Arcs
	}
	if c.Weights {
		projection.Weight = analysis.CountWeight
	}
	dsn := c.Store
	if dsn == "" {
		if dsn, err = defaultStore(); err != nil {
			return nil, err
		}
	}
	if missingFile(dsn) {
		return nil, hub.Invalid("store", "%s does not exist", dsn)
	}
	s, err := c.open(p, dsn, p.logger())
	if err != nil {
		return nil, err
	}
	defer func() { err = closeStore(s, err) }()
	h := &hub.Hub{Store: s, Clock: time.Now}
	if len(c.Layer) == 0 {
		l, err := c.poleLayer(p.soft, h, "ALL", projection)
		return []layerNetwork{l}, err
	}
	var out []layerNetwork
	for _, name := range c.Layer {
		if c.TwoMode {
			projection.Contracts = []string{name}
		} else {
			projection.Relations = []string{name}
		}
		l, err := c.poleLayer(p.soft, h, name, projection)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

func (c *analyseCommand) poleLayer(ctx context.Context, h *hub.Hub, name string, projection analysis.Projection) (layerNetwork, error) {
	ids := []hub.ID{hub.ID(c.Pole)}
	if c.TwoMode {
		networks, err := h.TwoModes(ctx, ids, hub.ColumnsContracts, projection)
		if err != nil || networks[0] == nil {
			return layerNetwork{}, cmp.Or(err, c.noPole())
		}
		return twoMode(name, networks[0].TwoMode), nil
	}
	networks, err := h.Networks(ctx, ids, projection)
	if err != nil || networks[0] == nil {
		return layerNetwork{}, cmp.Or(err, c.noPole())
	}
	return oneMode(name, networks[0].Network), nil
}

func (c *analyseCommand) noPole() error {
	return &hub.Error{Code: hub.NotFound, Field: "pole", Msg: fmt.Sprintf("no pole has the id %q", hub.Clip(c.Pole, 60))}
}

// refusal turns an error of package analysis into a coded one.
func refusal(err error) error {
	if bad, ok := errors.AsType[*analysis.InputError](err); ok {
		return hub.Invalid(bad.Field, "%s", strings.TrimPrefix(bad.Error(), bad.Field+" "))
	}
	return err
}

// watched is a file that is read until the context ends, with progress.
type watched struct {
	ctx   context.Context
	in    io.Reader
	name  string
	read  int64
	meter *meter
}

// Read reads on.
func (w *watched) Read(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.in.Read(b)
	w.read += int64(n)
	w.meter.show("%s: %d MB", printable(w.name), w.read>>20)
	return n, err
}
