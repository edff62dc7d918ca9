package criteria

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"polehub/analysis"
	"polehub/hub"
	"polehub/hub/criteria/grids"
)

// Text is a text shown to users, in both languages of the hub.
type Text = analysis.Text

// Grid is one version of a definition of what makes a pole.
type Grid struct {
	ID      string
	Version int // raised when a rule, a threshold or a text that changes an answer does
	Title   Text
	Summary Text
	// Reference says where the definition stands, so that a reader can check.
	Reference Text
	Criteria  []*Criterion
}

// Criterion is one question of a grid.
type Criterion struct {
	ID   string
	Kind CriterionKind
	Name Text
	// Explanation says how the hub answers it.
	Explanation Text
	// BeyondData is what no data can show.
	BeyondData Text
	// Reference is the article or the line of the text; empty when it is that of
	// the grid.
	Reference  Text
	Rule       string
	Thresholds []Threshold // in order of name
	// Lists are the codes and words that the rule looks for, by name.
	Lists map[string][]string

	rule *rule
}

// Threshold is a named number of a rule.
type Threshold struct {
	Name string
	Unit Unit
	// Value is what the rule uses; nil when the asker must give it.
	Value *float64
	// Origin says who chose the default: TEXT for the grid's own text, HUB for us.
	Origin ThresholdOrigin
	// Overridden says that the asker gave the value.
	Overridden bool
}

// ThresholdOrigin says where the default of a threshold comes from.
type ThresholdOrigin string

// The origins of thresholds.
const (
	FromText  ThresholdOrigin = "TEXT"  // the grid's own text
	FromHub   ThresholdOrigin = "HUB"   // our choice, which the asker may change
	FromAsker ThresholdOrigin = "ASKER" // no default: the asker must give it
)

// CriterionKind says how a grid uses a criterion.
type CriterionKind string

// The kinds of criteria.
const (
	Essential CriterionKind = "ESSENTIAL"
	UnderTest CriterionKind = "UNDER_TEST"
	Exclusion CriterionKind = "EXCLUSION"
)

// onNetwork reports whether a rule of the grid reads the network of cooperation.
func (g *Grid) onNetwork() bool {
	return slices.ContainsFunc(g.Criteria, func(c *Criterion) bool { return c.rule.network })
}

// Grids are the grids of this release, in order of id.
var Grids = sync.OnceValue(func() []*Grid {
	list, err := ReadGrids(grids.Files())
	if err != nil {
		panic("criteria: " + err.Error())
	}
	return list
})

// GridByID finds a grid of this release; the error lists the ids there are.
func GridByID(id string) (*Grid, error) {
	var ids []string
	for _, g := range Grids() {
		if g.ID == id {
			return g, nil
		}
		ids = append(ids, g.ID)
	}
	return nil, &hub.Error{Code: hub.BadUserInput, Field: "grid", Msg: fmt.Sprintf("%q is not a grid: expected one of %s", hub.Clip(id, 40), strings.Join(ids, " "))}
}

// Criterion finds a criterion of the grid; the error lists the ids there are.
func (g *Grid) Criterion(id string) (*Criterion, error) {
	var ids []string
	for _, c := range g.Criteria {
		if c.ID == id {
			return c, nil
		}
		ids = append(ids, c.ID)
	}
	return nil, hub.Invalid("criterion", "%q is not a criterion of %s: expected one of %s", hub.Clip(id, 40), g.ID, strings.Join(ids, " "))
}

// Only is the grid with one of its criteria.
func (g *Grid) Only(c *Criterion) *Grid {
	one := *g
	one.Criteria = []*Criterion{c}
	return &one
}

// ReadGrids reads every folder that holds a grid.json, in order of grid id. It
// refuses a grid that names an unknown rule or threshold or lacks a text.
func ReadGrids(folder fs.FS) ([]*Grid, error) {
	files, err := fs.Glob(folder, "*/grid.json")
	if err != nil {
		return nil, err
	}
	var grids []*Grid
	for _, name := range files {
		g, err := readGrid(folder, name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if g.ID != path.Dir(name) {
			return nil, fmt.Errorf("%s: the folder of grid %q must have its name", name, g.ID)
		}
		grids = append(grids, g)
	}
	slices.SortFunc(grids, func(a, b *Grid) int { return strings.Compare(a.ID, b.ID) })
	return grids, nil
}

// gridFile is the form of grid.json.
type gridFile struct {
	ID                        string
	Version                   int
	Title, Summary, Reference Text
	Criteria                  []struct {
		ID                                       string
		Kind                                     CriterionKind
		Rule                                     string
		Name, Explanation, BeyondData, Reference Text
		Thresholds                               map[string]struct {
			Value  *float64
			Origin ThresholdOrigin
		}
		Lists map[string][]string
	}
}

func readGrid(folder fs.FS, name string) (*Grid, error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var file gridFile
	dec := json.NewDecoder(f)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&file); err != nil {
		return nil, err
	}
	g := &Grid{ID: file.ID, Version: file.Version, Title: file.Title, Summary: file.Summary, Reference: file.Reference}
	seen := map[string]bool{}
	for _, c := range file.Criteria {
		criterion := &Criterion{
			ID: c.ID, Kind: c.Kind, Name: c.Name, Explanation: c.Explanation, BeyondData: c.BeyondData,
			Reference: c.Reference, Rule: c.Rule, Lists: c.Lists, rule: ruleNamed(c.Rule),
		}
		for _, threshold := range slices.Sorted(maps.Keys(c.Thresholds)) {
			t := c.Thresholds[threshold]
			one := Threshold{Name: threshold, Value: t.Value, Origin: t.Origin}
			if criterion.rule != nil {
				one.Unit = criterion.rule.thresholds[threshold]
			}
			criterion.Thresholds = append(criterion.Thresholds, one)
		}
		if err := criterion.check(); err != nil {
			return nil, fmt.Errorf("criterion %s: %w", c.ID, err)
		}
		if seen[c.ID] {
			return nil, fmt.Errorf("criterion %s stands twice", c.ID)
		}
		seen[c.ID] = true
		g.Criteria = append(g.Criteria, criterion)
	}
	if g.ID == "" || g.Version < 1 || len(g.Criteria) == 0 || !written(g.Title, g.Summary, g.Reference) {
		return nil, errors.New("id, version, title, summary, reference and criteria are required, texts in both languages")
	}
	return g, nil
}

// check holds a criterion against the rule it names.
func (c *Criterion) check() error {
	switch {
	case c.ID == "" || !written(c.Name, c.Explanation, c.BeyondData):
		return errors.New("id, name, explanation and beyondData are required, texts in both languages")
	case c.Kind != Essential && c.Kind != UnderTest && c.Kind != Exclusion:
		return fmt.Errorf("kind %q is none of ESSENTIAL UNDER_TEST EXCLUSION", c.Kind)
	case c.rule == nil:
		return fmt.Errorf("%q is not a rule: expected one of %s", c.Rule, strings.Join(ruleNames(), " "))
	case c.rule.excludes != (c.Kind == Exclusion):
		return fmt.Errorf("rule %s does not fit a criterion of kind %s", c.Rule, c.Kind)
	}
	names := make([]string, len(c.Thresholds))
	for i, t := range c.Thresholds {
		names[i] = t.Name
		if (t.Value == nil) != (t.Origin == FromAsker) || t.Origin != FromAsker && t.Origin != FromHub && t.Origin != FromText {
			return fmt.Errorf("threshold %s: a value with origin TEXT or HUB, or none with ASKER", t.Name)
		}
		if t.Value != nil && t.Unit.check(*t.Value) != "" {
			return fmt.Errorf("threshold %s is %v: %s", t.Name, *t.Value, t.Unit.check(*t.Value))
		}
	}
	if wanted := slices.Sorted(maps.Keys(c.rule.thresholds)); !slices.Equal(names, wanted) {
		return fmt.Errorf("rule %s has the thresholds %v, not %v", c.Rule, wanted, names)
	}
	if lists := slices.Sorted(maps.Keys(c.Lists)); !slices.Equal(lists, c.rule.lists) {
		return fmt.Errorf("rule %s has the lists %v, not %v", c.Rule, c.rule.lists, lists)
	}
	return nil
}

func written(texts ...Text) bool {
	return !slices.ContainsFunc(texts, func(t Text) bool { return t.En == "" || t.Fr == "" })
}
