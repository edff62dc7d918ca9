package seed

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"polehub/hub"
)

// The limits of a zip: a small file may not unpack into a full disk.
const (
	maxZipEntries  = 64
	maxZipUnpacked = 1 << 30
	maxZipRatio    = 200
	// maxFile is the size of the largest file outside a zip.
	maxFile = 2 << 30
)

// OpenFolder gives the files of a bundle in a folder.
func OpenFolder(dir string) (BundleFiles, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return BundleFiles{}, err
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return BundleFiles{Names: names, Open: func(name string) (io.ReadCloser, error) { return openLimited(filepath.Join(dir, name)) }}, nil
}

// openLimited opens a file that is one, and not too large.
func openLimited(name string) (io.ReadCloser, error) {
	info, err := os.Stat(name) // first: to open a pipe may wait for ever
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, hub.Invalid("", "%s is not a regular file", filepath.Base(name))
	case info.Size() > maxFile:
		return nil, hub.Invalid("", "%s is %d bytes long: at most %d", filepath.Base(name), info.Size(), int64(maxFile))
	}
	return os.Open(name)
}

// OpenZip gives the files of a bundle in a zip, at its root or in one folder.
// A zip over the limits is refused before anything is unpacked; what its
// directory says is not believed while unpacking.
func OpenZip(in io.ReaderAt, size int64) (BundleFiles, error) {
	archive, err := zip.NewReader(in, size)
	if err != nil {
		return BundleFiles{}, hub.Invalid("", "not a readable zip: %v", err)
	}
	if n := len(archive.File); n > maxZipEntries {
		return BundleFiles{}, hub.Invalid("", "the zip has %d entries: at most %d", n, maxZipEntries)
	}
	entries := map[string]*zip.File{}
	var names []string
	var unpacked uint64
	for _, f := range archive.File {
		if f.FileInfo().IsDir() || strings.HasPrefix(f.Name, "__MACOSX/") {
			continue
		}
		name := path.Base(f.Name)
		if entries[name] != nil {
			return BundleFiles{}, hub.Invalid("", "the zip has two files %q", hub.Clip(name, 60))
		}
		if unpacked += f.UncompressedSize64; unpacked > maxZipUnpacked || f.UncompressedSize64 > maxZipUnpacked {
			return BundleFiles{}, hub.Invalid("", "the zip unpacks to more than %d bytes", int64(maxZipUnpacked))
		}
		if tooDense(f) {
			return BundleFiles{}, hub.Invalid("", "%q in the zip unpacks to more than %d times its size", hub.Clip(name, 60), maxZipRatio)
		}
		entries[name] = f
		names = append(names, name)
	}
	slices.Sort(names)
	return BundleFiles{Names: names, Open: func(name string) (io.ReadCloser, error) {
		f := entries[name]
		if f == nil {
			return nil, hub.Invalid("", "the zip has no file %q", hub.Clip(name, 60))
		}
		body, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("unpack: %w", err)
		}
		return &unpacking{ReadCloser: body, left: int64(f.UncompressedSize64)}, nil
	}}, nil
}

// tooDense reports an entry that unpacks to suspiciously much; a small one may.
func tooDense(f *zip.File) bool {
	const harmless = 1 << 20
	return f.UncompressedSize64 > harmless && f.UncompressedSize64/maxZipRatio > f.CompressedSize64
}

// unpacking stops an entry that is longer than the directory of its zip says.
type unpacking struct {
	io.ReadCloser
	left int64
}

// Read unpacks no more than the limits of an archive leave.
func (u *unpacking) Read(p []byte) (int, error) {
	n, err := u.ReadCloser.Read(p)
	if u.left -= int64(n); u.left < 0 {
		return 0, hub.Invalid("", "an entry of the zip is longer than it says")
	}
	return n, err
}
