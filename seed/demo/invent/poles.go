package invent

import "polehub/hub"

// actor is one line of the tables of members.
type actor struct {
	name     string
	kind     hub.OrganisationKind
	category string   // INSEE legal category
	reason   hub.Text // why the kind is not what the category says
	tier     hub.PublicTier
	ess      hub.Tri // by an official list; empty: only the legal form speaks
	disputed bool    // a declaration and a register disagree on ESS
	statuses []hub.ClaimKind
	band     hub.Text // the size band; empty: drawn for enterprises
}

// staff states the size band of an actor.
func (a actor) staff(band hub.Text) actor {
	a.band = band
	return a
}

func association(name string) actor {
	return actor{name: name, kind: hub.KindEnterprise, category: "9220"}
}

func cooperative(name string, statuses ...hub.ClaimKind) actor {
	return actor{name: name, kind: hub.KindEnterprise, category: "5710", ess: hub.TriYes, statuses: statuses}
}

// isCooperative says whether an actor has capital that others may hold.
func (a actor) isCooperative() bool { return a.category == "5710" && a.ess == hub.TriYes }

func company(name string) actor {
	return actor{name: name, kind: hub.KindEnterprise, category: "5499", ess: hub.TriNo}
}

func unknownCompany(name string) actor {
	return actor{name: name, kind: hub.KindEnterprise, category: "5710"}
}

func disputed(name string) actor {
	return actor{name: name, kind: hub.KindEnterprise, category: "5710", disputed: true}
}

func municipality(name string) actor {
	return actor{name: name, kind: hub.KindLocalAuthority, category: "7210", tier: hub.TierMunicipality}
}

func intermunicipality(name string) actor {
	return actor{name: name, kind: hub.KindLocalAuthority, category: "7348", tier: hub.TierIntermunicipality}
}

func region(name string) actor {
	return actor{name: name, kind: hub.KindLocalAuthority, category: "7230", tier: hub.TierRegion}
}

func department(name string) actor {
	return actor{name: name, kind: hub.KindLocalAuthority, category: "7220", tier: hub.TierDepartment}
}

func laboratory(name string) actor {
	return actor{name: name, kind: hub.KindResearchCentre, category: "7383", tier: hub.TierState}
}

func school(name string) actor {
	return actor{name: name, kind: hub.KindTrainingBody, category: "9220", reason: "association dont l'activité est la formation"}
}

func stateBody(name string) actor {
	return actor{name: name, kind: hub.KindPublicBody, category: "7389", tier: hub.TierState}
}

func federation(name string) actor {
	return actor{name: name, kind: hub.KindNetwork, category: "9220", reason: "association qui fédère et représente ses membres"}
}

// shape is how the ties of a pole lie.
type shape int

const (
	star   shape = iota // all ties meet at the carrier
	dense               // nearly everybody works with everybody
	split               // two halves that do not meet
	sparse              // a few ties
	mixed               // circles of neighbours and some bridges
)

// pole is one line of the table of poles.
type pole struct {
	id, name, summary, territory, commune string
	sectors                               []hub.Sector
	started, ended                        hub.Date
	vague                                 bool // the territory is only named, without codes
	status                                hub.StatusKind
	signatory                             bool
	site                                  string
	members                               []actor // the carrier first
	founders                              int
	left                                  int // 1: the last member left and came back
	shape                                 shape
	answered                              int  // percent of the members that answered the survey of 2025
	olderSurvey                           bool // there was one in 2018 too
	funder                                int  // member that gives most of the money
	dominated                             bool // nearly all public money from that one
	documents                             int  // 0 none … 3 strategy, charter and evaluation
	verdicts                              []verdict
	judged                                hub.Date // when they were given
}

type verdict struct {
	criterion string
	verdict   hub.Verdict
	reasons   string
}

// The actors of several poles.
var (
	regionSud   = region("Région du Levant")
	solidarity  = federation("Fédération des Ateliers solidaires")
	unionSud    = federation("Union des Coopératives du Sud")
	bank        = stateBody("Caisse des Territoires")
	bicycles    = cooperative("Ateliers du Cycle", hub.ClaimScop)
	greenSchool = school("École des Transitions")
)

func poles() []pole {
	return []pole{
		{
			id: "demo-velo", name: "Pôle Vélo de la Vallée", territory: "Vallée de la Drôme", commune: "26108",
			summary: "Construire, réparer et louer des vélos ensemble : un pôle dense, bien observé.",
			sectors: []hub.Sector{hub.SectorMobility, hub.SectorReuse}, started: "2014-01-01", status: hub.StatusLaureate2013, signatory: true, site: "La Halle aux vélos",
			members: []actor{
				cooperative("La Roue commune", hub.ClaimScic), bicycles, association("Vélo pour tous"), company("Cadres et Jantes"), municipality("Commune de Valdrôme-sur-Lez"),
				greenSchool, laboratory("Laboratoire Mobilités douces"), solidarity, unknownCompany("Sacoches Colibri"), association("Réparons !"),
			},
			founders: 4, shape: dense, answered: 100, olderSurvey: true, funder: 4, documents: 3,
			verdicts: []verdict{{"M4", hub.VerdictSatisfied, "Les ateliers partagent locaux, outillage et commandes."}, {"M8", hub.VerdictPartlySatisfied, "La commune héberge, l'intercommunalité est absente."}},
		},
		{
			id: "demo-etoile", name: "Pôle Scènes et Métiers", territory: "Agglomération roubaisienne", commune: "59512",
			summary: "Un pôle culturel en étoile : presque tout passe par la structure porteuse.",
			sectors: []hub.Sector{hub.SectorCulture}, started: "2013-03-01", status: hub.StatusPilot2012, site: "La Filature",
			members: []actor{
				association("La Coordination des Scènes"), association("Théâtre du Canal"), association("Compagnie Passerelle"), cooperative("Imprimerie du Nord", hub.ClaimScop), company("Sonolux"),
				association("Fanfare ouverte"), disputed("Studio Grand Angle"), municipality("Ville de Rouvraix"), intermunicipality("Métropole des Canaux"), greenSchool,
				association("Ciné Mobile"), company("Décors Lemoine"), bank, association("Radio Quartiers"),
			},
			founders: 5, left: 1, shape: star, answered: 80, olderSurvey: true, funder: 8, documents: 2,
			verdicts: []verdict{{"M4", hub.VerdictNotSatisfied, "Sans la structure porteuse, les liens disparaissent."}},
		},
		{
			id: "demo-deux-rives", name: "Pôle des Deux Rives", territory: "Estuaire", commune: "44109",
			summary: "Deux groupes qui ne coopèrent pas encore : l'alimentation d'un côté, le réemploi de l'autre.",
			sectors: []hub.Sector{hub.SectorFood, hub.SectorReuse}, started: "2016-09-01", status: hub.StatusLaureate2015, site: "",
			members: []actor{
				association("Rives en commun"), cooperative("La Moisson partagée", hub.ClaimScic), association("Paniers d'Estuaire"), company("Conserverie Ligéria"), association("Jardins de Cocagne du Fleuve"), municipality("Commune de Port-Clair"),
				cooperative("Ressourcerie du Quai", hub.ClaimScic, hub.ClaimEsus), association("Second Souffle"), company("Métaux Brière"), association("Les Bâtisseurs du réemploi"), department("Département de l'Estuaire"), solidarity,
			},
			founders: 3, shape: split, answered: 92, funder: 10, documents: 1,
		},
		{
			id: "demo-silence", name: "Pôle Réemploi du Fleuve", territory: "Rive droite", commune: "33063",
			summary: "La moitié des membres n'a pas répondu à l'enquête : la densité reste entre deux bornes éloignées.",
			sectors: []hub.Sector{hub.SectorReuse, hub.SectorEmployment}, started: "2018-05-01", status: hub.StatusPhase1, site: "Hangar 12",
			members: []actor{
				association("Réemploi Rive droite"), association("Tri Solidaire"), cooperative("Textiles d'Aquilon", hub.ClaimSiae), association("La Bricothèque"), company("Palettes Garonne"), unknownCompany("Bois Flotté"),
				association("Insertion Plus"), municipality("Commune de Lormeaux"), intermunicipality("Communauté du Confluent"), school("CFA des Matériaux"), laboratory("Institut du Cycle de vie"), association("Repair Estey"),
				unknownCompany("Verre et Compagnie"), company("Transports Médoc"), association("Les Cartons verts"), stateBody("Agence de l'Économie circulaire"),
			},
			founders: 4, shape: mixed, answered: 50, funder: 8, documents: 1,
		},
		{
			id: "demo-un-seul", name: "Pôle Terres nourricières", territory: "Pays des Hauts Plateaux", commune: "35238",
			summary: "Un pôle alimentaire qui dépend d'un seul financeur public.",
			sectors: []hub.Sector{hub.SectorFood}, started: "2015-02-01", status: hub.StatusLaureate2015, signatory: true, site: "Le Fournil",
			members: []actor{
				association("Terres et Tables"), cooperative("Moulin du Plateau", hub.ClaimScop), association("Semences libres"), company("Laiterie Belhêtre"), regionSud, association("Cantines vertes"),
				school("Lycée agricole des Hauts Plateaux"), cooperative("Bio Plateau", hub.ClaimScic), association("Glaneurs"),
			},
			founders: 3, shape: mixed, answered: 89, funder: 4, dominated: true, documents: 2,
			verdicts: []verdict{{"M8", hub.VerdictSatisfied, "La région siège au conseil et finance."}},
		},
		{
			id: "demo-petit", name: "Pôle Montagne douce", territory: "Haut pays", commune: "15014",
			summary: "Trois membres : trop petit pour conclure.",
			sectors: []hub.Sector{hub.SectorTourism}, started: "2022-06-01", status: hub.StatusDeclared,
			members:  []actor{association("Gîtes en réseau"), company("Traîneaux du Puy"), municipality("Commune de Saint-Amblard")},
			founders: 2, shape: sparse, answered: 67, funder: 2, documents: 0,
		},
		{
			id: "demo-grand", name: "Pôle Littoral solidaire", territory: "Littoral", commune: "13055",
			summary: "Vingt-huit membres, plusieurs filières, un groupe de sociétés et deux vagues d'enquête.",
			sectors: []hub.Sector{hub.SectorEnergy, hub.SectorDigital, hub.SectorHousing, hub.SectorServices}, started: "2012-11-01", status: hub.StatusPilot2012, signatory: true, site: "Le Phare",
			members: []actor{
				cooperative("Littoral Coop", hub.ClaimScic, hub.ClaimEsus), association("Habitat partagé Sud"), company("Groupe Marée"), company("Marée Logistique"), {name: "Marée Formation", kind: hub.KindTrainingBody, category: "5499", reason: "société dont l'activité est la formation"},
				cooperative("Énergies du Golfe", hub.ClaimScic), association("Numérique pour tous"), company("Datacalanque"), association("Aide à domicile des Pins"), cooperative("Toits solaires", hub.ClaimScop),
				municipality("Ville de Port-Mistral"), intermunicipality("Métropole du Golfe"), department("Département des Calanques"), regionSud, stateBody("Établissement foncier du Sud"), bank,
				laboratory("Laboratoire Villes et Littoraux"), laboratory("Institut des Énergies marines"), greenSchool, school("Campus des Métiers"), unionSud, solidarity,
				disputed("Ateliers numériques"), association("La Conciergerie"), company("Peintures Azur"), unknownCompany("Voiles et Toiles"), association("Crèches du Port"), association("Jardins suspendus"),
			},
			founders: 8, shape: mixed, answered: 75, olderSurvey: true, funder: 11, documents: 3,
			verdicts: []verdict{{"M2", hub.VerdictSatisfied, "Au-delà de dix membres, avec une taille critique."}, {"M4", hub.VerdictPartlySatisfied, "Plusieurs cercles, peu de ponts."}, {"M8", hub.VerdictSatisfied, "Quatre niveaux publics engagés."}},
		},
	}
}
