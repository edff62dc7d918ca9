package seed

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"polehub/hub"
)

// ReadDECP reads contracts from files of the DECP (données essentielles de la
// commande publique) in JSON, of format 1.5 ({"marches": […]}) or 2
// ({"marches": {"marche": […], "contrat-concession": […]}}). Each file is a
// source of its own, known by its name, unless one source is given for all.
//
// Organisations are the legal units of the numbers in the file. DECP says
// nothing of their kind: they are mentioned with KIND_MISSING, which any source
// that knows better replaces. Contracts already there are met by their uid, and
// those before 2024 also by the rank of the amendment that ends it; see
// settleContract. What DECP tells of prices beyond their form, of environmental
// clauses and of the yearly execution of concessions has no place in the hub.
func ReadDECP(files BundleFiles, source hub.ID) Items {
	return func(yield func(Item, error) bool) {
		shared := sharedNames(files.Names)
		for _, name := range files.Names {
			r := &decpReader{file: name, source: source, yield: yield, unknown: map[string]bool{}}
			err := r.read(files.Open, shared)
			if errors.Is(err, errStop) {
				return
			}
			if err != nil {
				yield(Item{}, fmt.Errorf("%s: %w", name, err))
				return
			}
		}
	}
}

// OpenDECP opens the files at these paths.
func OpenDECP(paths ...string) BundleFiles {
	return BundleFiles{Names: paths, Open: openLimited}
}

// DECPSource is the source that a file of the DECP stands for. Its title says
// what such files lack, so that absence is not taken for evidence.
func DECPSource(id hub.ID, file string) *hub.Source {
	return &hub.Source{
		ID: id, Kind: hub.SourceOpenData,
		Title: "Données essentielles de la commande publique (DECP), " + file +
			" : les contrats de moins de 40 000 € HT n'y sont pour la plupart pas / contracts under 40,000 EUR ex VAT are mostly absent",
		Publisher: "acheteurs publics, par data.gouv.fr",
		URL:       "https://www.data.gouv.fr/datasets/donnees-essentielles-de-la-commande-publique-fichiers-consolides",
		Licence:   "Licence Ouverte 2.0 (Etalab)",
	}
}

// sourceName is the local part of the id of a file's source.
func sourceName(file string) string {
	base := filepath.Base(file)
	return "decp-" + Slug(strings.TrimSuffix(base, filepath.Ext(base)))
}

// sharedNames are the names that several files would give to their sources.
func sharedNames(files []string) map[string]bool {
	seen, shared := map[string]bool{}, map[string]bool{}
	for _, file := range files {
		name := sourceName(file)
		shared[name] = seen[name]
		seen[name] = true
	}
	return shared
}

// decpReader is the reading of one file.
type decpReader struct {
	file    string
	source  hub.ID
	own     *hub.Source // the source that the file is; nil once it is handed out
	yield   func(Item, error) bool
	found   int             // elements of lists of contracts
	unknown map[string]bool // members that the format does not have, by name
}

// maxUnknown is how many unknown members a file is told of.
const maxUnknown = 100

func (r *decpReader) emit(item Item) error {
	item.File = r.file
	if item.Position == "" {
		item.Position = "#" // the whole file: the empty JSON pointer, as a fragment
	}
	if !r.yield(item, nil) {
		return errStop
	}
	return nil
}

// read goes through the file twice: first for its digest and its encoding, as
// the source comes before the facts that point to it.
func (r *decpReader) read(open func(string) (io.ReadCloser, error), shared map[string]bool) error {
	digest, isUTF8, err := examine(open, r.file)
	if err != nil {
		return err
	}
	if r.source == "" {
		name := sourceName(r.file)
		if shared[name] {
			name += "-" + digest[:8]
		}
		r.source = hub.NewID("source", name)
		r.own = DECPSource(r.source, filepath.Base(r.file))
		r.own.SHA256 = hub.Text(digest)
	}
	in, err := open(r.file)
	if err != nil {
		return err
	}
	defer in.Close()
	text, isUTF16 := textOf(in)
	if !isUTF8 && !isUTF16 {
		text = bufio.NewReaderSize(charmap.Windows1252.NewDecoder().Reader(text), 64<<10)
		if err := r.emit(Item{Notices: []hub.Flag{{Code: hub.FlagEncodingGuessed}}}); err != nil {
			return err
		}
	}
	return r.walk(text)
}

// walk hands out the contracts. A file that breaks off, or holds no list of
// contracts, is told of as a rejection: what could be read came in.
func (r *decpReader) walk(in *bufio.Reader) error {
	if mark, err := in.Peek(3); err == nil && string(mark) == "\xef\xbb\xbf" {
		in.Discard(3)
	}
	lists := jsonLists{in: in, element: r.element, skipped: r.skipped, wanted: func(pointer string) bool {
		return pointer == "/marches" || strings.HasPrefix(pointer, "/marches/")
	}}
	err := lists.read()
	if broken, ok := errors.AsType[*structureError](err); ok {
		return r.emit(Item{Position: broken.pointer, Reject: &Rejection{Code: hub.FlagRecordUnreadable, Reason: broken.reason}})
	}
	if err == nil && r.found == 0 {
		return r.emit(Item{Notices: []hub.Flag{{Code: hub.FlagColumnMissing, Field: "marches", Message: "no contract is in the file"}}})
	}
	return err
}

// skipped remarks on members of the file that the format does not have.
func (r *decpReader) skipped(pointer string) error {
	if pointer == "/$schema" {
		return nil
	}
	return r.notice(pointer, []string{strings.TrimPrefix(pointer, "/")})
}

// notice tells once of each unknown member.
func (r *decpReader) notice(pointer string, names []string) error {
	var notices []hub.Flag
	for _, name := range names {
		if !r.unknown[name] && len(r.unknown) < maxUnknown {
			r.unknown[name] = true
			notices = append(notices, hub.Flag{Code: hub.FlagUnknownColumn, Raw: hub.Text(hub.Clip(name, rawLimit))})
		}
	}
	if len(notices) == 0 {
		return nil
	}
	return r.emit(Item{Position: pointer, Notices: notices})
}

// element hands out one contract.
func (r *decpReader) element(list string, e jsonElement) error {
	r.found++
	if source := r.own; source != nil {
		r.own = nil
		if err := r.emit(Item{Records: []hub.Record{source}}); err != nil {
			return err
		}
	}
	item := Item{Position: e.pointer, Raw: hub.Clip(strings.ToValidUTF8(string(e.raw), "\uFFFD"), maxRow)}
	reject := func(reason string) error {
		item.Reject = &Rejection{Code: hub.FlagRecordUnreadable, Reason: reason}
		return r.emit(item)
	}
	if e.fault != "" {
		return reject(e.fault)
	}
	decoder := json.NewDecoder(bytes.NewReader(e.raw))
	decoder.UseNumber()
	var v any
	if err := decoder.Decode(&v); err != nil {
		return reject("not JSON: " + err.Error())
	}
	o, ok := v.(map[string]any)
	if !ok {
		return reject("not an object")
	}
	if err := r.notice(e.pointer, unknownMembers(o)); err != nil {
		return err
	}
	c := decpContract{object: o, list: list, source: r.source}
	c.read(&item)
	return r.emit(item)
}

// examine gives the SHA-256 of a file and tells whether it is UTF-8.
func examine(open func(string) (io.ReadCloser, error), name string) (digest string, isUTF8 bool, err error) {
	in, err := open(name)
	if err != nil {
		return "", false, err
	}
	defer in.Close()
	sum := sha256.New()
	isUTF8 = true
	buffer := make([]byte, 64<<10)
	kept := 0 // bytes of a rune that the last reading cut
	for {
		n, err := in.Read(buffer[kept:])
		sum.Write(buffer[kept : kept+n])
		whole := buffer[:kept+n]
		end := len(whole)
		if err == nil {
			end -= cutRune(whole)
		}
		isUTF8 = isUTF8 && utf8.Valid(whole[:end])
		kept = copy(buffer, whole[end:])
		switch {
		case errors.Is(err, io.EOF):
			return hex.EncodeToString(sum.Sum(nil)), isUTF8, nil
		case err != nil:
			return "", false, err
		}
	}
}

// cutRune counts the bytes at the end of text that begin a rune and do not end
// it.
func cutRune(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if utf8.RuneStart(text[len(text)-n]) {
			if utf8.FullRune(text[len(text)-n:]) {
				return 0
			}
			return n
		}
	}
	return 0
}
