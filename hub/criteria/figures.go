package criteria

// Figure is the stable name of one kind of evidence.
type Figure string

// Words says what a figure is.
func (f Figure) Words() Text { return figureTexts()[f] }

func figureTexts() map[Figure]Text {
	return map[Figure]Text{
		"CARRIERS":                         {En: "carriers", Fr: "structures porteuses"},
		"CARRIERS_WITH_SIGNS":              {En: "carriers of this nature by category or name, or by the name or summary of the pole", Fr: "structures porteuses de cette nature, par leur catégorie ou leur nom, ou par le nom ou le résumé du pôle"},
		"CONNECTEDNESS":                    {En: "connectedness", Fr: "connexité"},
		"DENSITY":                          {En: "density of cooperation", Fr: "densité de coopération"},
		"INCLUSIVENESS":                    {En: "share of members with a tie", Fr: "part des membres ayant un lien"},
		"CONNECTEDNESS_WITHOUT_CARRIER":    {En: "connectedness without the carrier", Fr: "connexité sans la structure porteuse"},
		"CONTRACTS_BETWEEN_MEMBERS":        {En: "contracts between two members or more", Fr: "contrats entre deux membres ou plus"},
		"DOCUMENTS":                        {En: "documents of these kinds dated by then", Fr: "documents de ces types datés d'avant cette date"},
		"ECONOMIC_CONTRACTS":               {En: "economic contracts, in force or ended lately, and joint offers", Fr: "contrats économiques, en vigueur ou terminés récemment, et offres communes"},
		"ECONOMIC_CONTRACTS_IN_FORCE":      {En: "economic contracts in force", Fr: "contrats économiques en vigueur"},
		"ESS_ENTERPRISES":                  {En: "enterprises of the social economy: private members that belong to it, networks aside", Fr: "entreprises de l'ESS : membres privés qui lui appartiennent, hors réseaux"},
		"ESS_SHARE":                        {En: "members in the social economy, of those of known status", Fr: "membres de l'ESS, sur ceux de statut connu"},
		"EVALUATIONS":                      {En: "evaluations dated by then", Fr: "évaluations datées d'avant cette date"},
		"JOBS_AT_LEAST":                    {En: "jobs of members other than public actors at least, by the size bands known", Fr: "emplois des membres hors acteurs publics, au moins, d'après les tranches connues"},
		"JOBS_AT_MOST":                     {En: "jobs of members other than public actors at most, by the size bands", Fr: "emplois des membres hors acteurs publics, au plus, d'après les tranches"},
		"LARGEST_COLLEGE_SHARE":            {En: "share of the known votes in the largest college", Fr: "part des voix connues du plus grand collège"},
		"LASTING_TIES":                     {En: "ties of pooling or production that have lasted", Fr: "liens de mutualisation ou de coopération qui durent"},
		"LINKED_PERSONS":                   {En: "actors of these kinds linked to the pole", Fr: "acteurs de ces types en lien avec le pôle"},
		"LOCAL_AUTHORITIES_BEYOND_FUNDING": {En: "local authorities in a role beyond funding", Fr: "collectivités dans un rôle au-delà du financement"},
		"MEDIAN_TENURE_MONTHS":             {En: "median months of membership, unknown starts as none", Fr: "ancienneté médiane en mois, débuts inconnus comptés zéro"},
		"MEMBERS":                          {En: "member organisations", Fr: "organisations membres"},
		"MEMBERS_GROUPS_ONCE":              {En: "member organisations, each group once", Fr: "organisations membres, chaque groupe une fois"},
		"MEMBERS_UNDER_CONTRACT":           {En: "members party to an economic contract in force", Fr: "membres parties à un contrat économique en vigueur"},
		"MEMBERS_WITHOUT_TIE":              {En: "members without a known tie", Fr: "membres sans lien connu"},
		"MULTIPLEX_PAIRS":                  {En: "pairs tied in two ways or more", Fr: "paires liées de deux façons ou plus"},
		"MULTI_YEAR_AGREEMENTS":            {En: "agreements of several years in force", Fr: "conventions pluriannuelles en vigueur"},
		"OTHER_ENTERPRISES":                {En: "enterprises outside the social economy", Fr: "entreprises hors ESS"},
		"OTHER_PERSONS":                    {En: "other persons of article 9", Fr: "autres personnes de l'article 9"},
		"OTHER_PUBLIC_ACTORS":              {En: "public actors that are no local authority, in a role", Fr: "acteurs publics autres que les collectivités, dans un rôle"},
		"PLACES":                           {En: "places of the territory", Fr: "lieux du territoire"},
		"PUBLIC_FUNDERS":                   {En: "public funders", Fr: "financeurs publics"},
		"RECOGNISED_UTILITY":               {En: "private members with a recognised marker, of those of known status", Fr: "membres privés portant une marque reconnue, sur ceux de statut connu"},
		"RESEARCH_ACTIVITY":                {En: "research ties and partnerships in force", Fr: "liens et partenariats de recherche en vigueur"},
		"RESEARCH_MEMBERS":                 {En: "research and training members", Fr: "membres de la recherche ou de la formation"},
		"ROLES_FROM_CONTRACTS":             {En: "contracts that roles were derived from", Fr: "contrats dont des rôles sont déduits"},
		"ROLES_OF_PUBLIC_ACTORS":           {En: "recorded memberships and roles of public actors", Fr: "adhésions et rôles enregistrés d'acteurs publics"},
		"SHARED_SITES":                     {En: "shared sites with a place", Fr: "sites partagés localisés"},
		"SIGNATORIES":                      {En: "signatories of the evaluation that most have signed", Fr: "signataires de l'évaluation la plus signée"},
		"SIGNATORY_MEMBERS":                {En: "members that signed the document that most have signed", Fr: "membres signataires du document le plus signé"},
		"TYPES_OF_TIES":                    {En: "ways in which members cooperate", Fr: "façons dont les membres coopèrent"},
		"UNKNOWN_ESS":                      {En: "members of unknown status", Fr: "membres de statut inconnu"},
	}
}
