package netfile

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"polehub/analysis"
)

func read(edges string, nodes ...string) (*Lists, error) {
	files := [2]File{{Name: "edges.csv", Text: strings.NewReader(edges)}}
	if len(nodes) > 0 {
		files[1] = File{Name: "nodes.csv", Text: strings.NewReader(nodes[0])}
	}
	return Read(files[0], files[1])
}

// show writes lists as text: nodes with their values, then the rows of layers.
func show(l *Lists) string {
	var b strings.Builder
	for i, id := range l.IDs {
		b.WriteString(id)
		if l.values != nil {
			b.WriteString("(" + strings.Join(l.values[i], ",") + ")")
		}
		b.WriteString(" ")
	}
	for _, layer := range l.Layers {
		b.WriteString(layer.Name + ":")
		for _, t := range layer.Ties {
			b.WriteString(" " + l.IDs[t.From] + ">" + l.IDs[t.To])
			if t.Weight != 1 {
				b.WriteString("*")
			}
		}
		b.WriteString(" ")
	}
	return strings.TrimSpace(b.String() + strings.Join(l.Unread, ","))
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, edges, nodes, want string }{
		{"as in the shared networks", "layer,source,target,weight\nhelp,b,a,1\nmoney,a,c,2.5\nhelp,c,a,1\n", "", "a b c help: b>a c>a money: a>c*"},
		{"quoted, with ids that look like numbers", "\"layer\",\"source\",\"target\"\n\"a, b\",10,9\n", "", `10 9 a, b: 10>9`},
		{"isolates and attributes stand in the node list", "source,target\nx,y\n", "id,club,age\nz,red,3\ny,,4\nx,blue,5\n", "x(blue,5) y(,4) z(red,3) tie: x>y"},
		{"semicolons, a mark and carriage returns", "\ufeffsource;target;layer\r\nx;y,z;a\r\n", "", "x y,z a: x>y,z"},
		{"tabs", "target\tsource\tsince\nx\ty\t2020\n", "", "x y tie: y>x since"},
		{"no rows, no nodes", "source,target\n", "", "tie:"},
		{"no rows", "layer,source,target\n", "id\nx\n", "x() tie:"},
		{"a loop and blank lines", "source,target\n\nx,x\n\n", "", "x tie: x>x"},
		{"an id with a line feed and a quote", "source,target\n\"x\n\"\"1\"\"\",y\n", "", "x\n\"1\" y tie: x\n\"1\">y"},
	} {
		nodes := []string{c.nodes}
		if c.nodes == "" {
			nodes = nil
		}
		l, err := read(c.edges, nodes...)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got := show(l); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What cannot be used is an error that says where, and nothing is read.
func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ name, edges, nodes, want string }{
		{"nothing", "", "", "edges.csv, line 1: the file is empty: it needs a header"},
		{"no column of targets", "layer,source\na,b\n", "", "edges.csv, line 1: the header has no column target"},
		{"a column twice", "source,target,source\n", "", `edges.csv, line 1, column 3 "source": names of columns are UTF-8, not empty and differ`},
		{"a column without a name", "source,target,\n", "", `edges.csv, line 1, column 3 "": names of columns are UTF-8, not empty and differ`},
		{"a short row", "source,target\na,b\na\n", "", "edges.csv, line 3: the row has 1 cells, the header 2"},
		{"a quote that does not end", "source,target\n\"a,b\nc,d\n", "", `edges.csv, line 2: extraneous or missing " in quoted-field (line 3, byte 5)`},
		{"a bare quote", "source,target\na\"b,c\n", "", `edges.csv, line 2: bare " in non-quoted-field (line 2, byte 2)`},
		{"an empty end", "source,target\na,\n", "", `edges.csv, line 2, target "": is empty`},
		{"an empty layer", "layer,source,target\nx,a,b\n,a,b\n", "", `edges.csv, line 3, layer "": is empty`},
		{"no UTF-8", "source,target\na,b\xff\n", "", `edges.csv, line 2, target "b\xff": is not UTF-8`},
		{"a weight that is none", "source,target,weight\na,b,\"1,5\"\n", "", `edges.csv, line 2, weight "1,5": is not a number from 1e-15 to 1e15; a tie that is not there has no row`},
		{"weight zero", "source,target,weight\na,b,0\n", "", `weight "0": is not`},
		{"a negative weight", "source,target,weight\na,b,-1\n", "", `weight "-1": is not`},
		{"no number", "source,target,weight\na,b,NaN\n", "", `weight "NaN": is not`},
		{"infinite", "source,target,weight\na,b,Inf\n", "", `weight "Inf": is not`},
		{"too small to divide by", "source,target,weight\na,b,1e-308\n", "", `weight "1e-308": is not`},
		{"too large", "source,target,weight\na,b,1e999\n", "", `weight "1e999": is not`},
		{"lines behind an id of two lines", "source,target,weight\n\"a\nb\",c,1\na,b,x\n", "", `edges.csv, line 4, weight "x"`},
		{"an unknown end", "source,target\na,b\na,c\n", "id\na\nb\n", `edges.csv, line 3, target "c": is not in the node list`},
		{"a node list without ids", "source,target\n", "name\na\n", `nodes.csv, line 1, name "name": the first column of a node list is id`},
		{"a node twice", "source,target\n", "id\na\na\n", `nodes.csv, line 3, id "a": the node has an earlier row`},
		{"a node without id", "source,target\n", "id,x\n,1\n", `nodes.csv, line 2, id "": is empty`},
		{"an attribute that is no UTF-8", "source,target\n", "id,x\na,\xff\n", `nodes.csv, line 2, x "\xff": is not UTF-8`},
		{"an empty node list", "source,target\n", "\n", "nodes.csv, line 1: the file is empty: it needs a header"},
	} {
		nodes := []string{c.nodes}
		if c.nodes == "" {
			nodes = nil
		}
		l, err := read(c.edges, nodes...)
		if _, ok := errors.AsType[*Error](err); !ok || !strings.Contains(err.Error(), c.want) || l != nil {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// A reader that fails is no fault of a row.
func TestReadFails(t *testing.T) {
	broken := errors.New("the disk is gone")
	for _, after := range []string{"", "source,target\na,b\n"} {
		in := io.MultiReader(strings.NewReader(after), iotest.ErrReader(broken))
		if l, err := Read(File{Name: "edges.csv", Text: in}, File{}); !errors.Is(err, broken) || l != nil {
			t.Errorf("after %q: %v", after, err)
		}
	}
}

func TestNetwork(t *testing.T) {
	// Pairs: ab three times, once turned; cd both ways; a loop; e alone.
	l, err := read("source,target,weight\na,b,1\nb,a,2\na,b,4\nc,c,1\nc,d,8\nd,c,16\n", "id,kind\nd,x\nc,x\ne,\nb,y\na,y\n")
	if err != nil {
		t.Fatal(err)
	}
	layer, _ := l.Layer(DefaultLayer)
	for _, c := range []struct {
		o    Options
		want Counts
		ties []analysis.Tie
	}{
		{Options{}, Counts{Rows: 6, Loops: 1, Parallels: 6 - 1 - 2, BothWays: 2}, []analysis.Tie{{From: 0, To: 1, Weight: 1}, {From: 2, To: 3, Weight: 1}}},
		{Options{Weighted: true}, Counts{Rows: 6, Loops: 1, Parallels: 3, BothWays: 2}, []analysis.Tie{{From: 0, To: 1, Weight: 1 + 2 + 4}, {From: 2, To: 3, Weight: 8 + 16}}},
		{Options{Directed: true, Weighted: true}, Counts{Rows: 6, Loops: 1, Parallels: 6 - 1 - 4},
			[]analysis.Tie{{From: 0, To: 1, Weight: 1 + 4}, {From: 1, To: 0, Weight: 2}, {From: 2, To: 3, Weight: 8}, {From: 3, To: 2, Weight: 16}}},
	} {
		n, counts, err := l.Network(layer, c.o)
		if err != nil || counts != c.want || !slices.Equal(slices.Collect(n.Ties()), c.ties) || n.N() != 5 || n.PairsUnknown() != 0 {
			t.Errorf("%+v: %+v, %v, %v", c.o, counts, slices.Collect(n.Ties()), err)
		}
	}
	n, _, err := l.Network(layer, Options{Class: "kind"})
	if err != nil || n.Class("kind", 0) != "y" || n.Class("kind", 3) != "x" || n.Class("kind", 4) != "" {
		t.Errorf("the classes are lost: %v", err)
	}
	if _, _, err := l.Network(layer, Options{Class: "club"}); err == nil || err.Error() != `class "club": is no attribute of the nodes, which have ["kind"]` {
		t.Errorf("an unknown attribute: %v", err)
	}
	if _, ok := l.Layer("none"); ok {
		t.Error("there is a layer that was not read")
	}
}

func TestTwoMode(t *testing.T) {
	l, err := read("source,target\nann,ball\nbob,ball\nann,ball\nann,choir\n", "id,mode\nann,who\nbob,who\neve,who\nball,what\nchoir,what\ndance,what\n")
	if err != nil {
		t.Fatal(err)
	}
	n, counts, err := l.TwoMode(l.Layers[0])
	if err != nil || counts != (Counts{Rows: 4, Parallels: 1}) || n.M() != 3 ||
		!slices.Equal(n.Rows(), []string{"ann", "bob", "eve"}) || !slices.Equal(n.Columns(), []string{"ball", "choir", "dance"}) {
		t.Errorf("%+v, %v", counts, err)
	}
	for name, nodes := range map[string]string{
		"no mode":        "id\nann\nball\neve\n",
		"another mode":   "id,mode\nann,who\nball,what\neve,else\n",
		"a mode of both": "id,mode\nann,x\nball,x\neve,x\n",
	} {
		l, err := read("source,target\nann,ball\n", nodes)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := l.TwoMode(l.Layers[0]); err == nil || !strings.Contains(err.Error(), `"eve": is neither source nor target`) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzRead: whatever the bytes, there is an error that says where, or lists whose
// networks have a row for each tie and finite values only.
func FuzzRead(f *testing.F) {
	f.Add("layer,source,target,weight\nhelp,b,a,1\nmoney,a,c,2.5\n", "")
	f.Add("source;target\r\nx;x\r\nx;y\r\ny;x\r\n", "id;kind\r\nx;1\r\ny;\r\nz;2\r\n")
	f.Add("source,target,weight\n\"a\n\"\"b\",c,1e308\na,c,1e308\n", "id\na\nc\n\"a\n\"\"b\"\n")
	f.Add("\ufeffsource\ttarget\n", "id\n")
	f.Fuzz(func(t *testing.T, edges, nodes string) {
		lists := []string{nodes}
		if nodes == "" {
			lists = nil
		}
		l, err := read(edges, lists...)
		if err != nil {
			if bad, ok := errors.AsType[*Error](err); !ok || bad.File == "" || bad.Line < 1 || l != nil {
				t.Fatalf("%v", err)
			}
			return
		}
		if !slices.IsSorted(l.IDs) || len(l.IDs) != len(slices.Compact(slices.Clone(l.IDs))) || slices.Contains(l.IDs, "") {
			t.Fatalf("nodes %q", l.IDs)
		}
		for _, layer := range l.Layers {
			for _, o := range []Options{{}, {Directed: true, Weighted: true}} {
				check(t, l, layer, o)
			}
			if n, counts, err := l.TwoMode(layer); err == nil && n.M()+counts.Parallels != counts.Rows {
				t.Fatalf("%d ties of %+v", n.M(), counts)
			}
		}
	})
}

func check(t *testing.T, l *Lists, layer Layer, o Options) {
	if len(l.Attributes) > 0 {
		o.Class = l.Attributes[0]
	}
	n, counts, err := l.Network(layer, o)
	if err != nil {
		if _, ok := errors.AsType[*analysis.InputError](err); !ok {
			t.Fatal(err)
		}
		return
	}
	if n.N() != len(l.IDs) || counts.Rows != len(layer.Ties) || counts.Parallels < 0 || n.M()+counts.Loops+counts.Parallels != counts.Rows {
		t.Fatalf("%d nodes, %d ties of %+v", n.N(), n.M(), counts)
	}
	if n.N() > 40 {
		return // enough is measured elsewhere
	}
	for _, m := range n.Measure(t.Context(), []analysis.Indicator{analysis.Density, analysis.AverageTieValueTies, analysis.Blau, analysis.Transitivity}, analysis.Options{}) {
		if (m.Value == nil) == (m.Reason == "") || m.Value != nil && (*m.Value-*m.Value != 0 || *m.Value < 0) {
			t.Fatalf("%s: %v %s", m.ID, m.Value, m.Reason)
		}
	}
}
