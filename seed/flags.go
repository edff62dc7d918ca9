package seed

import (
	"context"
	"fmt"

	"polehub/hub"
)

// flagColumns are the columns of flags.csv.
var flagColumns = []string{"record", "field", "code", "raw", "message"}

// flagRow is one flag with the row it stands in.
type flagRow struct {
	flag hub.Flag
	line int
	raw  string // kept for flags whose record is in no file of the bundle
}

// flagStore holds the flags of a bundle until their records come.
type flagStore struct {
	table *Table
	rows  map[hub.ID][]flagRow
	order []hub.ID
}

// readFlags reads flags.csv.
func (b *bundleReader) readFlags() error {
	b.flags.rows = map[hub.ID][]flagRow{}
	var at [5]int // column of each of flagColumns; -1 when missing
	for row, err := range b.rows(flagsFile) {
		if err != nil {
			return err
		}
		if b.flags.table == nil {
			b.flags.table = &Table{Header: row.raw, Delimiter: row.delimiter}
			for i, want := range flagColumns {
				at[i] = -1
				for j, name := range row.cells {
					if foldHeader(name) == want {
						at[i] = j
					}
				}
			}
			continue
		}
		item := Item{File: flagsFile, Position: position(row.line), Raw: row.raw, Table: b.flags.table}
		var values [5]string
		for i, j := range at {
			if j >= 0 && j < len(row.cells) {
				values[i] = unguard(row.cells[j])
			}
		}
		id, err := hub.ParseID(values[0])
		switch {
		case row.fault != "":
			item.Reject = &Rejection{Code: hub.FlagRecordUnreadable, Reason: row.fault}
		case err != nil || hub.NounOf(id) == nil:
			item.Reject = &Rejection{Code: hub.FlagRecordUnreadable, Field: "record", Raw: hub.Clip(values[0], rawLimit), Reason: "record is not an id of the hub"}
		case values[2] == "":
			item.Reject = &Rejection{Code: hub.FlagRecordUnreadable, Field: "code", Reason: "code is required"}
		default:
			b.flags.add(id, flagRow{line: row.line, raw: row.raw, flag: hub.Flag{
				Field: hub.Text(values[1]), Code: hub.FlagCode(values[2]), Raw: hub.Text(values[3]), Message: hub.Text(values[4]),
			}})
			continue
		}
		if err := b.emit(item); err != nil {
			return err
		}
	}
	return nil
}

func (s *flagStore) add(id hub.ID, row flagRow) {
	if _, known := s.rows[id]; !known {
		s.order = append(s.order, id)
	}
	s.rows[id] = append(s.rows[id], row)
}

// attach gives a record its flags: those of the bundle first, as they were
// there before, then those of this reading.
func (s *flagStore) attach(r hub.Record) {
	rows := s.rows[r.Key()]
	if len(rows) == 0 {
		return
	}
	p := flagsPointer(r)
	mine := *p
	*p = make([]hub.Flag, 0, len(rows)+len(mine))
	for _, row := range rows {
		*p = append(*p, row.flag)
	}
	for _, flag := range mine {
		addFlag(r, flag)
	}
	s.rows[r.Key()] = nil
}

// rest yields the flags of records that no file of the bundle holds: they go to
// the records of the hub.
func (s *flagStore) rest(emit func(Item) error) error {
	for _, id := range s.order {
		rows := s.rows[id]
		if len(rows) == 0 {
			continue
		}
		item := Item{File: flagsFile, Position: position(rows[0].line), Raw: rows[0].raw, Table: s.table, Settle: flagStored(id, rows)}
		if err := emit(item); err != nil {
			return err
		}
	}
	return nil
}

// flagStored adds flags to a record that the hub holds.
func flagStored(id hub.ID, rows []flagRow) func(context.Context, View, *Item) error {
	return func(ctx context.Context, hubNow View, item *Item) error {
		found, err := hubNow.Find(ctx, hub.NounOf(id), []hub.ID{id})
		if err != nil {
			return err
		}
		if found[0] == nil {
			item.Reject = &Rejection{Code: hub.FlagUnknownReference, Field: "record", Raw: string(id), Reason: fmt.Sprintf("%s is neither in the hub nor in the bundle", id)}
			return nil
		}
		r := hub.Clone(found[0])
		for _, row := range rows {
			addFlag(r, row.flag)
		}
		item.Records = []hub.Record{r}
		return nil
	}
}
