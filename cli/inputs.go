package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"polehub/hub"
	"polehub/seed"
)

// inputs are the opened files of an import: bundles in the order given, then the
// single CSV files as one bundle, since their rows refer to each other, then the
// files of DECP.
type inputs struct {
	readers []func(source hub.ID) seed.Items
	closers []io.Closer
}

// openInputs opens files by their format.
func openInputs(names []string, format seed.Format) (*inputs, error) {
	in := &inputs{}
	loose := looseFiles{}
	var decp []string
	for _, name := range names {
		if err := in.add(name, format, loose, &decp); err != nil {
			in.close()
			if errors.Is(err, fs.ErrNotExist) {
				err = hub.Invalid("file", "%s does not exist", name)
			}
			return nil, err
		}
	}
	if len(loose) > 0 {
		in.readers = append(in.readers, loose.bundle())
	}
	if len(decp) > 0 {
		in.readers = append(in.readers, func(source hub.ID) seed.Items { return seed.ReadDECP(seed.OpenDECP(decp...), source) })
	}
	return in, nil
}

func (in *inputs) add(name string, format seed.Format, loose looseFiles, decp *[]string) (err error) {
	members, err := contracts(name)
	if err != nil {
		return err
	}
	if format == "auto" {
		if format = seed.FormatDECP; members == nil {
			format, err = seed.Detect(name)
		}
	}
	if err != nil {
		return err
	}
	if format == seed.FormatDECP {
		if members == nil {
			members = []string{name}
		}
		*decp = append(*decp, members...)
		return nil
	}
	files, closer, err := seed.OpenBundle(name)
	if err != nil {
		return err
	}
	in.closers = append(in.closers, closer)
	if strings.EqualFold(filepath.Ext(name), ".csv") {
		return loose.add(files)
	}
	in.readers = append(in.readers, func(source hub.ID) seed.Items { return seed.ReadBundle(files, source) })
	return nil
}

// contracts lists the JSON files of a folder that has no table of a bundle: a
// folder of DECP files. It is nil for anything else.
func contracts(name string) ([]string, error) {
	info, err := os.Stat(name)
	if err != nil || !info.IsDir() {
		return nil, err
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		switch strings.ToLower(filepath.Ext(e.Name())) {
		case ".csv":
			return nil, nil
		case ".json":
			found = append(found, filepath.Join(name, e.Name()))
		}
	}
	return found, nil
}

// items reads one input after the other.
func (in *inputs) items(source hub.ID) seed.Items {
	return func(yield func(seed.Item, error) bool) {
		for _, read := range in.readers {
			for item, err := range read(source) {
				if !yield(item, err) {
					return
				}
			}
		}
	}
}

// close closes what was only read.
func (in *inputs) close() {
	for _, c := range in.closers {
		_ = c.Close()
	}
}

// looseFiles are single files of a bundle by their names.
type looseFiles map[string]seed.BundleFiles

func (l looseFiles) add(files seed.BundleFiles) error {
	name := files.Names[0]
	if _, twice := l[name]; twice {
		return hub.Invalid("file", "two files are named %s: import them one after the other", name)
	}
	l[name] = files
	return nil
}

func (l looseFiles) bundle() func(hub.ID) seed.Items {
	all := seed.BundleFiles{Open: func(name string) (io.ReadCloser, error) {
		files, ok := l[name]
		if !ok {
			return nil, os.ErrNotExist
		}
		return files.Open(name)
	}}
	for name := range l {
		all.Names = append(all.Names, name)
	}
	return func(source hub.ID) seed.Items { return seed.ReadBundle(all, source) }
}
