package seed

import (
	"bufio"
	"bytes"
	"cmp"
	"io"
	"strings"
)

// maxRow is the length of the longest row, in bytes.
const maxRow = 1 << 20

// splitter parts a CSV file into rows without losing sight of the text as
// received. A row that cannot be read costs its first line only: reading goes
// on at the next one. (encoding/csv gives no raw text, and a quote that is not
// closed makes it take the rest of the file, of any size, for one cell. It is
// the faster of the two, see BenchmarkRows, but an import waits for the store.)
type splitter struct {
	texts     *bufio.Scanner
	delimiter byte
	line      int    // number of the line that comes next, from 1
	fault     string // of the row that was found last
	passing   bool   // over the end of a line that was given up
	far       int    // rows that were given up after a look beyond their line
}

// maxFar is how many quoted cells that do not end a file may have, each of which
// costs a look at the next 1 MiB: after them every row ends with its line, lest
// a file of such lines takes hours.
const maxFar = 16

// csvRow is one row: its text without the line ending, and its first line.
type csvRow struct {
	raw   string
	line  int
	fault string // why it cannot be read; empty for a good row
}

func newSplitter(in io.Reader) *splitter {
	s := &splitter{texts: bufio.NewScanner(in), line: 1}
	s.texts.Buffer(make([]byte, 0, 64<<10), maxRow+64<<10)
	s.texts.Split(s.split)
	return s
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

// next gives the next row that is not blank, the header first; ok is false at
// the end.
func (s *splitter) next() (row csvRow, ok bool, err error) {
	for s.texts.Scan() {
		text := s.texts.Bytes()
		body, ended := bytes.CutSuffix(text, []byte("\n"))
		if err := s.texts.Err(); err != nil && !ended {
			return csvRow{}, false, err // the file breaks off within the row
		}
		row := csvRow{line: s.line, raw: string(bytes.TrimSuffix(body, []byte("\r"))), fault: s.fault}
		s.line += bytes.Count(text, []byte("\n"))
		if row.raw != "" {
			return row, true, nil
		}
	}
	return csvRow{}, false, s.texts.Err()
}

// split finds the next row with its line feed, for the scanner. The first line
// tells the delimiter, behind a byte order mark.
func (s *splitter) split(data []byte, last bool) (advance int, token []byte, err error) {
	start := 0
	if s.passing {
		end := bytes.IndexByte(data, '\n')
		if end < 0 {
			return len(data), nil, nil
		}
		start, s.passing = end+1, false
		s.line++
	}
	line := bytes.IndexByte(data[start:], '\n') + 1
	if s.delimiter == 0 {
		if line == 0 && !last && len(data) <= maxRow {
			return start, nil, nil
		}
		if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
			start, line = start+3, max(0, line-3)
		}
		s.delimiter = findDelimiter(data[start:][:cmp.Or(line, len(data)-start)])
	}
	rest := data[start:]
	var length int
	if s.far < maxFar || line == 0 {
		length, s.fault = endOfRow(rest, s.delimiter, last)
	} else {
		length, s.fault = endOfRow(rest[:line], s.delimiter, true)
	}
	if s.fault != "" {
		if line == 0 && !last && len(rest) <= maxRow {
			return start, nil, nil
		}
		if s.fault != faultAfterEnd {
			s.far++
		}
		s.passing = line == 0
		length = cmp.Or(line, len(rest))
	}
	if length == 0 {
		return start, nil, nil
	}
	return start + length, rest[:length], nil
}

// The faults of rows.
const (
	faultTooLong  = "the row is longer than 1 MiB"
	faultOpen     = "a quoted cell does not end"
	faultAfterEnd = "text follows the closing quote of a cell"
)

// endOfRow measures the row at the start of data with its line feed: 0 when it
// goes on behind data, which the last one cannot.
func endOfRow(data []byte, delimiter byte, last bool) (length int, fault string) {
	var quoted, closed bool // inside quotes; just behind a closing quote
	fresh := true           // at the start of a cell
	for i := 0; i < len(data); i++ {
		if !fresh && !closed {
			if i += plainBytes(data[i:], quoted, delimiter); i == len(data) {
				break
			}
		}
		if i > maxRow {
			break
		}
		c := data[i]
		switch {
		case quoted:
			if c == '"' {
				quoted, closed = false, true
			}
		case c == '\n':
			return i + 1, ""
		case c == delimiter:
			fresh, closed = true, false
		case c == '"' && fresh:
			quoted, fresh = true, false
		case c == '"' && closed:
			quoted, closed = true, false
		case closed && c != '\r':
			return 0, faultAfterEnd
		default:
			fresh = false
		}
	}
	switch {
	case len(data) > maxRow:
		return 0, faultTooLong
	case !last:
		return 0, ""
	case quoted:
		return 0, faultOpen
	}
	return len(data), ""
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
