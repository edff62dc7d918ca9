package invent

import "polehub/hub"

// sawmill is a grouping that was made to found one firm, and ended with it:
// what exclusion X1 of labo-2012 speaks of. No public actor ever took part.
func sawmill() story {
	forest := cooperative("Forestiers des Trois Vallons", hub.ClaimScop)
	mill, frames := company("Scierie Marchand"), company("Charpentes du Beuvray")
	return story{
		pole: pole{
			id: "demo-scierie", name: "Pôle Bois du Haut-Morvan", territory: "Haut-Morvan", commune: "58062",
			summary: "Trois entreprises réunies pour fonder une société de granulés ; le pôle a pris fin en 2019.",
			sectors: []hub.Sector{hub.SectorEcoConstruction, hub.SectorEnergy}, started: "2016-03-01", ended: "2019-07-01", status: hub.StatusDeclared, judged: "2018-11-15",
			verdicts: []verdict{
				{"X1", hub.VerdictRaised, "Le groupement n'a d'autre objet que la création de la société."},
				{"M1", hub.VerdictNotSatisfied, "Une seule activité, portée par une seule société."},
			},
		},
		seats: until("2019-07-01", carrier(forest, "2016-03-01", "Associés", 1), founder(mill, "2016-03-01", "Associés", 1), partner(frames, "2017-01-01", "Associés", 1)),
		parts: []part{
			{who: forest, kind: hub.RoleAnimator, from: "2016-03-01", to: "2019-07-01"},
			{who: mill, kind: hub.RoleInitiator, from: "2016-03-01", to: "2019-07-01"},
		},
		searches: []search{
			{title: "Entretiens avec les trois membres", from: "2018-05-01", to: "2019-01-01", covers: []hub.Coverage{hub.CoversTies}},
			{title: "Revue complète 2016-2018", from: "2016-03-01", to: "2019-07-01", covers: everything()},
		},
		ties: []bond{{hub.TieJointProject, forest, mill, "2017-09-01"}},
		deals: []deal{{
			kind: hub.ContractCapital, title: "Création de la société Granulés du Beuvray", euros: 90_000, signed: "2017-03-01",
			first: forest, beside: []actor{mill, frames}, others: []actor{company("Granulés du Beuvray")},
		}},
		papers: []paper{{hub.DocumentStatutes, "Statuts de l'accord de groupement", "2016-03-01", []actor{forest, mill}}},
	}
}

// representation is a network that speaks for its members and does no business
// with them: exclusion X2. Public actors only fund it.
func representation() story {
	network := federation("Réseau des Initiatives du Velay")
	county := department("Département des Monts")
	members := []actor{association("Épicerie du Puy Vert"), association("Mobilité pour tous en Velay"), association("Les Volcans associatifs"), association("Recyclerie des Gorges")}
	return story{
		pole: pole{
			id: "demo-reseau", name: "Réseau des Initiatives solidaires du Velay", territory: "Velay", commune: "43157",
			summary: "Un réseau qui informe et représente des associations ; elles ne font pas d'affaires ensemble, et le département le subventionne, avec une union de coopératives.",
			sectors: []hub.Sector{hub.SectorServices}, started: "2021-01-01", status: hub.StatusDeclared, judged: "2025-06-12",
			verdicts: []verdict{
				{"X2", hub.VerdictRaised, "Un réseau utile, mais de représentation."},
				{"M6", hub.VerdictSatisfied, "Les membres se connaissent depuis dix ans."},
			},
		},
		seats: []seat{
			carrier(network, "2021-01-01", "Réseau", 6), founder(members[0], "2021-01-01", "Associations", 1), partner(members[1], "2023-03-01", "Associations", 1),
			partner(members[2], "2023-03-01", "Associations", 1), partner(members[3], "2023-09-01", "Associations", 1),
		},
		parts: []part{{who: network, kind: hub.RoleAnimator, from: "2021-01-01"}, {who: county, kind: hub.RoleGrantFunder, from: "2023-01-01", euros: 30_000}},
		searches: []search{
			{title: "Qui coopère avec qui ? 2025", from: "2025-02-01", to: "2025-04-01", covers: []hub.Coverage{hub.CoversTies}},
			{title: "Revue complète 2021-2025", from: "2021-01-01", to: "2026-01-01", covers: everything()},
		},
		ties: []bond{
			{hub.TieInformation, network, members[0], "2021-01-01"}, {hub.TieInformation, network, members[1], "2023-03-01"},
			{hub.TieInformation, network, members[2], "2023-03-01"}, {hub.TieInformation, members[0], members[1], "2023-03-01"},
		},
		deals: []deal{
			{kind: hub.ContractGrant, title: "Subvention 2024 du département", euros: 30_000, signed: "2024-02-01", months: 12, first: county, others: []actor{network}},
			{kind: hub.ContractGrant, title: "Subvention 2025 du département", euros: 32_000, signed: "2025-02-01", months: 12, first: county, others: []actor{network}},
			{kind: hub.ContractGrant, title: "Fonds de soutien 2024-2025 de l'union des coopératives", euros: 50_000, signed: "2024-01-01", months: 24, first: unionSud, others: []actor{network}},
		},
		papers: []paper{
			{hub.DocumentStatutes, "Statuts du réseau", "2021-01-01", []actor{network, members[0]}},
			{hub.DocumentCharter, "Charte du réseau", "2023-10-01", append([]actor{network}, members...)},
		},
	}
}

// chamber is a pole that a consular body carries for craftsmen: exclusion X3.
// The chamber holds most seats and the State pays.
func chamber() story {
	trades := actor{name: "Chambre de métiers du Plateau", kind: hub.KindPublicBody, category: "7381", tier: hub.TierOtherPublic}
	enamel, porcelain, leather, gold := company("Émaux Laval"), company("Porcelaines de l'Aurence"), company("Maroquinerie Desproges"), company("Dorure et Fils")
	crafts, factory := stateBody("Agence des Métiers d'art"), stateBody("Manufacture des Plateaux")
	const consular, craftsmen = "Chambre", "Artisans"
	return story{
		pole: pole{
			id: "demo-consulaire", name: "Pôle Métiers d'art du Plateau", territory: "Bassin de la porcelaine", commune: "87085", vague: true,
			summary: "Des artisans réunis par leur chambre de métiers, qui tient la plupart des sièges ; l'État finance.",
			sectors: []hub.Sector{hub.SectorCulture, hub.SectorOther}, started: "2019-01-01", status: hub.StatusDeclared, judged: "2025-03-20",
			verdicts: []verdict{
				{"X3", hub.VerdictRaised, "La chambre décide et anime seule."},
				{"D1", hub.VerdictNotSatisfied, "Un organisme consulaire est de droit public."},
				{"M7", hub.VerdictNotSatisfied, "Un seul marché, sans lien avec le pôle."},
			},
		},
		seats: []seat{
			carrier(trades, "2019-01-01", consular, 7), founder(enamel, "2019-01-01", craftsmen, 1), founder(porcelain, "2019-01-01", craftsmen, 1),
			partner(leather, "2020-01-01", craftsmen, 1), partner(gold, "2021-06-01", craftsmen, 1),
		},
		parts: []part{
			{who: trades, kind: hub.RoleInitiator, from: "2019-01-01"}, {who: trades, kind: hub.RoleAnimator, from: "2019-01-01"},
			{who: trades, kind: hub.RoleGovernanceSeat, from: "2019-01-01", seats: 7, of: 11}, {who: crafts, kind: hub.RoleGrantFunder, from: "2020-01-01", euros: 80_000},
		},
		searches: []search{
			{title: "Qui coopère avec qui ? 2025", from: "2025-02-01", to: "2025-04-01", covers: []hub.Coverage{hub.CoversTies}, silent: []actor{gold}},
			{title: "Revue complète 2019-2025", from: "2019-01-01", to: "2026-01-01", covers: everything()},
		},
		ties: []bond{
			{hub.TieTraining, trades, enamel, "2019-06-01"}, {hub.TieTraining, trades, porcelain, "2019-06-01"},
			{hub.TieSharedSupport, trades, leather, "2020-06-01"}, {hub.TieSharedSupport, trades, gold, "2021-06-01"},
		},
		deals: []deal{
			{kind: hub.ContractGrant, title: "Subvention 2023-2025 de l'agence des métiers d'art", euros: 80_000, signed: "2023-01-01", months: 36, first: crafts, others: []actor{trades}},
			{kind: hub.ContractPublicProcurement, title: "Plaques émaillées de la manufacture", euros: 15_000, signed: "2024-05-01", months: 24, first: factory, others: []actor{enamel}},
		},
		papers: []paper{{hub.DocumentEvaluation, "Bilan 2023 de la chambre", "2024-03-01", []actor{trades}}},
	}
}

// incubator supports people who start a business: exclusion X4. Nobody knows
// which of its firms belong to the social economy, nor who funds it.
func incubator() story {
	nest := unknownCompany("Couveuse des Dombes")
	firms := []actor{unknownCompany("Atelier Plume"), unknownCompany("Miel et Étangs"), company("Dombes Numérique")}
	return story{
		pole: pole{
			id: "demo-couveuse", name: "Pôle Entreprendre en Dombes", territory: "Dombes", commune: "01053",
			summary: "Une couveuse et les jeunes entreprises qu'elle accompagne ; leur statut et les financeurs restent à connaître.",
			sectors: []hub.Sector{hub.SectorEmployment}, started: "2024-10-01", status: hub.StatusPhase1, judged: "2025-02-10",
			verdicts: []verdict{{"X4", hub.VerdictNotRaised, "La couveuse veut devenir un lieu d'affaires communes."}},
		},
		seats: []seat{carrier(nest, "2024-10-01", "", 0), founder(firms[0], "2024-10-01", "", 0), founder(firms[1], "2024-10-01", "", 0), partner(firms[2], "2025-01-01", "", 0)},
		searches: []search{
			{title: "Revue des contrats 2024-2025", from: "2024-10-01", to: "2026-01-01", covers: []hub.Coverage{hub.CoversContracts}},
		},
		ties: []bond{{hub.TieTraining, nest, firms[0], "2024-10-01"}, {hub.TieSharedPremises, firms[0], firms[1], "2024-10-01"}},
	}
}

// resources informs builders, and an association and a community of
// municipalities carry it together: exclusion X5. The community is a stakeholder
// among others.
func resources() story {
	centre, community := association("Centre de ressources Habitat frugal"), intermunicipality("Communauté de la Côte des Bruyères")
	straw, timber, clay := cooperative("Paille et Terre", hub.ClaimScop), company("Ossatures Kerlann"), association("Maisons de terre")
	laboratory := laboratory("Laboratoire des Matériaux premiers")
	const carriers, builders, science = "Porteurs", "Constructeurs", "Recherche"
	return story{
		pole: pole{
			id: "demo-ressources", name: "Pôle Habitat frugal", territory: "Côte des Bruyères", commune: "22113", site: "Le Manoir des matériaux",
			summary: "Un centre de ressources porté par une association et une communauté de communes, avec des constructeurs et un laboratoire.",
			sectors: []hub.Sector{hub.SectorEcoConstruction}, started: "2020-04-01", status: hub.StatusPhase2, judged: "2025-05-15",
			verdicts: []verdict{
				{"X5", hub.VerdictNotRaised, "Les constructeurs préparent une commande groupée."},
				{"T2", hub.VerdictPartlySatisfied, "Le laboratoire est membre, sans projet commun à ce jour."},
			},
		},
		seats: []seat{
			carrier(centre, "2020-04-01", carriers, 1), carrier(community, "2020-04-01", carriers, 1), founder(straw, "2020-04-01", builders, 1),
			founder(timber, "2020-04-01", builders, 1), partner(clay, "2021-01-01", builders, 1), partner(laboratory, "2022-01-01", science, 1),
		},
		parts: []part{
			{who: centre, kind: hub.RoleAnimator, from: "2020-04-01"}, {who: community, kind: hub.RoleInitiator, from: "2020-04-01"},
			{who: community, kind: hub.RoleGovernanceSeat, from: "2020-04-01", seats: 1, of: 6}, {who: community, kind: hub.RoleHost, from: "2020-10-01"},
		},
		searches: []search{
			{title: "Qui coopère avec qui ? 2025", from: "2025-02-01", to: "2025-04-01", covers: []hub.Coverage{hub.CoversTies}, silent: []actor{timber}},
			{title: "Revue complète 2020-2025", from: "2020-04-01", to: "2026-01-01", covers: everything()},
		},
		ties: []bond{
			{hub.TieInformation, centre, straw, "2020-06-01"}, {hub.TieInformation, centre, timber, "2020-06-01"}, {hub.TieInformation, centre, clay, "2021-06-01"},
			{hub.TieSharedEquipment, straw, clay, "2022-01-01"}, {hub.TieCoGovernance, centre, community, "2020-04-01"},
		},
		deals: []deal{
			{kind: hub.ContractGrant, title: "Subvention 2025 de la communauté", euros: 25_000, signed: "2025-01-15", months: 12, first: community, others: []actor{centre}},
			{kind: hub.ContractService, title: "Isolation d'une école, pour un maître d'ouvrage privé", euros: 48_000, signed: "2024-11-01", months: 18, first: association("Écoles libres du Trégor"), others: []actor{straw}},
			{kind: hub.ContractService, title: "Formations payées par les stagiaires", euros: 12_000, signed: "2025-01-01", months: 12, first: association("Castors du Trégor"), others: []actor{clay}},
		},
		papers: []paper{
			{hub.DocumentStatutes, "Statuts de l'association et convention de portage", "2020-04-01", []actor{centre, community}},
			{hub.DocumentStrategy, "Feuille de route 2023-2026", "2023-02-01", []actor{centre, community}},
		},
	}
}
