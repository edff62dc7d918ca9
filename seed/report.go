package seed

import (
	"encoding/json"
	"errors"
	"io"

	"polehub/hub"
)

// Report says what became of the records of an import.
type Report struct {
	// Nouns counts records by the name of their noun. A record that several
	// rows state or mention counts once.
	Nouns map[string]Counts
	// Flags counts flagged records and notices by code.
	Flags map[hub.FlagCode]int
	// Rejected counts items of which no record came in, by code.
	Rejected map[hub.FlagCode]int
	// Items counts what the readers yielded.
	Items int
}

// Counts are outcomes of records: each is added, updated or unchanged; some of
// them are flagged.
type Counts struct {
	Added, Updated, Unchanged, Flagged int
}

// Row is one line of the report: a flag, a notice or a rejection.
type Row struct {
	File     string       `json:"file"`
	Position string       `json:"position,omitempty"`
	Record   hub.ID       `json:"record,omitempty"`
	Field    string       `json:"field,omitempty"`
	Code     hub.FlagCode `json:"code"`
	Raw      string       `json:"raw,omitempty"`
	Message  string       `json:"message,omitempty"`
	Rejected bool         `json:"rejected,omitempty"`
}

func newReport() Report {
	return Report{Nouns: map[string]Counts{}, Flags: map[hub.FlagCode]int{}, Rejected: map[hub.FlagCode]int{}}
}

// Total adds the counts of all nouns.
func (r Report) Total() Counts {
	var t Counts
	for _, c := range r.Nouns {
		t.Added += c.Added
		t.Updated += c.Updated
		t.Unchanged += c.Unchanged
		t.Flagged += c.Flagged
	}
	return t
}

// RejectedItems is the number of items of which no record came in.
func (r Report) RejectedItems() int {
	n := 0
	for _, c := range r.Rejected {
		n += c
	}
	return n
}

// record counts what became of an item and passes on its rows.
func (r *run) record(item Item, res result) error {
	r.report.Items++
	r.progress.Items++
	r.progress.File = item.File
	for _, notice := range item.Notices {
		r.report.Flags[notice.Code]++
		if err := r.row(item, "", notice); err != nil {
			return err
		}
	}
	if res.reject != nil {
		return r.reject(item, *res.reject)
	}
	for _, id := range res.removed {
		r.discount(id)
	}
	for _, s := range res.settled {
		r.progress.Records++
		if !r.count(s) {
			continue
		}
		for _, flag := range s.flags {
			if err := r.row(item, s.record.Key(), flag); err != nil {
				return err
			}
		}
	}
	return nil
}

// count adds a record to the counts, once in a run. It reports whether its
// flags are to be shown: not again for another mention.
func (r *run) count(s settled) bool {
	key := r.seen.hash(s.record.Key())
	before, again := r.seen.records[key]
	now := before
	noun := s.record.Noun().Name
	c := r.report.Nouns[noun]
	switch {
	case !again:
		now.outcome = s.outcome
		c.add(s.outcome, 1)
	case before.outcome == unchanged && s.outcome == updated:
		now.outcome = updated
		c.add(unchanged, -1)
		c.add(updated, 1)
	}
	r.seen.remember(&now, s.stated)
	if len(s.flags) > 0 {
		now.marks |= markFlagged
	}
	if now.marks&^before.marks&markFlagged != 0 {
		c.Flagged++
	}
	show := !again || s.outcome != unchanged || !s.mention
	if show {
		for _, flag := range s.flags {
			r.report.Flags[flag.Code]++
		}
	}
	if now != before || !again {
		r.seen.records[key] = now
	}
	r.report.Nouns[noun] = c
	return show
}

// discount takes a record out of the counts that became part of another.
func (r *run) discount(id hub.ID) {
	key := r.seen.hash(id)
	trace, counted := r.seen.records[key]
	if !counted {
		return
	}
	delete(r.seen.records, key)
	noun := hub.NounOf(id).Name
	c := r.report.Nouns[noun]
	c.add(trace.outcome, -1)
	if trace.marks&markFlagged != 0 {
		c.Flagged--
	}
	r.report.Nouns[noun] = c
}

func (c *Counts) add(o outcome, n int) {
	switch o {
	case added:
		c.Added += n
	case updated:
		c.Updated += n
	default:
		c.Unchanged += n
	}
}

func (r *run) reject(item Item, reject Rejection) error {
	r.report.Rejected[reject.Code]++
	if r.options.Rejects != nil {
		if err := r.rejects.write(r.options.Rejects, item, reject); err != nil {
			return err
		}
	}
	return r.emit(Row{
		File: item.File, Position: item.Position, Field: reject.Field, Code: reject.Code,
		Raw: reject.Raw, Message: reject.Reason, Rejected: true,
	})
}

func (r *run) row(item Item, id hub.ID, flag hub.Flag) error {
	return r.emit(Row{
		File: item.File, Position: item.Position, Record: id, Field: string(flag.Field),
		Code: flag.Code, Raw: string(flag.Raw), Message: string(flag.Message),
	})
}

func (r *run) emit(row Row) error {
	if r.options.Rows == nil {
		return nil
	}
	return r.options.Rows(row)
}

// rejects writes rejected rows as they were received, a file for each file, so
// that they can be mended and imported alone.
type rejects struct {
	files map[string]*rejectFile
	order []string
}

// rejectFile holds the rejected rows of one file: those of a table, or contracts
// of a JSON file.
type rejectFile struct {
	io.WriteCloser
	table *Table
	rows  int
}

// write adds a rejected row. An item of which nothing was read has none.
func (w *rejects) write(open func(string) (io.WriteCloser, error), item Item, reject Rejection) error {
	if item.Raw == "" {
		return nil
	}
	out, ok := w.files[item.File]
	if !ok {
		file, err := open(item.File)
		if err != nil {
			return err
		}
		if w.files == nil {
			w.files = map[string]*rejectFile{}
		}
		out = &rejectFile{WriteCloser: file, table: item.Table}
		w.files[item.File] = out
		w.order = append(w.order, item.File)
	}
	out.rows++
	if out.table == nil {
		return out.writeJSON(item.Raw)
	}
	return out.writeRow(item, reject)
}

// writeRow adds a row of a table, with its line, code and reason in front.
func (w *rejectFile) writeRow(item Item, reject Rejection) error {
	d := w.table.Delimiter
	var line []byte
	if w.rows == 1 {
		line = append(append(line, "line"+string(d)+"code"+string(d)+"reason"+string(d)+w.table.Header...), '\n')
	}
	line = append(appendCell(line, item.Position, d), d)
	line = append(append(line, reject.Code...), d)
	line = append(appendCell(line, reject.Reason, d), d)
	line = append(append(line, item.Raw...), '\n')
	_, err := w.Write(line)
	return err
}

// writeJSON adds a contract to a list such as DECP has; what is no JSON becomes a
// text, lest the others cannot be read. Why each was rejected stands in the
// report, in the same order.
func (w *rejectFile) writeJSON(raw string) error {
	before := ",\n"
	if w.rows == 1 {
		before = "{\"marches\":[\n"
	}
	if !json.Valid([]byte(raw)) {
		text, err := json.Marshal(raw)
		if err != nil {
			return err
		}
		raw = string(text)
	}
	_, err := io.WriteString(w, before+raw)
	return err
}

// Close ends the list of a JSON file.
func (w *rejectFile) Close() error {
	var err error
	if w.table == nil {
		_, err = io.WriteString(w.WriteCloser, "\n]}\n")
	}
	return errors.Join(err, w.WriteCloser.Close())
}

// close closes the files in the order of their opening; the first error counts.
func (w *rejects) close() error {
	var first error
	for _, name := range w.order {
		if err := w.files[name].Close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}
