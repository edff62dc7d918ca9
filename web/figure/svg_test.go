package figure

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// wellFormed fails when a picture is no XML or holds a coordinate that is no
// number.
func wellFormed(t testing.TB, d Drawing) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(string(d.SVG)))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, d.SVG)
		}
	}
	for _, bad := range []string{"NaN", "Inf"} {
		if strings.Contains(string(d.SVG), `="`+bad) || strings.Contains(string(d.SVG), `"-`+bad) {
			t.Fatalf("%s in a coordinate", bad)
		}
	}
}
