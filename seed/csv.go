package seed

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// maxRow is the length of the longest row, in bytes.
const maxRow = 1 << 20

// splitter parts a CSV file into rows without losing sight of the text as
// received. A row that cannot be read costs its first line only: reading goes
// on at the next one. (encoding/csv gives no raw text, and a stray quote makes
// it swallow the rest of the file.)
type splitter struct {
	in        io.Reader
	delimiter byte
	buf       []byte
	start     int // of what is not read yet
	line      int // number of the line at start, from 1
	eof       bool
}

// csvRow is one row: its text without the line ending, and its first line.
type csvRow struct {
	raw   string
	line  int
	fault string // why it cannot be read; empty for a good row
}

func newSplitter(in io.Reader) *splitter {
	return &splitter{in: in, line: 1, buf: make([]byte, 0, 64<<10)}
}

// open passes over a byte order mark, finds the delimiter in the first line
// and gives the header row; ok is false when the file is empty.
func (s *splitter) open() (header csvRow, ok bool, err error) {
	if err := s.fill(4); err != nil {
		return csvRow{}, false, err
	}
	if bytes.HasPrefix(s.rest(), []byte("\xef\xbb\xbf")) {
		s.start += 3
	}
	first, err := s.firstLine()
	if err != nil {
		return csvRow{}, false, err
	}
	s.delimiter = findDelimiter(first)
	return s.next()
}

// findDelimiter is the separator that occurs most often in the header, outside
// quotes; a comma when there is none.
func findDelimiter(header []byte) byte {
	best, most := byte(','), 0
	for _, d := range []byte{',', ';', '\t'} {
		n, quoted := 0, false
		for _, c := range header {
			switch {
			case c == '"':
				quoted = !quoted
			case c == d && !quoted:
				n++
			}
		}
		if n > most {
			best, most = d, n
		}
	}
	return best
}

// rest is what is buffered and not read yet.
func (s *splitter) rest() []byte { return s.buf[s.start:] }

// fill makes n bytes available, fewer at the end of the file.
func (s *splitter) fill(n int) error {
	for len(s.buf)-s.start < n && !s.eof {
		if s.start > 0 {
			s.buf = s.buf[:copy(s.buf, s.rest())]
			s.start = 0
		}
		if cap(s.buf)-len(s.buf) < 32<<10 {
			grown := make([]byte, len(s.buf), 2*cap(s.buf))
			copy(grown, s.buf)
			s.buf = grown
		}
		m, err := s.in.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+m]
		switch {
		case errors.Is(err, io.EOF):
			s.eof = true
		case err != nil:
			return err
		}
	}
	return nil
}

// firstLine is the text up to the next line feed, whatever the quotes.
func (s *splitter) firstLine() ([]byte, error) {
	for want := 4 << 10; ; want *= 2 {
		if err := s.fill(want); err != nil {
			return nil, err
		}
		if i := bytes.IndexByte(s.rest(), '\n'); i >= 0 {
			return s.rest()[:i], nil
		}
		if s.eof || want >= maxRow {
			return s.rest(), nil
		}
	}
}

// next gives the next row that is not blank; ok is false at the end.
func (s *splitter) next() (row csvRow, ok bool, err error) {
	for {
		length, fault, err := s.scan()
		if err != nil {
			return csvRow{}, false, err
		}
		if fault != "" {
			return s.skipLine(fault)
		}
		rest := s.rest()
		if length == 0 && len(rest) == 0 {
			return csvRow{}, false, nil
		}
		text := rest[:length]
		s.start += length
		row := csvRow{line: s.line, raw: string(bytes.TrimSuffix(bytes.TrimSuffix(text, []byte("\n")), []byte("\r")))}
		s.line += bytes.Count(text, []byte("\n"))
		if row.raw != "" {
			return row, true, nil
		}
	}
}

// skipLine gives up a row: its first line is handed out with the fault.
func (s *splitter) skipLine(fault string) (csvRow, bool, error) {
	line, err := s.firstLine()
	if err != nil {
		return csvRow{}, false, err
	}
	row := csvRow{line: s.line, raw: string(bytes.TrimSuffix(line, []byte("\r"))), fault: fault}
	s.start += len(line)
	s.line++
	return row, true, s.dropLine()
}

// dropLine passes over the rest of a line.
func (s *splitter) dropLine() error {
	for {
		if err := s.fill(1); err != nil {
			return err
		}
		if i := bytes.IndexByte(s.rest(), '\n'); i >= 0 {
			s.start += i + 1
			return nil
		}
		if s.start = len(s.buf); s.eof {
			return nil
		}
	}
}

// The faults of rows.
const (
	faultTooLong  = "the row is longer than 1 MiB"
	faultOpen     = "a quoted cell does not end"
	faultAfterEnd = "text follows the closing quote of a cell"
)

// scan measures the next row with its line feed.
func (s *splitter) scan() (length int, fault string, err error) {
	var quoted, closed bool // inside quotes; just behind a closing quote
	fresh := true           // at the start of a cell
	for i := 0; ; i++ {
		if i > maxRow {
			return 0, faultTooLong, nil
		}
		if i >= len(s.rest()) {
			if err := s.fill(i + 1); err != nil {
				return 0, "", err
			}
			if i >= len(s.rest()) {
				if quoted {
					return 0, faultOpen, nil
				}
				return i, "", nil
			}
		}
		rest := s.rest()
		if !fresh && !closed {
			i += plainBytes(rest[i:], quoted, s.delimiter)
			if i >= len(rest) {
				i--
				continue
			}
			if i > maxRow {
				return 0, faultTooLong, nil
			}
		}
		c := rest[i]
		switch {
		case quoted:
			if c == '"' {
				quoted, closed = false, true
			}
		case c == '\n':
			return i + 1, "", nil
		case c == s.delimiter:
			fresh, closed = true, false
		case c == '"' && fresh:
			quoted, fresh = true, false
		case c == '"' && closed:
			quoted, closed = true, false
		case closed && c != '\r':
			return 0, faultAfterEnd, nil
		default:
			fresh = false
		}
	}
}

// plainBytes counts the bytes that cannot change the state of a scan.
func plainBytes(b []byte, quoted bool, delimiter byte) int {
	if quoted {
		if i := bytes.IndexByte(b, '"'); i >= 0 {
			return i
		}
		return len(b)
	}
	for i, c := range b {
		if c == delimiter || c == '\n' {
			return i
		}
	}
	return len(b)
}

// cells parts the text of a good row.
func cells(into []string, raw string, delimiter byte) []string {
	for {
		if raw != "" && raw[0] == '"' {
			cell, rest := quotedCell(raw[1:])
			into = append(into, cell)
			if rest == "" {
				return into
			}
			raw = rest[1:]
			continue
		}
		i := strings.IndexByte(raw, delimiter)
		if i < 0 {
			return append(into, raw)
		}
		into = append(into, raw[:i])
		raw = raw[i+1:]
	}
}

// quotedCell reads up to the closing quote; rest begins with the delimiter.
func quotedCell(raw string) (cell, rest string) {
	end := strings.IndexByte(raw, '"')
	if end < 0 {
		return raw, ""
	}
	if end+1 == len(raw) || raw[end+1] != '"' {
		return raw[:end], raw[end+1:]
	}
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		if raw[i] == '"' {
			if i+1 == len(raw) || raw[i+1] != '"' {
				return b.String(), raw[i+1:]
			}
			i++
		}
		b.WriteByte(raw[i])
	}
	return b.String(), ""
}
