package invent

import "polehub/hub"

// stories are the poles told fact by fact.
func stories() []story {
	return []story{sawmill(), representation(), chamber(), incubator(), resources(), autonomy(), project()}
}

// everything is what a full review looks for beside ties.
func everything() []hub.Coverage {
	return []hub.Coverage{hub.CoversContracts, hub.CoversDocuments, hub.CoversRoles}
}

func carrier(who actor, from hub.Date, college hub.Text, votes int) seat {
	return seat{who: who, circle: hub.CircleCarrier, from: from, college: college, votes: votes}
}

func founder(who actor, from hub.Date, college hub.Text, votes int) seat {
	return seat{who: who, circle: hub.CircleFounder, from: from, college: college, votes: votes}
}

func partner(who actor, from hub.Date, college hub.Text, votes int) seat {
	return seat{who: who, circle: hub.CirclePartner, from: from, college: college, votes: votes}
}

// until ends the intervals of members.
func until(day hub.Date, seats ...seat) []seat {
	for i := range seats {
		seats[i].to = day
	}
	return seats
}

// autonomy is the pole of which everything is recorded: statutes with colleges
// and votes, size bands of all members, contracts that share and change their
// amounts. Since 2023 its public members hold more of the capital than a SCIC
// may give them.
func autonomy() story {
	bocage := cooperative("Bocage Autonomie", hub.ClaimScic).staff("11")
	aid := association("Présence à domicile").staff("12")
	joinery := cooperative("Menuiserie de la Sèvre", hub.ClaimScop).staff("03")
	ergonomics := company("Ergotech Bocage").staff("02")
	mutual := actor{name: "Mutuelle du Bocage", kind: hub.KindEnterprise, category: "8210", band: "21"}
	training := school("École de l'Aide et du Soin").staff("11")
	laboratory := laboratory("Laboratoire Vieillissement et Territoires").staff("12")
	town := municipality("Ville de Parthelieu").staff("32")
	county := department("Département des Deux-Gâtines").staff("42")
	region := region("Région des Marches de l'Ouest").staff("51")
	everybody := []actor{bocage, aid, joinery, ergonomics, mutual, training, laboratory, town, county}
	return story{
		pole: pole{
			id: "demo-autonomie", name: "Pôle Bocage Autonomie", territory: "Pays de Gâtine", commune: "79202", site: "La Maison de l'autonomie",
			summary: "Bien vieillir chez soi : une SCIC dont tous les faits sont connus, et dont les collectivités détiennent plus de la moitié du capital depuis 2023.",
			sectors: []hub.Sector{hub.SectorHealthAndCare, hub.SectorHousing}, started: "2017-01-01", status: hub.StatusLaureate, signatory: true, judged: "2024-12-05",
			verdicts: []verdict{
				{"M3", hub.VerdictSatisfied, "La stratégie de 2022 est signée et suivie."},
				{"M8", hub.VerdictPartlySatisfied, "Trois collectivités engagées, mais leur poids au capital dépasse ce que la loi permet."},
				{"L5", hub.VerdictSatisfied, "L'adaptation des logements par un groupement local est une innovation sociale."},
				{"D7", hub.VerdictSatisfied, "Le projet répond à un besoin que personne d'autre ne couvre."},
			},
		},
		seats: []seat{
			carrier(bocage, "2017-01-01", "Salariés et usagers", 2), founder(aid, "2017-01-01", "Salariés et usagers", 2),
			founder(joinery, "2017-01-01", "Entreprises", 1), founder(ergonomics, "2017-01-01", "Entreprises", 1), founder(mutual, "2017-06-01", "Entreprises", 1),
			partner(training, "2018-09-01", "Formation et recherche", 1), partner(laboratory, "2019-01-01", "Formation et recherche", 1),
			partner(town, "2018-03-01", "Collectivités", 1), partner(county, "2019-03-01", "Collectivités", 1),
		},
		parts: []part{
			{who: bocage, kind: hub.RoleAnimator, from: "2017-01-01"},
			{who: aid, kind: hub.RoleInitiator, from: "2017-01-01"},
			{who: town, kind: hub.RoleGovernanceSeat, from: "2018-03-01", seats: 1, of: 9},
			{who: town, kind: hub.RoleCapitalHolder, from: "2018-03-01", capital: 200_000, euros: 20_000},
			{who: county, kind: hub.RoleGovernanceSeat, from: "2019-03-01", seats: 1, of: 9},
			{who: county, kind: hub.RoleCapitalHolder, from: "2019-03-01", capital: 200_000, euros: 20_000},
			{who: region, kind: hub.RoleCapitalHolder, from: "2023-01-01", capital: 150_000, euros: 15_000},
		},
		searches: []search{
			{title: "Qui coopère avec qui ? 2025", from: "2025-02-01", to: "2025-04-01", covers: []hub.Coverage{hub.CoversTies}},
			{title: "Revue complète 2017-2025", from: "2017-01-01", to: "2026-01-01", covers: everything()},
		},
		ties: []bond{
			{hub.TieJointOffer, aid, ergonomics, "2018-01-01"}, {hub.TieReferral, aid, ergonomics, "2018-01-01"},
			{hub.TieJointProject, joinery, ergonomics, "2018-06-01"}, {hub.TieSupply, joinery, ergonomics, "2019-01-01"},
			{hub.TieFinancialSolidarity, mutual, aid, "2019-01-01"}, {hub.TieTraining, training, aid, "2018-09-01"},
			{hub.TieResearch, laboratory, aid, "2019-06-01"}, {hub.TieResearch, laboratory, ergonomics, "2020-01-01"},
			{hub.TieCoGovernance, town, county, "2019-06-01"}, {hub.TieSharedPremises, town, aid, "2018-06-01"},
			{hub.TieSharedSupport, bocage, aid, "2017-06-01"}, {hub.TieSharedStaff, bocage, joinery, "2018-01-01"},
		},
		deals: []deal{
			{kind: hub.ContractObjectivesAgreement, title: "Convention d'objectifs 2019-2021 avec le département", euros: 90_000, signed: "2019-03-01", months: 36, first: county, others: []actor{bocage}},
			{kind: hub.ContractObjectivesAgreement, title: "Convention d'objectifs 2022-2024 avec le département", euros: 120_000, signed: "2022-03-01", months: 36, first: county, others: []actor{bocage},
				amended: revision{"2024-09-15", 160_000, 48}},
			{kind: hub.ContractGrant, title: "Subvention de la ville pour la maison de l'autonomie", euros: 18_000, signed: "2024-01-15", months: 24, first: town, others: []actor{bocage}},
			{kind: hub.ContractCoContracting, title: "Adaptation de 60 logements, groupement momentané", euros: 240_000, signed: "2024-04-01", months: 24, first: county, others: []actor{joinery, ergonomics}},
			{kind: hub.ContractService, title: "Diagnostics d'ergonomie à domicile", euros: 36_000, signed: "2024-01-01", months: 24, first: aid, others: []actor{ergonomics}},
			{kind: hub.ContractSecondment, title: "Mise à disposition d'une coordinatrice", euros: 24_000, signed: "2024-06-01", months: 24, first: mutual, others: []actor{bocage}},
			{kind: hub.ContractPremises, title: "Mise à disposition de la maison de l'autonomie", signed: "2018-06-01", months: 120, first: town, others: []actor{bocage}},
			{kind: hub.ContractPartnership, title: "Convention de partenariat 2023-2027", signed: "2023-01-01", months: 60, first: bocage, others: everybody[1:]},
			{kind: hub.ContractService, title: "Accompagnement à domicile des adhérents de la mutuelle", euros: 60_000, signed: "2019-01-01", months: 60, first: mutual, others: []actor{aid}},
		},
		papers: []paper{
			{hub.DocumentStatutes, "Statuts de la SCIC et règlement des collèges", "2017-01-01", []actor{bocage, aid, joinery, ergonomics}},
			{hub.DocumentStrategy, "Stratégie 2022-2027 du pôle", "2022-01-15", everybody},
			{hub.DocumentEvaluation, "Évaluation croisée 2021", "2021-10-01", []actor{aid, laboratory, county}},
			{hub.DocumentStudy, "Étude des besoins d'adaptation des logements", "2019-11-01", []actor{laboratory}},
		},
	}
}

// project is a grouping that has been declared and of which nothing else is
// recorded yet.
func project() story {
	return story{pole: pole{
		id: "demo-projet", name: "Projet de pôle des Vallées textiles", vague: true,
		summary: "Un projet déclaré : ni ses membres ni son territoire ne sont encore enregistrés.",
		sectors: []hub.Sector{hub.SectorOther}, started: "2024-11-01", status: hub.StatusDeclared,
	}}
}
