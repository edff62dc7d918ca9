// Package demo is the demonstration hub: fourteen invented poles in the hub's own
// bundle format, embedded in the program. It is made by package invent.
package demo

import (
	"embed"
	"io/fs"
)

//go:embed bundle/*.csv
var files embed.FS

// Bundle gives the files of the bundle, at the root.
func Bundle() fs.FS {
	bundle, err := fs.Sub(files, "bundle")
	if err != nil {
		panic("demo: " + err.Error())
	}
	return bundle
}
