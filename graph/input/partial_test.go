package input

import (
	"reflect"
	"testing"

	"polehub/hub"
)

func TestApplyPartialDates(t *testing.T) {
	month := hub.Flag{Field: "valid_from", Code: hub.FlagDatePartial, Raw: "2014-05"}
	other := hub.Flag{Field: "college", Code: hub.FlagValueInvalid, Raw: "?"}
	rows := []struct {
		name   string
		before []hub.Flag
		fields fields
		from   hub.Date
		flags  []hub.Flag
	}{
		{"a month", nil, fields{"validFrom": "2014-05"}, "2014-05-01", []hub.Flag{month}},
		{"a year", nil, fields{"validFrom": "2014"}, "2014-01-01", []hub.Flag{{Field: "valid_from", Code: hub.FlagDatePartial, Raw: "2014"}}},
		{"a day", nil, fields{"validFrom": "2014-05-02"}, "2014-05-02", nil},
		{"a day for a month", []hub.Flag{month, other}, fields{"validFrom": "2014-05-02"}, "2014-05-02", []hub.Flag{other}},
		{"nothing about the date", []hub.Flag{month}, fields{"college": "a"}, "2010-01-01", []hub.Flag{month}},
		{"cleared", []hub.Flag{month}, fields{"validFrom": nil}, "", nil},
		{"with flags of its own", nil, fields{"validFrom": "2014-05", "flags": []any{fields{"field": "college", "code": "VALUE_INVALID", "raw": "?"}}}, "2014-05-01", []hub.Flag{other, month}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			m := &hub.Membership{Period: hub.Period{ValidFrom: "2010-01-01"}, Fact: hub.Fact{Flags: row.before}}
			if errs := Apply(m, row.fields); errs != nil {
				t.Fatal(errs)
			}
			if m.ValidFrom != row.from || len(m.Flags)+len(row.flags) > 0 && !reflect.DeepEqual(m.Flags, row.flags) {
				t.Errorf("validFrom %q, flags %v; want %q, %v", m.ValidFrom, m.Flags, row.from, row.flags)
			}
		})
	}
}

func TestApplyReportsFaultsInOrder(t *testing.T) {
	for range 20 {
		errs := Apply(&hub.Membership{}, fields{"validFrom": "2014-13", "votes": "x", "validTo": "later"})
		if len(errs) != 3 || errs[0].Field != "validFrom" || errs[1].Field != "validTo" || errs[2].Field != "votes" {
			t.Fatalf("faults %v", errs)
		}
	}
}
