package analysis

import (
	"cmp"
	"slices"
)

// ProjectTwoMode gives the members and the contracts of the types asked for, all when
// none is, with the parties of each contract: members, types, duplicates, validity,
// groups, carrier, perimeter, in the order of [Project]. A contract in force without
// a member stays as a column; the parties of a contract past its horizon are unknown.
// Whatever has parties can be a column: the caller names texts or groups contracts.
// Relations, direction, confirmation, silence, weight and expansion are refused.
//
// The error is an [*InputError]: a code or day that is refused, or an id twice.
func ProjectTwoMode(in Input, p Projection) (*TwoMode, error) {
	if err := p.onlyOneMode(); err != nil {
		return nil, err
	}
	p.NoRelations = true
	p.AllContracts = p.AllContracts || len(p.Contracts) == 0
	p, err := p.resolve(in)
	if err != nil {
		return nil, err
	}
	j := &projector{in: in, p: p, echo: &Echo{Projection: p, Inclusion: p.inclusionTwoMode()}}
	j.when, _ = p.when()
	var cells []cell
	var columns []string
	j.take = func(c Contract, _ int32, s Standing) {
		columns = append(columns, c.Key)
		cells = append(cells, j.cells(c, s)...)
	}
	for _, step := range []func() error{j.members, j.types, j.groups, j.contracts} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	slices.Sort(columns)
	for k, id := range columns {
		if id == "" || k > 0 && id == columns[k-1] {
			return nil, &InputError{Field: "contracts", Item: id, Msg: "a key is empty or given to two types"}
		}
	}
	t := NewTwoModeBuilder(j.out, columns)
	for _, c := range cells {
		if c.unknown {
			t.Unknown(c.row, c.column)
		} else {
			t.Tie(c.row, c.column)
		}
	}
	classes := NewBuilder(false, j.out...)
	if err := j.classes(classes); err != nil {
		return nil, err
	}
	j.echo.Sources = sortedSet(j.echo.Sources)
	t.b.echo = j.echo
	two, err := t.Build()
	if err == nil {
		two.classes = classes.vectors
	}
	return two, err
}

// cell is an organisation in a contract.
type cell struct {
	row, column string
	unknown     bool
}

// cells maps the parties of a contract to nodes, and counts those left out.
func (j *projector) cells(c Contract, s Standing) []cell {
	var ids []string
	for _, p := range c.Parties {
		ids = append(ids, p.ID)
	}
	var found []cell
	for _, id := range sortedSet(ids) {
		m := j.member(id)
		switch {
		case m < 0:
			j.echo.Dropped.OutsidePerimeter++
		case j.group[m] < 0:
			j.echo.Dropped.Carrier++
		default:
			found = append(found, cell{j.out[j.group[m]], c.Key, s == Expired})
		}
	}
	slices.SortFunc(found, func(a, b cell) int { return cmp.Compare(a.row, b.row) })
	distinct := slices.Compact(found)
	j.echo.Dropped.Merged += len(found) - len(distinct)
	return distinct
}

// onlyOneMode refuses the parameters that have no meaning for two modes.
func (p Projection) onlyOneMode() error {
	relations := ""
	if len(p.Relations) > 0 {
		relations = p.Relations[0]
	}
	for _, given := range [][2]string{
		{"relations", relations}, {"direction", string(p.Direction)}, {"confirm", string(p.Confirm)}, {"silence", string(p.Silence)},
		{"rule", string(p.Rule)}, {"absence", string(p.Absence)}, {"weight", string(p.Weight)}, {"expansion", string(p.Expansion)},
	} {
		if given[1] != "" {
			return &InputError{Field: given[0], Item: given[1], Msg: "does not apply to a two-mode network"}
		}
	}
	return nil
}
