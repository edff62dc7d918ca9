package seed

import (
	"bufio"
	"io"

	"golang.org/x/text/encoding/unicode"
)

// textOf gives a file as UTF-8 when its byte order mark says that it is UTF-16,
// as spreadsheets write "Unicode text"; else it gives the file as it is.
func textOf(in io.Reader) (text *bufio.Reader, isUTF16 bool) {
	const size = 64 << 10
	text = bufio.NewReaderSize(in, size)
	order := unicode.LittleEndian
	switch mark, _ := text.Peek(2); string(mark) {
	case "\xff\xfe":
	case "\xfe\xff":
		order = unicode.BigEndian
	default:
		return text, false
	}
	return bufio.NewReaderSize(unicode.UTF16(order, unicode.ExpectBOM).NewDecoder().Reader(text), size), true
}
