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
			spec.Ties = append(spec.Ties, Tie{A: spec.Nodes[a].ID, B: spec.Nodes[b].ID, Stroke: Stroke(r.IntN(int(strokes))), OneSide: r.IntN(4) == 0, Directed: r.IntN(5) == 0})
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
