package seed

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"polehub/hub"
)

// WriteBundle writes all that a hub holds as a CSV bundle: a file for each
// noun, the flags and a description. It creates one file after the other, so
// that they can go into a zip. The same state gives the same bytes; reading
// them into an empty hub and writing that again does too. r should be one
// consistent state, as inside View.
func WriteBundle(ctx context.Context, r hub.Reader, create func(name string) (io.WriteCloser, error)) error {
	for _, n := range hub.Nouns() {
		err := writeFile(create, n.File+".csv", func(out *bufio.Writer) error { return writeNoun(ctx, r, n, out) })
		if err != nil {
			return err
		}
	}
	if err := writeFile(create, flagsFile, func(out *bufio.Writer) error { return writeFlags(ctx, r, out) }); err != nil {
		return err
	}
	return writeFile(create, packageFile, writePackage)
}

// writeFile creates a file, lets fn fill it and closes it.
func writeFile(create func(string) (io.WriteCloser, error), name string, fn func(*bufio.Writer) error) error {
	file, err := create(name)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	out := bufio.NewWriterSize(file, 64<<10)
	err = fn(out)
	if err == nil {
		err = out.Flush()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// writeNoun writes the records of a noun by id.
func writeNoun(ctx context.Context, r hub.Reader, n *hub.Noun, out *bufio.Writer) error {
	fields := n.Fields[:len(n.Fields)-1] // all but the flags
	var line []byte
	for i, f := range fields {
		line = appendNext(line, i, f.Column)
	}
	for row, err := range r.Rows(ctx, hub.Query{Noun: n}) {
		if err != nil {
			return err
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return err
		}
		line = line[:0]
		for i, f := range fields {
			line = appendNext(line, i, cellOf(f, row.Record))
		}
	}
	_, err := out.Write(append(line, '\n'))
	return err
}

// writeFlags writes the flags of all records, in the order of their files.
func writeFlags(ctx context.Context, r hub.Reader, out *bufio.Writer) error {
	var line []byte
	for i, name := range flagColumns {
		line = appendNext(line, i, name)
	}
	if _, err := out.Write(append(line, '\n')); err != nil {
		return err
	}
	for _, n := range hub.Nouns() {
		flags := n.Fields[len(n.Fields)-1]
		for row, err := range r.Rows(ctx, hub.Query{Noun: n, Where: hub.Not{Filter: hub.Missing(flags)}}) {
			if err != nil {
				return err
			}
			for _, flag := range flagsOf(row.Record) {
				line = line[:0]
				for i, cell := range []string{string(row.Record.Key()), string(flag.Field), string(flag.Code), string(flag.Raw), string(flag.Message)} {
					line = appendNext(line, i, Guard(cell))
				}
				if _, err := out.Write(append(line, '\n')); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// cellOf writes a field as the bundle does: yes and no for three-state facts,
// decimals with a point, lists with bars, formulas guarded.
func cellOf(f *hub.Field, r hub.Record) string {
	if f.Enum == hub.Tris && f.Type == hub.TypeEnum {
		s := f.Text(r)
		if s == string(hub.TriUnknown) && !f.Required {
			return ""
		}
		return strings.ToLower(s)
	}
	v := f.Get(r)
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return Guard(v)
	case []string:
		return Guard(joinList(v))
	}
	return text(f, v)
}

// guard puts an apostrophe before a text that a spreadsheet might take for a
// formula.
func Guard(text string) string {
	if guarded(text) {
		return "'" + text
	}
	return text
}

func appendNext(line []byte, i int, cell string) []byte {
	if i > 0 {
		line = append(line, ',')
	}
	return appendCell(line, cell, ',')
}

// appendCell adds one cell, quoted when the reader would misread it otherwise.
func appendCell(b []byte, cell string, delimiter byte) []byte {
	if !strings.ContainsAny(cell, "\"\r\n") && strings.IndexByte(cell, delimiter) < 0 {
		return append(b, cell...)
	}
	b = append(b, '"')
	for i := range len(cell) {
		if cell[i] == '"' {
			b = append(b, '"')
		}
		b = append(b, cell[i])
	}
	return append(b, '"')
}

// The parts of datapackage.json, as Frictionless describes them.
type (
	dataPackage struct {
		Name      string         `json:"name"`
		Profile   string         `json:"profile"`
		Resources []dataResource `json:"resources"`
	}
	dataResource struct {
		Name   string     `json:"name"`
		Path   string     `json:"path"`
		Schema dataSchema `json:"schema"`
	}
	dataSchema struct {
		Fields     []dataField `json:"fields"`
		PrimaryKey string      `json:"primaryKey,omitempty"`
	}
	dataField struct {
		Name string `json:"name"`
		Type string `json:"type"`
	}
)

// writePackage writes the description of the bundle.
func writePackage(out *bufio.Writer) error {
	p := dataPackage{Name: "polehub-bundle", Profile: bundleProfile}
	for _, n := range hub.Nouns() {
		res := dataResource{Name: n.File, Path: n.File + ".csv", Schema: dataSchema{PrimaryKey: n.ID().Column}}
		for _, f := range n.Fields[:len(n.Fields)-1] {
			res.Schema.Fields = append(res.Schema.Fields, dataField{f.Column, dataType(f)})
		}
		p.Resources = append(p.Resources, res)
	}
	flags := dataResource{Name: "flags", Path: flagsFile}
	for _, name := range flagColumns {
		flags.Schema.Fields = append(flags.Schema.Fields, dataField{name, "string"})
	}
	p.Resources = append(p.Resources, flags)
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(p)
}

func dataType(f *hub.Field) string {
	switch f.Type {
	case hub.TypeDate:
		return "date"
	case hub.TypeInt:
		return "integer"
	case hub.TypeMoney, hub.TypeRatio, hub.TypeFloat:
		return "number"
	}
	return "string"
}
