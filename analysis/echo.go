package analysis

import (
	"fmt"
	"strings"
)

// inclusion says in words which facts make a tie. p is resolved.
func (p Projection) inclusion() Text {
	pick := func(choice, code string, yes, no Text) Text {
		if choice == code {
			return yes
		}
		return no
	}
	return sentence(p.dated(
		listText(p.Relations, Text{"no cooperation type", "aucun type de coopération"}, Text{"cooperation types", "types de coopération"}),
		listText(p.Contracts, Text{"no contract makes a tie", "aucun contrat ne fait un lien"}, Text{"contract types", "types de contrats"}),
		pick(string(p.Direction), string(Either), Text{"a tie in either direction", "un lien dans un sens ou dans l'autre"},
			pick(string(p.Direction), string(Both), Text{"a tie in both directions", "un lien dans les deux sens"}, Text{"oriented ties", "liens orientés"})),
		pick(string(p.Confirm), string(One), Text{"one statement is enough", "une seule déclaration suffit"},
			pick(string(p.Confirm), string(Two), Text{"both parties must state it", "les deux parties doivent le déclarer"}, Text{"a document must state it", "un document doit l'établir"})),
		pick(string(p.Silence), string(UnknownSilence), Text{"pairs without a statement are unknown", "les paires sans déclaration sont inconnues"},
			Text{"pairs without a statement are absent", "les paires sans déclaration sont absentes"}),
		pick(string(p.Rule), string(AnyResponds), Text{"one respondent of a pair makes it known", "un seul répondant rend la paire connue"},
			Text{"both of a pair must respond", "les deux membres d'une paire doivent répondre"}),
	))
}

// inclusionTwoMode says who takes part in what. p is resolved.
func (p Projection) inclusionTwoMode() Text {
	return sentence(p.dated(
		listText(p.Contracts, Text{}, Text{"columns are the contracts of types", "les colonnes sont les contrats de types"}),
		Text{"a row takes part in a column of which it is a party", "une ligne participe à une colonne dont elle est partie"},
	))
}

// dated puts rules between those that all projections have.
func (p Projection) dated(rules ...Text) []Text {
	parts := append([]Text{p.inForceText()}, rules...)
	if p.Groups == Collapse {
		parts = append(parts, Text{"groups count as one actor", "un groupe compte pour un acteur"})
	}
	if p.Carrier == WithoutCarrier {
		parts = append(parts, Text{"without the carrier", "sans la structure porteuse"})
	}
	if *p.Horizon > 0 {
		parts = append(parts, Text{
			fmt.Sprintf("a fact without an end is unknown %d days after it was last seen", *p.Horizon),
			fmt.Sprintf("un fait sans fin devient inconnu %d jours après sa dernière attestation", *p.Horizon),
		})
	}
	return parts
}

func sentence(parts []Text) Text {
	en, fr := make([]string, len(parts)), make([]string, len(parts))
	for i, t := range parts {
		en[i], fr[i] = t.En, t.Fr
	}
	return Text{En: strings.Join(en, "; ") + ".", Fr: strings.Join(fr, " ; ") + "."}
}

// inForceText says when a fact is in force, and who the members of a period are.
func (p Projection) inForceText() Text {
	if p.AsOf != "" {
		return Text{"A fact counts when it starts on or before " + p.AsOf + " and ends after it",
			"Un fait compte s'il commence le " + p.AsOf + " ou avant et finit après"}
	}
	t := Text{"A fact counts when it starts before " + p.To + " and ends after " + p.From,
		"Un fait compte s'il commence avant le " + p.To + " et finit après le " + p.From}
	if p.MembersIn == AllDays {
		return Text{t.En + "; members of the whole period", t.Fr + " ; membres de toute la période"}
	}
	return Text{t.En + "; members of any day of the period", t.Fr + " ; membres d'un jour au moins de la période"}
}

func listText(list []string, empty, label Text) Text {
	if len(list) == 0 {
		return empty
	}
	codes := strings.Join(list, ", ")
	return Text{En: label.En + ": " + codes, Fr: label.Fr + " : " + codes}
}
