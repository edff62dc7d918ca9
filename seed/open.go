package seed

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"polehub/hub"
)

// OpenBundle opens a bundle given by its path: a folder, a zip, or one CSV file
// of a bundle. The closer releases it.
func OpenBundle(name string) (BundleFiles, io.Closer, error) {
	info, err := os.Stat(name)
	if err != nil {
		return BundleFiles{}, nil, err
	}
	if info.IsDir() {
		files, err := OpenFolder(name)
		if err == nil {
			err = files.isBundle(name)
		}
		return files, io.NopCloser(nil), err
	}
	if strings.EqualFold(filepath.Ext(name), ".csv") {
		base := filepath.Base(name)
		open := func(string) (io.ReadCloser, error) { return openLimited(name) }
		return BundleFiles{Names: []string{base}, Open: open}, io.NopCloser(nil), nil
	}
	file, err := os.Open(name)
	if err != nil {
		return BundleFiles{}, nil, err
	}
	files, err := OpenZip(file, info.Size())
	if err == nil {
		err = files.isBundle(name)
	}
	if err != nil {
		file.Close()
		return BundleFiles{}, nil, err
	}
	return files, file, nil
}

// isBundle refuses a folder or zip of which nothing would come in.
func (files BundleFiles) isBundle(name string) error {
	if slices.ContainsFunc(files.Names, knownFile) {
		return nil
	}
	return hub.Invalid("file", "%s has no file of a bundle, such as %s.csv", filepath.Base(name), hub.OrganisationNoun.File)
}

// Detect tells the format of a file: a folder, a zip and the CSV files of a
// bundle by their names; JSON is DECP.
func Detect(name string) (Format, error) {
	info, err := os.Stat(name)
	if err != nil {
		return "", err
	}
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case info.IsDir() || ext == ".zip" || knownFile(filepath.Base(name)):
		return FormatBundle, nil
	case ext == ".json":
		return FormatDECP, nil
	}
	return "", hub.Invalid("format", "the format of %q cannot be told from its name: give bundle or decp", filepath.Base(name))
}
