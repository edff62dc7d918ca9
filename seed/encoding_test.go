package seed

import (
	"testing"

	"golang.org/x/text/encoding/unicode"

	"polehub/hub"
	"polehub/store/storetest"
)

// TestUTF16: files whose byte order mark says UTF-16 come in like those in UTF-8,
// and nothing is guessed.
func TestUTF16(t *testing.T) {
	b := bundle{"organisations.csv": "id,name,kind\norg:x,Éclair 🦓,OTHER\n"}
	want := newHub()
	importInto(t, want, b, Options{})
	contract := newHub()
	importTexts(t, contract, marches(marche("A00", `"objet":"Vélos 🦓"`)))
	for name, order := range map[string]unicode.Endianness{"little": unicode.LittleEndian, "big": unicode.BigEndian} {
		encode := func(text string) string {
			out, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		got := newHub()
		out := importInto(t, got, bundle{"organisations.csv": encode(b["organisations.csv"])}, Options{})
		if diff := storetest.Diff(dump(t, want.Store), dump(t, got.Store)); diff != "" || len(out.report.Flags) != 0 {
			t.Errorf("%s endian: %s, flags %v", name, diff, out.report.Flags)
		}
		h := newHub()
		outs := importTexts(t, h, encode(marches(marche("A00", `"objet":"Vélos 🦓"`))))
		if object := get[*hub.Contract](t, h.Store, demoBuyer+"A00").Object; object != "Vélos 🦓" || outs[0].report.Flags[hub.FlagEncodingGuessed] != 0 {
			t.Errorf("%s endian: %q, flags %v", name, object, outs[0].report.Flags)
		}
	}
}
