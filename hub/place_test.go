package hub_test

import (
	"encoding/csv"
	"os"
	"testing"

	"polehub/hub"
)

func TestValidCommune(t *testing.T) {
	tests := map[string]bool{
		"69123": true, "01001": true, "2A004": true, "2B033": true, "21231": true, "97105": true, "98711": true,
		"20004": false, // Corsica before 1976, and a postal code today
		"2C004": false, "6912": false, "691233": false, "": false, "6912a": false, "2a004": false, "６9123": false,
	}
	for code, want := range tests {
		if hub.ValidCommune(code) != want {
			t.Errorf("%q: expected %v", code, want)
		}
	}
}

// Every code of the official lists has the form asked for.
func TestOfficialPlacesAreValid(t *testing.T) {
	for file, record := range map[string]func(code string) hub.Record{
		"departements.csv": func(code string) hub.Record {
			return &hub.Pole{ID: "pole:p", Name: "P", Departements: []string{code}}
		},
		"regions.csv": func(code string) hub.Record { return &hub.Pole{ID: "pole:p", Name: "P", Regions: []string{code}} },
		"collectivites_outremer.csv": func(code string) hub.Record {
			return &hub.Pole{ID: "pole:p", Name: "P", Communes: []string{code}, Departements: []string{code[:3]}}
		},
	} {
		f, err := os.Open("../../shared/data/cog/" + file)
		if err != nil {
			t.Skip("no shared data")
		}
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil || len(rows) < 10 {
			t.Fatalf("%s: %d rows, %v", file, len(rows), err)
		}
		for _, row := range rows[1:] {
			if errs := hub.Validate(record(row[0])); len(errs) > 0 {
				t.Errorf("%s: %v", file, errs)
			}
		}
	}
}
