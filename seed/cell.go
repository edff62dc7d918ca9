package seed

import (
	"slices"
	"strconv"
	"strings"

	"polehub/hub"
)

// readCell puts the text of a cell into a field. What cannot be used is kept
// in a flag; an exact cell is taken to the letter. A required field that gets nothing stays empty, and validation rejects the row.
func readCell(r hub.Record, f *hub.Field, cell string, exact bool) {
	switch p := f.Pointer(r).(type) {
	case *string:
		readText(r, f, p, cell)
	case **int:
		readWhole(r, f, p, cell)
	case **hub.Money:
		readAmount(r, f, p, cell)
	case **hub.Ratio:
		readShare(r, f, p, cell)
	case **float64:
		n, err := strconv.ParseFloat(strings.Replace(cell, ",", ".", 1), 64)
		if err != nil {
			flagCell(r, f, cell, hub.FlagValueInvalid)
			return
		}
		*p = &n
	default:
		readItems(r, f, unguard(cell), exact)
	}
}

// flagCell keeps a cell that could not be used as it was.
func flagCell(r hub.Record, f *hub.Field, cell string, codes ...hub.FlagCode) {
	for _, code := range codes {
		addFlag(r, hub.Flag{Field: hub.Text(f.Column), Code: code, Raw: hub.Text(hub.Clip(cell, rawLimit))})
	}
}

func readText(r hub.Record, f *hub.Field, p *string, cell string) {
	switch f.Type {
	case hub.TypeEnum:
		code, ok := readCode(f.Enum, cell)
		if !ok {
			flagCell(r, f, cell, hub.FlagValueInvalid)
		}
		*p = code
	case hub.TypeDate:
		if day, err := hub.ParseDate(cell); err == nil {
			*p = string(day)
			return
		}
		reading := hub.ReadDate(cell)
		*p = string(reading.Day)
		flagCell(r, f, cell, reading.Flags...)
	default:
		*p = unguard(cell)
	}
}

// readCode finds the code that a cell means.
func readCode(e *hub.Enum, cell string) (string, bool) {
	if e.Has(cell) {
		return cell, true
	}
	if e == hub.Tris {
		switch strings.ToLower(cell) {
		case "true", "vrai", "1":
			return string(hub.TriYes), true
		case "false", "faux", "0":
			return string(hub.TriNo), true
		}
	}
	return e.Read(cell)
}

func readWhole(r hub.Record, f *hub.Field, p **int, cell string) {
	n, err := strconv.Atoi(cell)
	if err != nil {
		reading := hub.ReadDuration(cell)
		if !strings.HasSuffix(f.Column, "duration_months") {
			reading = hub.DurationReading{Flags: []hub.FlagCode{hub.FlagValueInvalid}}
		}
		flagCell(r, f, cell, reading.Flags...)
		if !reading.OK {
			return
		}
		n = reading.Months
	}
	*p = &n
}

// readAmount takes a plain decimal as it stands: the bundle is the hub's own
// format. Anything else is read as people write amounts.
func readAmount(r hub.Record, f *hub.Field, p **hub.Money, cell string) {
	amount, err := hub.ParseMoney(cell)
	if err != nil {
		reading := hub.ReadAmount(cell)
		flagCell(r, f, cell, reading.Flags...)
		if !reading.OK {
			return
		}
		amount = reading.Cents
	}
	*p = &amount
}

func readShare(r hub.Record, f *hub.Field, p **hub.Ratio, cell string) {
	share, err := hub.ParseRatio(cell)
	if err != nil || share < 0 || share > 1_000_000 {
		reading := hub.ReadShare(cell)
		flagCell(r, f, cell, reading.Flags...)
		if !reading.OK {
			return
		}
		share = reading.Share
	}
	*p = &share
}

// readItems reads a list; items that mean nothing are left out and flagged.
func readItems(r hub.Record, f *hub.Field, cell string, exact bool) {
	items := splitList(cell)
	if !exact {
		for i, item := range items {
			items[i] = strings.TrimSpace(item)
		}
		items = slices.DeleteFunc(items, func(item string) bool { return item == "" })
	}
	if f.Type == hub.TypeRefs {
		items = distinct(items)
	}
	codes := itemCodes(f)
	whole := true
	if codes != nil {
		kept := items[:0]
		for _, item := range items {
			code, ok := readCode(codes, item)
			if !ok && codes != f.Enum && isAll(item) {
				code, ok = hub.AllTypes, true
			}
			if whole = whole && ok; ok {
				kept = append(kept, code)
			}
		}
		items = kept
	}
	if err := f.Set(r, items); err != nil || !whole {
		flagCell(r, f, cell, hub.FlagValueInvalid)
	}
}

// itemCodes are the codes that the items of a list are read by.
func itemCodes(f *hub.Field) *hub.Enum {
	switch f {
	case hub.ObservationNoun.Field("tieTypes"):
		return hub.TieTypes
	case hub.ObservationNoun.Field("contractTypes"):
		return hub.ContractTypes
	}
	return f.Enum
}

func isAll(item string) bool {
	switch hub.Fold(item) {
	case "all", "tous", "toutes":
		return true
	}
	return false
}

// distinct drops repetitions and keeps the order.
func distinct(items []string) []string {
	if len(items) < 2 {
		return items
	}
	met := make(map[string]bool, len(items))
	return slices.DeleteFunc(items, func(item string) bool {
		again := met[item]
		met[item] = true
		return again
	})
}

// guarded reports whether a spreadsheet might take a text for a formula: = + -
// @, a tab or a carriage return at its start, or behind apostrophes.
func guarded(text string) bool {
	rest := strings.TrimLeft(text, "'")
	return rest != "" && strings.IndexByte("=+-@\t\r", rest[0]) >= 0
}

// unguard takes off the one apostrophe that the writer put before such a text.
func unguard(cell string) string {
	if cell != "" && cell[0] == '\'' && guarded(cell) {
		return cell[1:]
	}
	return cell
}
