package figure

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write golden files")

// golden compares a picture with testdata/name.svg.
func golden(t *testing.T, name string, d Drawing) {
	t.Helper()
	wellFormed(t, d)
	file := filepath.Join("testdata", name+".svg")
	got := string(d.SVG) + "\n"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from %s; look at it, then run with -update", name, file)
	}
}

// threeValleys is the pole of the design guide: 16 organisations, the carrier
// in the middle, all strokes, ties that one side states.
func threeValleys() MapSpec {
	spec := MapSpec{Title: "Carte du pôle", Description: "16 organisations", Legend: words()}
	for _, n := range []struct {
		id     string
		family Family
		name   string
	}{
		{"a01", ESS, "Atelier Rivage"}, {"a02", NonESS, "Menuiserie Faure"}, {"a03", Training, "CFA Bâtir"}, {"a04", Training, "Lycée du bois"},
		{"a05", NonESS, "Transports Granger"}, {"a06", ESS, "Ressourcerie du Pont"}, {"a07", Authority, "Communauté de communes des Trois Vallées"},
		{"a08", ESS, "CAE Coursive"}, {"a09", ESS, "Les Trois Vallées"}, {"a10", PublicBody, "Région Val-et-Monts"}, {"a11", ESS, "Régie Bellecombe"},
		{"a12", NonESS, "Imprimerie Delmas"}, {"a13", ESS, "Épicerie La Halle"}, {"a14", Research, "Laboratoire TERRA"}, {"a15", ESS, "Jardins d’Aval"}, {"a16", Authority, "Saint-Aubin"},
	} {
		spec.Nodes = append(spec.Nodes, Node{ID: n.id, Name: n.name, Family: n.family, Carrier: n.id == "a09"})
	}
	tie := func(a, b string, one bool, strokes ...Stroke) {
		for _, s := range strokes {
			spec.Ties = append(spec.Ties, Tie{A: a, B: b, Stroke: s, OneSide: one, Directed: s == Dotted})
		}
	}
	tie("a01", "a02", false, Solid, Dashed)
	tie("a01", "a04", false, Dotted)
	tie("a01", "a05", true, Dashed)
	tie("a01", "a06", false, Dashed)
	tie("a01", "a08", false, Solid)
	tie("a01", "a09", false, Solid, DashDot)
	tie("a02", "a03", true, Dotted)
	tie("a02", "a04", false, Dotted)
	tie("a02", "a09", false, Dashed)
	tie("a03", "a11", false, Dotted)
	tie("a04", "a09", false, Dotted)
	tie("a05", "a06", false, Dashed)
	tie("a05", "a13", true, Dashed)
	tie("a06", "a07", false, Dashed)
	tie("a06", "a09", false, Solid)
	tie("a06", "a11", false, Solid, Dashed)
	tie("a06", "a15", false, Solid)
	tie("a07", "a09", false, DashDot)
	tie("a07", "a10", false, DashDot)
	tie("a07", "a16", false, DashDot)
	tie("a08", "a09", false, Solid, Dotted)
	tie("a08", "a12", true, Solid)
	tie("a08", "a13", false, Solid)
	tie("a09", "a10", true, DashDot)
	tie("a09", "a11", false, DashDot)
	tie("a09", "a13", false, Solid, Dashed)
	tie("a09", "a14", true, Dotted)
	tie("a09", "a15", false, Solid)
	tie("a09", "a16", false, Solid)
	tie("a11", "a15", false, Dotted)
	tie("a11", "a16", false, DashDot)
	tie("a12", "a13", false, Dashed)
	tie("a13", "a15", false, Dashed)
	tie("a15", "a16", true, Solid)
	spec.Undocumented = [][2]string{{"a14", "a01"}, {"a14", "a02"}, {"a14", "a03"}, {"a03", "a14"}}
	return spec
}

func words() *Legend {
	return &Legend{
		Families: "Familles",
		FamilyNames: []FamilyName{{ESS, "Économie sociale et solidaire"}, {NonESS, "Entreprises hors ESS"}, {ESSUnknown, "Entreprises, ESS inconnue"}, {Network, "Réseaux"},
			{Authority, "Collectivités"}, {PublicBody, "Autres organismes publics"}, {Research, "Recherche"}, {Training, "Formation"}, {Other, "Autres"}, {NoFamily, "Nature inconnue"}},
		Ties:        "Coopérations",
		StrokeNames: []StrokeName{{Solid, "Mutualiser"}, {Dashed, "Produire ensemble"}, {Dotted, "Former, orienter"}, {DashDot, "Gouverner, financer"}},
		OneSide:     "Déclaré d’un seul côté", Undocumented: "Paires non documentées", Unasked: "Aucune paire documentée",
	}
}
func TestMap(t *testing.T) {
	for name, spec := range cases() {
		golden(t, name, Map(spec))
	}
}
