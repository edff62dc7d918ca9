package seed

import (
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
)

// allRows reads a whole text, one byte at a time.
func allRows(t *testing.T, text string) (rows [][]string, faults []csvRow) {
	t.Helper()
	s := newSplitter(iotest.OneByteReader(strings.NewReader(text)))
	row, ok, err := s.next()
	for ; ok && err == nil; row, ok, err = s.next() {
		if row.fault != "" {
			faults = append(faults, row)
			continue
		}
		rows = append(rows, cells(nil, row.raw, s.delimiter))
	}
	if err != nil {
		t.Fatal(err)
	}
	return rows, faults
}

func TestRows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       [][]string
	}{
		{"empty", "", nil},
		{"comma, LF, no last newline", "a,b\n1,2", [][]string{{"a", "b"}, {"1", "2"}}},
		{"semicolon, CRLF", "a;b\r\n1,5;\r\n", [][]string{{"a", "b"}, {"1,5", ""}}},
		{"tab", "a\tb\n1\t2\n", [][]string{{"a", "b"}, {"1", "2"}}},
		{"byte order mark", "\xef\xbb\xbfa,b\n", [][]string{{"a", "b"}}},
		{"quotes", "a,b\n\"x, y\",\"say \"\"yes\"\"\"\n", [][]string{{"a", "b"}, {"x, y", `say "yes"`}}},
		{"line break in a cell", "a,b\n\"1\r\n2\",3\n", [][]string{{"a", "b"}, {"1\r\n2", "3"}}},
		{"bare quote in a cell", "a,b\n5\" tube,2\n", [][]string{{"a", "b"}, {`5" tube`, "2"}}},
		{"blank lines", "a,b\n\n\r\n1,2\n\n", [][]string{{"a", "b"}, {"1", "2"}}},
		{"empty quoted cell", "a,b\n\"\",\"\"\n", [][]string{{"a", "b"}, {"", ""}}},
		{"delimiter counted outside quotes", "\"a,b,c\";d\n1;2\n", [][]string{{"a,b,c", "d"}, {"1", "2"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, faults := allRows(t, c.text)
			if !reflect.DeepEqual(rows, c.want) || faults != nil {
				t.Errorf("got %q and faults %v, want %q", rows, faults, c.want)
			}
		})
	}
}

func TestBadRowCostsItsFirstLine(t *testing.T) {
	for _, c := range []struct {
		name, text, fault string
		line              int
		want              [][]string
	}{
		{"quote never closed", "a,b\n\"1,2\n3,4\n", faultOpen, 2, [][]string{{"a", "b"}, {"3", "4"}}},
		{"text behind a quote", "a,b\n\"1\"x,2\n3,4\n", faultAfterEnd, 2, [][]string{{"a", "b"}, {"3", "4"}}},
		{"stray quote meets a later one", "a,b\n\"1,2\n3,\"4\"\n5,6\n", faultAfterEnd, 2, [][]string{{"a", "b"}, {"3", "4"}, {"5", "6"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, faults := allRows(t, c.text)
			if !reflect.DeepEqual(rows, c.want) {
				t.Errorf("got %q, want %q", rows, c.want)
			}
			if len(faults) != 1 || faults[0].fault != c.fault || faults[0].line != c.line {
				t.Errorf("got faults %v, want %q in line %d", faults, c.fault, c.line)
			}
		})
	}
}

func TestRowOverTheLimit(t *testing.T) {
	long := strings.Repeat("x", maxRow+100)
	s := newSplitter(strings.NewReader("a,b\n1," + long + "\n3,4\n"))
	if _, _, err := s.next(); err != nil {
		t.Fatal(err)
	}
	bad, _, err := s.next()
	if err != nil || bad.fault != faultTooLong || bad.line != 2 {
		t.Fatalf("got line %d, fault %q, %v", bad.line, bad.fault, err)
	}
	good, ok, err := s.next()
	if err != nil || !ok || good.raw != "3,4" || good.line != 3 {
		t.Fatalf("got %q in line %d, %v", good.raw, good.line, err)
	}
}

// TestRowThatBreaksOff: what stands before a fault of the disk is no row.
func TestRowThatBreaksOff(t *testing.T) {
	fault := errors.New("disk")
	s := newSplitter(io.MultiReader(strings.NewReader("a,b\n1,2\n3,4"), iotest.ErrReader(fault)))
	for _, want := range []string{"a,b", "1,2"} {
		if row, ok, err := s.next(); row.raw != want || !ok || err != nil {
			t.Fatalf("got %q, %t, %v, want %q", row.raw, ok, err, want)
		}
	}
	if row, ok, err := s.next(); ok || !errors.Is(err, fault) {
		t.Errorf("got %q, %t, %v", row.raw, ok, err)
	}
}

// BenchmarkRows parts the same text with the splitter and with encoding/csv.
func BenchmarkRows(b *testing.B) {
	text := strings.Repeat("party:contrat-0000001.SUPPLIER.siren-000000109,contrat-0000001,,1,\"La Ruche, \"\"démonstration\"\"\",SUPPLIER\n", 100_000)
	b.Run("splitter", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			var into []string
			s := newSplitter(strings.NewReader(text))
			for row, ok, err := s.next(); ok && err == nil; row, ok, err = s.next() {
				into = cells(into[:0], row.raw, s.delimiter)
			}
		}
	})
	b.Run("encoding-csv", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			r := csv.NewReader(strings.NewReader(text))
			r.ReuseRecord = true
			for err := error(nil); err == nil; _, err = r.Read() {
			}
		}
	})
}

// FuzzRowsAgainstStandardLibrary compares with encoding/csv wherever that
// package reads the text.
func FuzzRowsAgainstStandardLibrary(f *testing.F) {
	for _, text := range []string{"a,b\n1,2\n", "a,b\n\"x\"\"y\",\"1\n2\"\n", "a,b\n\"1\"x\n3,4", "a,\"", "a,b\n\n5\"x,2\r\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.HasPrefix(text, "\xef\xbb\xbf") {
			return
		}
		rows, _ := allRows(t, text)
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord = -1
		first, _, _ := strings.Cut(text, "\n")
		r.Comma = rune(findDelimiter([]byte(first)))
		want, err := r.ReadAll()
		if err != nil {
			return
		}
		// The standard library turns CRLF inside quotes into LF.
		for _, row := range rows {
			for i := range row {
				row[i] = strings.ReplaceAll(row[i], "\r\n", "\n")
			}
		}
		if len(rows) != len(want) || len(want) > 0 && !reflect.DeepEqual(rows, want) {
			t.Errorf("%q: got %q, want %q", text, rows, want)
		}
	})
}

// TestQuotesThatNeverEnd: each line closes the quote of the one before and opens
// another, so that no row ends. Every line is told of, and only the first few
// cost a look at all that follows, to the limit of a row.
func TestQuotesThatNeverEnd(t *testing.T) {
	const line = `x","z` + "\n"
	lines := maxRow/len(line) + 100
	s := newSplitter(strings.NewReader("a,b\n" + strings.Repeat(line, lines)))
	faults := map[string]int{}
	row, ok, err := s.next()
	for ; ok && err == nil; row, ok, err = s.next() {
		faults[row.fault]++
	}
	want := map[string]int{"": 1, faultTooLong: maxFar, faultOpen: lines - maxFar}
	if err != nil || !reflect.DeepEqual(faults, want) {
		t.Errorf("got %v (%v), want %v", faults, err, want)
	}
}
