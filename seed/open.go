package seed

import (
	"io"
	"os"
	"path/filepath"
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
	if err != nil {
		file.Close()
		return BundleFiles{}, nil, err
	}
	return files, file, nil
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
