package figure

import (
	"fmt"
	"strings"
	"testing"
)

// euros is a known sum with its words, as a page would write them in French.
func euros(n int64) Amount {
	text := fmt.Sprint(n)
	if n >= 1000 {
		text = fmt.Sprintf("%d\u202f%03d", n/1000, n%1000)
	}
	return Amount{Cents: n * 100, Known: 1, Text: text + "\u00a0€"}
}

func unknown(n int) Amount { return Amount{Unknown: n, UnknownText: fmt.Sprintf("%d inconnus", n)} }

func both(known, hidden Amount) Amount {
	known.Unknown, known.UnknownText = hidden.Unknown, hidden.UnknownText
	return known
}

func origins() BarsSpec {
	return BarsSpec{Title: "D’où vient l’argent", Description: "2025", Label: "Origine", Sum: "Montant", Portion: "Part", Empty: "Aucun montant connu",
		Rows: []Bar{
			{Code: "STATE", Label: "État", Amount: euros(20000), Share: "8 %", Public: true},
			{Code: "REGION", Label: "Région", Amount: both(euros(50000), unknown(2)), Share: "20 %", Public: true},
			{Code: "INTERMUNICIPALITY", Label: "Intercommunalité", Amount: euros(28000), Share: "11 %", Public: true},
			{Code: "MUNICIPALITY", Label: "Commune", Amount: Amount{Unknown: 1, UnknownText: "gratuit, non chiffré"}, Public: true},
			{Code: "EUROPEAN", Label: "Europe", Amount: Amount{NotSearched: true, Text: "pas encore recherché"}, Public: true},
			{Code: "TOTAL", Label: "Total public, montants connus", Amount: euros(98000), Share: "42 %", Total: true},
			{Code: "SALES", Label: "Ventes et prestations de services aux entreprises du pôle", Amount: euros(104000), Share: "44 %"},
			{Code: "GIFTS", Label: "Dons et mécénat", Amount: euros(15), Share: "0 %"},
		}}
}

func TestBars(t *testing.T) {
	golden(t, "bars", Bars(origins()))
	golden(t, "bars-0", Bars(BarsSpec{Title: "D’où vient l’argent", Empty: "Aucun montant connu"}))
}

// A bar is as long as its sum: the longest fills the 250 px, half of it 125.
// Unknown amounts have a piece of the same length whatever their number.
func TestBarsMeasure(t *testing.T) {
	one := Amount{Cents: 40_00, Known: 1}
	half := Amount{Cents: 20_00, Known: 1, Unknown: 7}
	free := Amount{Unknown: 1}
	svg := string(Bars(BarsSpec{Rows: []Bar{{Amount: one}, {Amount: half}, {Amount: free}, {Amount: Amount{Cents: 900_00, Known: 1}, Total: true}}}).SVG)
	for _, want := range []string{
		`class="bar" x="232" y="41" width="250" height="12"`,
		`class="bar" x="232" y="79" width="125" height="12"`,
		`class="unknown" x="360" y="79" width="36" height="12"`, // 232 + 125 + 3
		`class="unknown" x="232" y="117" width="36" height="12"`,
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
	if n := strings.Count(svg, `class="bar"`); n != 2 {
		t.Errorf("%d bars, want 2: a total has none", n)
	}
}

func TestBarsTable(t *testing.T) {
	d := Bars(origins())
	if got, want := fmt.Sprint(d.Tables[0].Rows[1]), "[REGION Région 5000000 1 2]"; got != want {
		t.Errorf("row of the region is %s, want %s", got, want)
	}
	if got := d.Tables[0].Rows[3]; got[2] != "" {
		t.Errorf("an unknown sum is %q in the table, want empty", got[2])
	}
	if len(d.Tables[0].Rows) != len(origins().Rows) {
		t.Errorf("%d rows for %d bars", len(d.Tables[0].Rows), len(origins().Rows))
	}
}

func years() YearsSpec {
	return YearsSpec{Title: "Argent public par année", Description: "2021–2025", Corner: "Échelon", Empty: "Aucun montant connu",
		Columns: []string{"2021", "2022", "2023", "2024", "2025", "Total"}, Sum: true,
		Rows: []YearRow{
			{Label: "Région", Heading: true},
			{Code: "REGION/GRANT", Label: "Subventions", Public: true, Cells: []Amount{euros(50000), euros(50000), both(euros(25000), unknown(1)), {}, euros(12000), euros(137000)}},
			{Code: "REGION/CAPITAL", Label: "Capital", Public: true, Cells: []Amount{{}, {}, {}, unknown(1), {}, unknown(1)}},
			{Label: "Commune", Heading: true},
			{Code: "MUNICIPALITY/PREMISES", Label: "Locaux", Public: true, Cells: []Amount{unknown(1), unknown(1), euros(3600), euros(3600), {NotSearched: true}, both(euros(7200), unknown(2))}},
			{Code: "MUNICIPALITY/PROCUREMENT", Label: "Marchés publics de prestations", Public: true, Cells: []Amount{{}, {}, euros(114000)}},
			{Code: "TOTAL", Label: "Total public connu", Total: true, Cells: []Amount{euros(50000), euros(50000), both(euros(142600), unknown(1)), both(euros(3600), unknown(1)), euros(12000), euros(258200)}},
		}}
}

func TestYears(t *testing.T) {
	golden(t, "years", Years(years()))
	golden(t, "years-0", Years(YearsSpec{Title: "Argent public par année", Empty: "Aucun montant connu"}))
	d := Years(years())
	if got, want := len(d.Tables[0].Rows), 5*6; got != want { // five rows that are no heading, six columns
		t.Errorf("%d cells in the table, want %d", got, want)
	}
	if got, want := fmt.Sprint(d.Tables[0].Rows[2]), "[REGION/GRANT Subventions 2023 2500000 1 1]"; got != want {
		t.Errorf("cell is %s, want %s", got, want)
	}
}
