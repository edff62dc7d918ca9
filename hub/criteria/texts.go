package criteria

// Words says a gap in words, for the list of facts to collect.
func (c GapCode) Words() Text { return gapTexts()[c] }

func gapTexts() map[GapCode]Text {
	return map[GapCode]Text{
		GapMembers:     {En: "who belongs to the pole", Fr: "qui appartient au pôle"},
		GapMemberSince: {En: "since when the organisation belongs to the pole", Fr: "depuis quand l'organisation appartient au pôle"},
		GapESS:         {En: "whether the organisation belongs to the social economy", Fr: "si l'organisation appartient à l'ESS"},
		GapTies:        {En: "whether these two organisations cooperate", Fr: "si ces deux organisations coopèrent"},
		GapContracts:   {En: "a search for contracts of the members", Fr: "une recherche des contrats des membres"},
		GapContractEnd: {En: "when the contract ends", Fr: "quand le contrat prend fin"},
		GapAgreements:  {En: "a search for agreements of several years", Fr: "une recherche des conventions pluriannuelles"},
		GapStrategy:    {En: "a strategy or charter with its date, or a search for one", Fr: "une stratégie ou une charte datée, ou une recherche de l'une d'elles"},
		GapSignatories: {En: "who signed the document", Fr: "qui a signé le document"},
		GapEvaluation:  {En: "an evaluation with its date, or a search for one", Fr: "une évaluation datée, ou une recherche de celle-ci"},
		GapSite:        {En: "a site with its address, and whether it is shared", Fr: "un site avec son adresse, et s'il est partagé"},
		GapTerritory:   {En: "the codes of the places of the territory", Fr: "les codes des lieux du territoire"},
		GapRoles:       {En: "a search for roles of public actors", Fr: "une recherche des rôles d'acteurs publics"},
		GapResearch:    {En: "a search for research partnerships", Fr: "une recherche des partenariats de recherche"},
		GapCarrier:     {En: "who carries the pole", Fr: "qui porte le pôle"},
		GapLegalForm:   {En: "the legal category of the organisation", Fr: "la catégorie juridique de l'organisation"},
		GapCooperative: {En: "whether the organisation is a cooperative (SCIC, SCOP), which its legal category does not say", Fr: "si l'organisation est coopérative (SCIC, SCOP), ce que sa catégorie juridique ne dit pas"},
		GapVotes:       {En: "the college and the votes of the member", Fr: "le collège et les voix du membre"},
		GapSizeBand:    {En: "the size band of the organisation", Fr: "la tranche d'effectif de l'organisation"},
		GapJudgement:   {En: "a dated judgement by people, with its reasons", Fr: "une appréciation humaine datée, avec ses raisons"},

		GapAmount:        {En: "the amount of the contract", Fr: "le montant du contrat"},
		GapCapitalShare:  {En: "the share of the capital that the organisation holds", Fr: "la part du capital que détient l'organisation"},
		GapContractStart: {En: "when the contract took effect", Fr: "quand le contrat a pris effet"},
		GapPublicTier:    {En: "the level of government of the public actor", Fr: "l'échelon administratif de l'acteur public"},
		GapPublicness:    {En: "whether the organisation is a public actor", Fr: "si l'organisation est un acteur public"},
		GapRoleSince:     {En: "since when this holds", Fr: "depuis quand cela vaut"},
		GapSeats:         {En: "how many seats the organisation has, and of how many", Fr: "combien de sièges l'organisation détient, et sur combien"},
	}
}

// Words says a remark in words.
func (n Note) Words() Text { return noteTexts()[n] }

func noteTexts() map[Note]Text {
	return map[Note]Text{
		NoteAboveText:       {En: "more members than the text says; this is no ceiling", Fr: "plus de membres que le texte n'en dit ; ce n'est pas un plafond"},
		NoteAtLeastPartly:   {En: "satisfied at least in part, whatever is missing", Fr: "rempli au moins en partie, quoi qu'il manque"},
		NoteBands:           {En: "size bands give limits, not a headcount", Fr: "les tranches d'effectif donnent des limites, pas un effectif"},
		NoteCarrierBridges:  {En: "the members hold together through the carrier", Fr: "les membres sont reliés par la structure porteuse"},
		NoteCarriersDiffer:  {En: "several carriers that differ", Fr: "plusieurs structures porteuses différentes"},
		NoteCensored:        {En: "the start of some memberships is unknown", Fr: "le début de certaines adhésions est inconnu"},
		NoteEnded:           {En: "the pole had ended by then", Fr: "le pôle avait pris fin à cette date"},
		NoteForHuman:        {En: "a warning, for people to decide", Fr: "un avertissement, à trancher par des personnes"},
		NoteFundingOnly:     {En: "local authorities only fund", Fr: "les collectivités ne font que financer"},
		NoteGroupsDiffer:    {En: "counting each group once would give another answer, or counting each member", Fr: "compter chaque groupe une fois, ou chaque membre, donnerait une autre réponse"},
		NoteNoCarrier:       {En: "no carrier is recorded at that time", Fr: "aucune structure porteuse n'est enregistrée à cette date"},
		NoteNoMembers:       {En: "nobody is recorded as a member at that time", Fr: "aucun membre n'est enregistré à cette date"},
		NoteNotStarted:      {En: "the pole had not begun by then", Fr: "le pôle n'avait pas commencé à cette date"},
		NoteOnKnown:         {En: "decided on what is known, which is enough of it; what is missing could change it", Fr: "décidé sur ce qui est connu, en part suffisante ; ce qui manque pourrait le changer"},
		NoteStateOnly:       {En: "public actors, but no local authority beyond funding", Fr: "des acteurs publics, mais aucune collectivité au-delà du financement"},
		NoteThresholdWanted: {En: "give a number of jobs to decide", Fr: "donnez un nombre d'emplois pour décider"},
	}
}
