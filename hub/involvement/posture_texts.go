package involvement

import "polehub/analysis"

// InputCode is the stable name of an input of the heuristic.
type InputCode string

// The inputs: the first three tell what public actors do, the others whether they
// dominate.
const (
	InputBeyondFunding InputCode = "ACTORS_BEYOND_FUNDING"
	InputFunders       InputCode = "ACTORS_THAT_ONLY_FUND"
	InputSearched      InputCode = "SEARCHED"
	InputSeats         InputCode = "SEATS"
	InputVotes         InputCode = "VOTES"
	InputCapital       InputCode = "CAPITAL"
	InputMoney         InputCode = "MONEY"
	InputLost          InputCode = "CONNECTEDNESS_LOST"
)

// Words says what an input is.
func (c InputCode) Words() analysis.Text {
	return map[InputCode]analysis.Text{
		InputBeyondFunding: {En: "Public actors that are members or do more than fund", Fr: "Acteurs publics membres ou faisant plus que financer"},
		InputFunders:       {En: "Public actors known only to fund", Fr: "Acteurs publics connus seulement comme financeurs"},
		InputSearched:      {En: "Roles and contracts searched for during all of the time (1) or not (0)", Fr: "Rôles et contrats recherchés sur toute la période (1) ou non (0)"},
		InputSeats:         {En: "Public share of known seats", Fr: "Part publique des sièges connus"},
		InputVotes:         {En: "Public share of known votes", Fr: "Part publique des voix connues"},
		InputCapital:       {En: "Known public share of the capital", Fr: "Part publique connue du capital"},
		InputMoney:         {En: "Public share of the known money of members", Fr: "Part publique de l'argent connu des membres"},
		InputLost:          {En: "Connectedness of the network lost without public actors", Fr: "Connexité du réseau perdue sans les acteurs publics"},
	}[c]
}

// Words names a posture.
func (c PostureCode) Words() analysis.Text {
	return map[PostureCode]analysis.Text{
		Absent:           {En: "absent", Fr: "absents"},
		FunderOnly:       {En: "funder only", Fr: "financeur seulement"},
		Stakeholder:      {En: "stakeholder among others", Fr: "partie prenante parmi d'autres"},
		Dominant:         {En: "dominant", Fr: "dominant"},
		InsufficientData: {En: "not enough data", Fr: "données insuffisantes"},
	}[c]
}

func postureTexts() map[PostureCode]analysis.Text {
	return map[PostureCode]analysis.Text{
		Absent: {
			En: "No public actor is recorded, although roles and contracts were searched for during all of the time.",
			Fr: "Aucun acteur public n'est enregistré, alors que rôles et contrats ont été recherchés sur toute la période.",
		},
		FunderOnly: {
			En: "Public actors pay, and are known to do nothing else: neither to decide nor to hold the pole together.",
			Fr: "Des acteurs publics financent, sans autre rôle connu : ni pour décider, ni pour tenir le pôle ensemble.",
		},
		Stakeholder: {
			En: "Public actors are members or do more than fund; nothing known makes them dominant.",
			Fr: "Des acteurs publics sont membres ou font plus que financer ; rien de connu ne les rend dominants.",
		},
		Dominant: {
			En: "Public actors have the greater part of what makes the pole.",
			Fr: "Des acteurs publics tiennent la plus grande part de ce qui fait le pôle.",
		},
		InsufficientData: {
			En: "No public actor is recorded, and not all roles and contracts of the time were searched for.",
			Fr: "Aucun acteur public n'est enregistré, et tous les rôles et contrats de la période n'ont pas été recherchés.",
		},
	}
}

// ComparedCodes are all values that are compared, in order.
func ComparedCodes() []Compared {
	return []Compared{ComparedActors, ComparedMembers, ComparedMoney, ComparedContracts, ComparedTies, ComparedEI, ComparedLost}
}

// Words says what is compared.
func (c Compared) Words() analysis.Text {
	return map[Compared]analysis.Text{
		ComparedActors:    {En: "public actors", Fr: "acteurs publics"},
		ComparedMembers:   {En: "public share of members", Fr: "part publique des membres"},
		ComparedMoney:     {En: "public share of the known money of members", Fr: "part publique de l'argent connu des membres"},
		ComparedContracts: {En: "contracts with a public party, of those of members", Fr: "contrats ayant une partie publique, parmi ceux des membres"},
		ComparedTies:      {En: "density of cooperation between public actors and others", Fr: "densité de coopération entre acteurs publics et autres"},
		ComparedEI:        {En: "E-I index of public actors and others", Fr: "indice E-I entre acteurs publics et autres"},
		ComparedLost:      {En: "connectedness lost without public actors", Fr: "connexité perdue sans les acteurs publics"},
	}[c]
}
