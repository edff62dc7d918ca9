// Package grids holds the definitions of the grids of this release as data, one
// folder each: package criteria answers them, and package hub checks judgements of
// people against what there is to judge.
package grids

import (
	"embed"
	"encoding/json"
	"io/fs"
	"sync"
)

//go:embed */grid.json
var files embed.FS

// Files are the folders of the grids.
func Files() fs.FS { return files }

// Grid is what a grid asks about.
type Grid struct {
	ID       string
	Criteria []Criterion
}

// Criterion is one question of a grid.
type Criterion struct {
	ID string
	// Kind is ESSENTIAL, UNDER_TEST or EXCLUSION: see package criteria.
	Kind string
}

// List are the grids of this release, by id.
var List = sync.OnceValue(func() []Grid {
	names, err := fs.Glob(files, "*/grid.json")
	var list []Grid
	for _, name := range names {
		var data []byte
		var g Grid
		if data, err = files.ReadFile(name); err == nil {
			err = json.Unmarshal(data, &g)
		}
		if err != nil {
			break
		}
		list = append(list, g)
	}
	if err != nil {
		panic("grids: " + err.Error())
	}
	return list
})
