package figure

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// families in turn for invented networks.
var turns = []Family{ESS, NonESS, Authority, ESS, Training, Research, PublicBody, ESSUnknown, Other, Network, NoFamily}

var inventedNames = strings.Split("Régie Bellecombe,Communauté de communes du Haut-Val,Menuiserie Faure,La Fabrique,Coopérative d’activités et d’emploi Coursive,Saint-Aubin,CFA Bâtir,Jardins d’Aval,"+
	"Association intermédiaire Tremplin,Imprimerie Delmas,Université de Grenoble-Alpes laboratoire PACTE,Ressourcerie", ",")

// invent makes a pole of n organisations of which the last alone ones have no
// tie; each other one has a tie with an earlier one, and more beside. parts of
// it are not tied to each other.
func invent(n, alone, more, parts int) MapSpec {
	r := rand.New(rand.NewPCG(uint64(n), uint64(alone+100*more)))
	spec := MapSpec{Title: fmt.Sprintf("%d organisations", n), Empty: "Aucune organisation connue", Legend: words()}
	for i := range n {
		name := inventedNames[i%len(inventedNames)]
		if i >= len(inventedNames) {
			name = fmt.Sprintf("%s %d", name, i)
		}
		spec.Nodes = append(spec.Nodes, Node{ID: fmt.Sprintf("o%03d", i), Name: name, Family: turns[i%len(turns)], Carrier: i == 0})
	}
	tied := n - alone
	tie := func(a, b int) {
		if a != b && a%parts == b%parts {
			spec.Ties = append(spec.Ties, Tie{A: spec.Nodes[a].ID, B: spec.Nodes[b].ID, Stroke: Stroke(r.IntN(4)), OneSide: r.IntN(4) == 0, Directed: r.IntN(5) == 0})
		}
	}
	for i := parts; i < tied; i++ {
		tie(i, parts*r.IntN(i/parts)+i%parts)
	}
	for range more {
		tie(r.IntN(tied), r.IntN(tied))
	}
	for i := range n {
		for j := range i {
			if i == n-1 || r.IntN(9) == 0 {
				spec.Undocumented = append(spec.Undocumented, [2]string{spec.Nodes[i].ID, spec.Nodes[j].ID})
			}
		}
	}
	return spec
}

// cases are the sizes and shapes that each test of maps goes through.
func cases() map[string]MapSpec {
	return map[string]MapSpec{
		"map-0":        invent(0, 0, 0, 1),
		"map-1":        invent(1, 1, 0, 1),
		"map-2":        invent(2, 0, 0, 1),
		"map-3":        invent(3, 1, 0, 1),
		"map-isolates": invent(9, 9, 0, 1),
		"map-parts":    invent(14, 2, 8, 2),
		"map-16":       threeValleys(),
		"map-30":       invent(30, 3, 30, 1),
		"map-60":       invent(60, 8, 60, 1),
		"map-200":      invent(200, 20, 160, 1),
		"map-with":     publicTies(threeValleys()),
		"map-without":  withoutPublic(threeValleys()),
	}
}

// publicTies sets off the ties of public actors, in a small frame.
func publicTies(spec MapSpec) MapSpec {
	spec.Width, spec.Height, spec.Legend = 560, 380, nil
	public := map[string]bool{"a07": true, "a10": true, "a16": true}
	for i, t := range spec.Ties {
		spec.Ties[i].Strong = public[t.A] || public[t.B]
	}
	return spec
}

// withoutPublic shows the same pole with empty places of public actors.
func withoutPublic(spec MapSpec) MapSpec {
	spec.Width, spec.Height, spec.Legend = 560, 380, nil
	for i, n := range spec.Nodes {
		if n.Family == Authority || n.Family == PublicBody {
			spec.Nodes[i].Look = Outlined
		}
	}
	return spec
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
