package figure

import (
	"strings"
	"testing"
)

// threeValleysRoles is the matrix of the design guide.
func threeValleysRoles(width float64) RolesSpec {
	since := func(y string) Mark { return Mark{State: Held, When: "depuis " + y} }
	no, never := Mark{State: NotHeld}, Mark{}
	spec := RolesSpec{Title: "Qui tient quel rôle, et depuis quand", Description: "au 31 décembre 2025", Empty: "Aucune autorité connue", Tier: "Échelon", Actor: "Autorité",
		Current: "Rôles en cours", Sum: "Autorités par rôle, en cours", Width: width}
	for _, r := range [][2]string{{"INITIATOR", "Initiateur"}, {"MEMBER", "Membre"}, {"GOVERNANCE_SEAT", "Siège"}, {"CAPITAL_HOLDER", "Capital"}, {"GRANT_FUNDER", "Financeur"},
		{"BUYER", "Acheteur"}, {"HOST", "Hôte"}, {"ANIMATOR", "Animation"}, {"CONVENER", "Mise en réseau"}, {"EVALUATOR", "Évaluation"}} {
		spec.Roles = append(spec.Roles, Column{r[0], r[1]})
	}
	spec.Actors = []Actor{
		{"p1", "État", "Préfecture de région", []Mark{never, no, no, no, since("2021"), no, no, no, no, no}},
		{"p2", "État", "Agence nationale de la cohésion des territoires", []Mark{no, no, no, no, {Held, "depuis 2024", "contrat"}, no, no, no, no, no}},
		{"p3", "Région", "Région Val-et-Monts", []Mark{no, since("2020"), no, no, since("2020"), no, no, no, never, no}},
		{"p4", "Département", "Département de Haute-Vallée", []Mark{no, no, no, no, {Held, "depuis 2022", "déclaré"}, never, never, no, no, no}},
		{"p5", "Intercommunalité", "CC des Trois Vallées", []Mark{{Ended, "2018–2019", ""}, since("2019"), since("2019"), no, since("2022"), {Ended, "2021–2024", "contrat"}, no, since("2023"), no, no}},
		{"p6", "Commune", "Saint-Aubin", []Mark{no, since("2019"), no, since("2022"), no, never, since("2019"), no, no}},
	}
	return spec
}

func TestRoles(t *testing.T) {
	golden(t, "roles", Roles(threeValleysRoles(0)))
	golden(t, "roles-narrow", Roles(threeValleysRoles(figureWidth)))
	golden(t, "roles-0", Roles(RolesSpec{Title: "Qui tient quel rôle", Empty: "Aucune autorité connue"}))
}

// Ended roles are seen and not counted; a role nobody looked for is neither.
func TestRolesCount(t *testing.T) {
	spec := RolesSpec{Roles: []Column{{"HOST", "Hôte"}, {"BUYER", "Acheteur"}}, Actors: []Actor{
		{ID: "a", Name: "A", Marks: []Mark{{State: Held}, {State: Ended}}},
		{ID: "b", Name: "B", Marks: []Mark{{State: Held}}},
		{ID: "c", Name: "C", Marks: []Mark{{State: NotHeld}, {State: NotHeld}}},
	}}
	d := Roles(spec)
	svg := string(d.SVG)
	for class, want := range map[string]int{`class="f-auth"`: 2, `class="ended f-auth"`: 1, `class="none"`: 2, `<rect class="unknown"`: 1} {
		if got := strings.Count(svg, class); got != want {
			t.Errorf("%d times %s, want %d", got, class, want)
		}
	}
	var bold []string
	for _, part := range strings.Split(svg, `font-weight="700">`)[1:] {
		text, _, _ := strings.Cut(part, "<")
		bold = append(bold, text)
	}
	// heads, then roles of A, B, C, then actors by role and in all
	if got, want := strings.Join(bold, " "), "  Hôte Acheteur 1 1 0 2 0 2"; got != want {
		t.Errorf("bold text is %q, want %q", got, want)
	}
	var states strings.Builder
	for _, row := range d.Tables[0].Rows {
		states.WriteString(row[4] + " ")
	}
	if want := "current ended current not_searched none none "; states.String() != want {
		t.Errorf("states in the table: %s, want %s", states.String(), want)
	}
}
