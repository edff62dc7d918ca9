package seed

import (
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"iter"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"polehub/hub"
)

// The files of a bundle besides those of the nouns.
const (
	flagsFile   = "flags.csv"
	packageFile = "datapackage.json"
)

// bundleProfile marks, in datapackage.json, a bundle that a hub has written:
// its cells are taken to the letter, while those that people write are freed
// of blanks at their ends.
const bundleProfile = "polehub-bundle/1"

// BundleFiles opens the files of a bundle: a folder, a zip or single files.
type BundleFiles struct {
	// Name goes before the names of the files in reports; it tells bundles apart
	// that are read together.
	Name string
	// Names are the files there are.
	Names []string
	// Open opens one of them.
	Open func(name string) (io.ReadCloser, error)
}

// ReadBundle reads a CSV bundle: whatever the order of its files, they are read
// in that of hub.Nouns, in which references point backwards. Rows that name no
// source have the source given, if any. The flags of a bundle are held in
// memory, the other files stream.
func ReadBundle(files BundleFiles, source hub.ID) Items {
	return ReadBundles([]BundleFiles{files}, source)
}

// ReadBundles reads bundles as if they were one, for the rows of one may refer
// to those of another, whatever their order.
func ReadBundles(bundles []BundleFiles, source hub.ID) Items {
	return func(yield func(Item, error) bool) {
		readers := make([]*bundleReader, len(bundles))
		silent, parties, seed := map[hub.ID]Item{}, map[uint64]uint64{}, maphash.MakeSeed()
		for i, files := range bundles {
			readers[i] = &bundleReader{files: files, source: source, yield: yield, silent: silent, parties: parties, seed: seed}
		}
		if err := readBundles(readers); err != nil && !errors.Is(err, errStop) {
			yield(Item{}, err)
		}
	}
}

// readBundles takes the readers through the nouns side by side.
func readBundles(readers []*bundleReader) error {
	steps := []func(*bundleReader) error{(*bundleReader).look}
	for _, n := range hub.Nouns() {
		steps = append(steps, func(b *bundleReader) error { return b.file(n) })
	}
	steps = append(steps, (*bundleReader).tellSilent, func(b *bundleReader) error { return b.flags.rest(b.emit) })
	for _, step := range steps {
		for _, b := range readers {
			if err := step(b); err != nil {
				return err
			}
		}
	}
	return nil
}

// errStop says that the consumer wants no more items.
var errStop = errors.New("stop")

// bundleReader is the reading of one bundle.
type bundleReader struct {
	files  BundleFiles
	source hub.ID
	yield  func(Item, error) bool
	exact  bool // written by a hub
	// guessed is the last file in which a row was not UTF-8.
	guessed string
	flags   flagStore
	roll    roll
	// silent are remarks on surveys of ties that have no roster so far, and on
	// contracts that have one party, in any of the bundles read together.
	silent map[hub.ID]Item
	// parties are the first parties, as signed, of contracts: hashes of both.
	parties map[uint64]uint64
	seed    maphash.Seed
}

// tellSilent remarks on surveys without a roster and contracts with one party,
// once.
func (b *bundleReader) tellSilent() error {
	for _, id := range slices.Sorted(maps.Keys(b.silent)) {
		if !b.yield(b.silent[id], nil) {
			return errStop
		}
	}
	clear(b.silent)
	return nil
}

// look tells who wrote the bundle, reads its flags and the numbers of its
// organisations, and remarks on files it does not know.
func (b *bundleReader) look() error {
	for _, name := range slices.Sorted(slices.Values(b.files.Names)) {
		switch {
		case name == packageFile:
			text, err := b.readAll(name)
			if err != nil {
				return err
			}
			b.exact = strings.Contains(text, `"`+bundleProfile+`"`)
		case !knownFile(name):
			if err := b.emit(Item{File: name, Notices: []hub.Flag{{Code: hub.FlagUnknownFile, Raw: hub.Text(name)}}}); err != nil {
				return err
			}
		}
	}
	if err := b.call(); err != nil {
		return err
	}
	if !slices.Contains(b.files.Names, flagsFile) {
		return nil
	}
	if err := b.readFlags(); err != nil {
		return fmt.Errorf("%s: %w", b.shown(flagsFile), err)
	}
	return nil
}

// knownFile reports whether a bundle may have such a file.
func knownFile(name string) bool {
	switch name {
	case flagsFile, packageFile, "README.txt", "LICENCE.txt":
		return true
	}
	return slices.ContainsFunc(hub.Nouns(), func(n *hub.Noun) bool { return n.File+".csv" == name })
}

func (b *bundleReader) readAll(name string) (string, error) {
	in, err := b.files.Open(name)
	if err != nil {
		return "", err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, maxRow))
	return string(data), err
}

// emit hands out an item; its file gets the name that reports show.
func (b *bundleReader) emit(item Item) error {
	item.File = b.shown(item.File)
	if !b.yield(item, nil) {
		return errStop
	}
	return nil
}

// shown is the name of a file as reports show it.
func (b *bundleReader) shown(name string) string { return path.Join(b.files.Name, name) }

// file streams the rows of one noun.
func (b *bundleReader) file(n *hub.Noun) error {
	name := n.File + ".csv"
	if !slices.Contains(b.files.Names, name) {
		return nil
	}
	var header columns
	for row, err := range b.rows(name) {
		if err != nil {
			return fmt.Errorf("%s: %w", b.shown(name), err)
		}
		if header.table == nil {
			header = readHeader(n, row.csvRow, row.delimiter)
			if b.sourceless(n, &header) {
				header.notice(hub.FlagColumnMissing, "sources", "")
			}
			if err := b.emit(Item{File: name, Position: position(row.line), Notices: header.notices}); err != nil {
				return err
			}
			continue
		}
		item := Item{File: name, Position: position(row.line), Raw: row.raw, Table: header.table, Unstated: header.unstated}
		b.read(n, &header, row, &item)
		if item.Records == nil && item.Reject == nil {
			continue // a row of empty cells
		}
		if err := b.emit(item); err != nil {
			return err
		}
	}
	return nil
}

// sourceless reports a file whose facts nothing gives a source: neither a
// column, nor sources.csv beside it, nor the import.
func (b *bundleReader) sourceless(n *hub.Noun, header *columns) bool {
	return b.source == "" && sourcesPointer(n.New()) != nil && !slices.Contains(b.files.Names, hub.SourceNoun.File+".csv") &&
		!slices.ContainsFunc(header.fields, func(f *hub.Field) bool { return f != nil && f.Ref == hub.SourceNoun.Name })
}

func position(line int) string { return "line " + strconv.Itoa(line) }

// bundleRow is a row with its cells.
type bundleRow struct {
	csvRow
	delimiter byte
	guessed   bool
	cells     []string
}

// rows streams the rows of a file, the header first. The cells are good until
// the next row.
func (b *bundleReader) rows(name string) iter.Seq2[bundleRow, error] {
	return func(yield func(bundleRow, error) bool) {
		in, err := b.files.Open(name)
		if err != nil {
			yield(bundleRow{}, err)
			return
		}
		defer in.Close()
		text, _ := textOf(in)
		s := newSplitter(text)
		var buf []string
		row, ok, err := s.next()
		for ; ok && err == nil; row, ok, err = s.next() {
			out := bundleRow{csvRow: row, delimiter: s.delimiter}
			if row.fault == "" {
				text, guessed := toUTF8(row.raw)
				buf = cells(buf[:0], text, s.delimiter)
				out.cells, out.guessed = buf, guessed
			}
			if !yield(out, nil) {
				return
			}
		}
		if err != nil {
			yield(bundleRow{}, err)
		}
	}
}

// read makes a record of a row.
func (b *bundleReader) read(n *hub.Noun, header *columns, row bundleRow, item *Item) {
	if row.fault != "" {
		item.Reject = &Rejection{Code: hub.FlagRecordUnreadable, Reason: row.fault}
		return
	}
	if row.guessed && b.guessed != item.File {
		b.guessed = item.File
		item.Notices = append(item.Notices, hub.Flag{Code: hub.FlagEncodingGuessed})
	}
	r := n.New()
	var extra [3]string // SIREN, SIRET, RNA
	empty := true
	for i, cell := range row.cells {
		if !b.exact {
			cell = strings.TrimSpace(cell)
		}
		switch {
		case cell == "":
			continue
		case i >= len(header.fields):
			item.Reject = &Rejection{
				Code:   hub.FlagRecordUnreadable,
				Reason: fmt.Sprintf("the row has %d cells, the header %d", len(row.cells), len(header.fields)),
			}
			return
		case header.fields[i] != nil:
			readCell(r, header.fields[i], cell, b.exact)
			if !b.exact && header.fields[i].Type == hub.TypeText {
				if _, suspect := undoMojibake(cell); suspect {
					flagCell(r, header.fields[i], cell, hub.FlagMojibakeSuspected)
				}
			}
		case header.extra[i] != "" && header.extra[i] != columnDirected:
			extra[slices.Index(extraColumns(hub.OrganisationNoun), header.extra[i])] = cell
		}
		empty = false
	}
	if !empty {
		b.finish(r, extra, item)
	}
}

// finish gives the record its source, its id, and the flags that came with the
// bundle.
func (b *bundleReader) finish(r hub.Record, extra [3]string, item *Item) {
	if p := sourcesPointer(r); p != nil && len(*p) == 0 && b.source != "" {
		*p = []hub.ID{b.source}
	}
	item.Records, item.Written = []hub.Record{r}, b.exact
	settlePeriods(r)
	switch r := r.(type) {
	case *hub.Organisation:
		item.Records = append(item.Records, finishOrganisation(r, extra, b.exact)...)
		item.Numbers = b.roll.of(r.ID)
	case *hub.Identifier:
		finishIdentifier(r, b.exact)
		if !b.exact {
			item.Records = withUnits(item.Records)
		}
	case *hub.Pole:
		if slug := Slug(r.Name); r.ID == "" && slug != "" {
			r.ID = hub.NewID("pole", slug)
		}
	case *hub.Contract:
		finishContract(r)
	case *hub.Party:
		if r.Amendment != "" && !b.exact {
			item.Group = []hub.ID{r.ContractID}
		}
	case *hub.Document:
		if r.ID == "" {
			r.ID = hub.DeriveID("document", string(r.PoleID), string(r.Kind), r.Title, string(r.Dated))
		}
	}
	hub.Complete(r)
	b.watch(r, item.Position)
	b.flags.attach(r)
}

// watch remembers surveys of ties until a row of their roster comes, and
// contracts with a party until their second comes.
func (b *bundleReader) watch(r hub.Record, position string) {
	tell := func(id hub.ID, n *hub.Noun, code hub.FlagCode, message hub.Text) {
		notice := hub.Flag{Code: code, Raw: hub.Text(id), Message: message}
		b.silent[id] = Item{File: b.shown(n.File + ".csv"), Position: position, Notices: []hub.Flag{notice}}
	}
	switch r := r.(type) {
	case *hub.Observation:
		if r.Kind == hub.ObservationSurvey && slices.Contains(r.Covers, hub.CoversTies) {
			tell(r.ID, r.Noun(), hub.FlagRosterMissing, "no absence of a tie is known from it")
		}
	case *hub.RosterEntry:
		delete(b.silent, r.ObservationID)
	case *hub.Party:
		if r.Amendment != "" {
			return
		}
		contract, party := maphash.String(b.seed, string(r.ContractID)), maphash.String(b.seed, string(r.OrganisationID))
		first, known := b.parties[contract]
		switch {
		case !known:
			b.parties[contract] = party
			tell(r.ContractID, r.Noun(), hub.FlagPartyMissing, "the other party is neither named nor said to be unknown")
		case first != party:
			delete(b.silent, r.ContractID)
		}
	}
}
