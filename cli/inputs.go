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

// inputs are the opened files of an import. Rows of bundles may refer to each
// other, so they are read together, the single CSV files as one more; then come
// the files of DECP.
type inputs struct {
	bundles []seed.BundleFiles
	decp    []string
	left    []string // what lies among files of DECP and is none
	closers []io.Closer
}

// openInputs opens files by their format.
func openInputs(names []string, format seed.Format) (*inputs, error) {
	in := &inputs{}
	loose := looseFiles{}
	for _, name := range names {
		if err := in.add(name, format, loose); err != nil {
			in.close()
			if errors.Is(err, fs.ErrNotExist) {
				err = hub.Invalid("file", "%s does not exist", name)
			}
			return nil, err
		}
	}
	if len(in.bundles) == 1 && len(loose) == 0 {
		in.bundles[0].Name = ""
	}
	if len(loose) > 0 {
		in.bundles = append(in.bundles, loose.bundle())
	}
	return in, nil
}

func (in *inputs) add(name string, format seed.Format, loose looseFiles) (err error) {
	members, others, err := contracts(name)
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
		in.decp = append(in.decp, members...)
		in.left = append(in.left, others...)
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
	files.Name = name
	in.bundles = append(in.bundles, files)
	return nil
}

// contracts lists the JSON files of a folder that has no table of a bundle, a
// folder of DECP files, and what else lies there. It is nil for anything else.
func contracts(name string) (found, others []string, err error) {
	info, err := os.Stat(name)
	if err != nil || !info.IsDir() {
		return nil, nil, err
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		path := filepath.Join(name, e.Name())
		switch strings.ToLower(filepath.Ext(e.Name())) {
		case ".csv":
			return nil, nil, nil
		case ".json":
			found = append(found, path)
		default:
			others = append(others, path)
		}
	}
	return found, others, nil
}

// items reads the bundles, then the contracts.
func (in *inputs) items(source hub.ID) seed.Items {
	return func(yield func(seed.Item, error) bool) {
		for _, name := range in.left {
			unknown := hub.Flag{Code: hub.FlagUnknownFile, Raw: hub.Text(filepath.Base(name))}
			if !yield(seed.Item{File: name, Notices: []hub.Flag{unknown}}, nil) {
				return
			}
		}
		for _, items := range []seed.Items{seed.ReadBundles(in.bundles, source), seed.ReadDECP(seed.OpenDECP(in.decp...), source)} {
			for item, err := range items {
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

func (l looseFiles) bundle() seed.BundleFiles {
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
	return all
}
