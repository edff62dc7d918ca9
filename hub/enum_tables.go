package hub

import (
	"fmt"
	"slices"
	"strings"
)

// EnumValue is one value of an enumeration with its labels for people.
type EnumValue struct{ Code, French, English string }

// Enum is a closed list of codes. Codes never change meaning; clients must
// expect new ones. The lists of this package are tables: nobody changes them.
type Enum struct {
	Name   string
	Values []EnumValue
}

// Has reports whether code is one of the values.
func (e *Enum) Has(code string) bool {
	return slices.ContainsFunc(e.Values, func(v EnumValue) bool { return v.Code == code })
}

// Codes lists the codes, for messages.
func (e *Enum) Codes() string {
	codes := make([]string, len(e.Values))
	for i, v := range e.Values {
		codes[i] = v.Code
	}
	return strings.Join(codes, " ")
}

// Read finds the code that a person wrote: the code itself in any case, or its
// French or English label, accents and case aside.
func (e *Enum) Read(raw string) (string, bool) {
	folded := Fold(raw)
	for _, v := range e.Values {
		if strings.EqualFold(v.Code, strings.TrimSpace(raw)) || Fold(v.French) == folded || Fold(v.English) == folded {
			return v.Code, true
		}
	}
	return "", false
}

func readEnum[T ~string](v *T, raw any, e *Enum) error {
	s, ok := raw.(string)
	if !ok || !e.Has(s) {
		return &Error{Code: BadUserInput, Msg: fmt.Sprintf("%s is not a %s: expected one of %s", Clip(fmt.Sprint(raw), 40), e.Name, e.Codes())}
	}
	*v = T(s)
	return nil
}

// Tris lists the values of Tri.
var Tris = &Enum{"Tri", []EnumValue{
	{"YES", "oui", "yes"},
	{"NO", "non", "no"},
	{"UNKNOWN", "inconnu", "unknown"},
}}

// SourceKinds lists the values of SourceKind.
var SourceKinds = &Enum{"SourceKind", []EnumValue{
	{"OPEN_DATA", "donnée ouverte", "open data"},
	{"SURVEY", "enquête", "survey"},
	{"DOCUMENT", "document", "document"},
	{"DECLARATION", "déclaration", "declaration"},
	{"DEMONSTRATION", "démonstration", "demonstration"},
}}

// OrganisationKinds lists the values of OrganisationKind.
var OrganisationKinds = &Enum{"OrganisationKind", []EnumValue{
	{"ENTERPRISE", "entreprise", "enterprise"},
	{"LOCAL_AUTHORITY", "collectivité territoriale", "local authority"},
	{"RESEARCH_CENTRE", "centre de recherche", "research centre"},
	{"TRAINING_BODY", "organisme de formation", "training body"},
	{"PUBLIC_BODY", "organisme public", "public body"},
	{"NETWORK", "réseau", "network"},
	{"OTHER", "autre", "other"},
}}

// PublicTiers lists the values of PublicTier.
var PublicTiers = &Enum{"PublicTier", []EnumValue{
	{"MUNICIPALITY", "commune", "municipality"},
	{"INTERMUNICIPALITY", "intercommunalité", "intermunicipality"},
	{"DEPARTMENT", "département", "department"},
	{"REGION", "région", "region"},
	{"STATE", "État", "State"},
	{"EUROPEAN", "européen", "European"},
	{"OTHER_PUBLIC", "autre public", "other public"},
}}

// ClaimKinds lists the values of ClaimKind.
var ClaimKinds = &Enum{"ClaimKind", []EnumValue{
	{"ESS", "économie sociale et solidaire", "social economy"},
	{"SCIC", "SCIC", "SCIC"},
	{"SCOP", "SCOP", "SCOP"},
	{"ESUS", "ESUS", "ESUS"},
	{"SIAE", "SIAE", "SIAE"},
	{"MISSION_COMPANY", "société à mission", "mission company"},
	{"EMPLOYER_GROUP", "groupement d'employeurs", "employer group"},
	{"TRAINING_PROVIDER", "organisme de formation déclaré", "declared training provider"},
	{"QUALIOPI", "Qualiopi", "Qualiopi"},
}}

// ClaimBases lists the values of ClaimBasis.
var ClaimBases = &Enum{"ClaimBasis", []EnumValue{
	{"LEGAL_FORM", "forme juridique", "legal form"},
	{"OFFICIAL_LIST", "liste officielle", "official list"},
	{"REGISTER_FLAG", "indicateur de registre", "register flag"},
	{"DECLARED", "déclaré", "declared"},
}}

// LinkKinds lists the values of LinkKind.
var LinkKinds = &Enum{"LinkKind", []EnumValue{
	{"GROUP", "groupe", "group"},
	{"FEDERATION", "fédération", "federation"},
}}

// Sectors lists the values of Sector.
var Sectors = &Enum{"Sector", []EnumValue{
	{"CULTURE", "culture", "culture"},
	{"FOOD", "alimentation", "food"},
	{"ECO_CONSTRUCTION", "éco-construction", "eco-construction"},
	{"MOBILITY", "mobilité", "mobility"},
	{"ENERGY", "énergie", "energy"},
	{"REUSE", "réemploi", "reuse"},
	{"DIGITAL", "numérique", "digital"},
	{"HEALTH_AND_CARE", "santé et soin", "health and care"},
	{"HOUSING", "habitat", "housing"},
	{"TOURISM", "tourisme", "tourism"},
	{"EMPLOYMENT", "emploi et insertion", "employment and insertion"},
	{"SERVICES", "services", "services"},
	{"OTHER", "autre", "other"},
}}

// StatusKinds lists the values of StatusKind.
var StatusKinds = &Enum{"StatusKind", []EnumValue{
	{"PILOT_2012", "pôle témoin 2012", "pilot pole 2012"},
	{"LAUREATE_2013", "lauréat 2013", "laureate 2013"},
	{"LAUREATE_2015", "lauréat 2015", "laureate 2015"},
	{"LAUREATE", "lauréat", "laureate of a later call"},
	{"PHASE_1", "phase 1, émergent", "phase 1, emerging"},
	{"PHASE_2", "phase 2", "phase 2"},
	{"CHARTER_SIGNATORY", "signataire de la charte", "charter signatory"},
	{"DECLARED", "déclaré", "declared"},
}}

// Circles lists the values of Circle.
var Circles = &Enum{"Circle", []EnumValue{
	{"CARRIER", "structure porteuse", "carrier"},
	{"FOUNDER", "fondateur", "founder"},
	{"PARTNER", "partenaire", "partner"},
}}

// RoleKinds lists the values of RoleKind.
var RoleKinds = &Enum{"RoleKind", []EnumValue{
	{"INITIATOR", "initiateur", "initiator"},
	{"GOVERNANCE_SEAT", "siège de gouvernance", "governance seat"},
	{"CAPITAL_HOLDER", "détenteur de capital", "capital holder"},
	{"GRANT_FUNDER", "financeur", "grant funder"},
	{"BUYER", "acheteur", "buyer"},
	{"HOST", "hébergeur", "host"},
	{"ANIMATOR", "animateur", "animator"},
	{"CONVENER", "réunisseur", "convener"},
	{"EVALUATOR", "évaluateur", "evaluator"},
}}

// RoleBases lists the values of RoleBasis.
var RoleBases = &Enum{"RoleBasis", []EnumValue{
	{"DECLARED", "déclaré", "declared"},
	{"DOCUMENTED", "documenté", "documented"},
	{"CONTRACT", "contrat", "contract"},
}}

// TieTypes lists the values of TieType.
var TieTypes = &Enum{"TieType", []EnumValue{
	{"SHARED_PREMISES", "locaux partagés", "shared premises"},
	{"SHARED_STAFF", "personnel partagé", "shared staff"},
	{"SHARED_EQUIPMENT", "équipement partagé", "shared equipment"},
	{"JOINT_PURCHASING", "achats groupés", "joint purchasing"},
	{"SHARED_SUPPORT", "fonctions support partagées", "shared support"},
	{"JOINT_OFFER", "offre commune", "joint offer"},
	{"SUPPLY", "fourniture", "supply"},
	{"JOINT_PROJECT", "projet commun", "joint project"},
	{"RESEARCH", "recherche", "research"},
	{"TRAINING", "formation", "training"},
	{"REFERRAL", "orientation", "referral"},
	{"CO_GOVERNANCE", "co-gouvernance", "co-governance"},
	{"FINANCIAL_SOLIDARITY", "solidarité financière", "financial solidarity"},
	{"INFORMATION", "information", "information"},
	{"TRUST", "confiance", "trust"},
}}

// Claimants lists the values of Claimant.
var Claimants = &Enum{"Claimant", []EnumValue{
	{"FIRST", "première partie", "first party"},
	{"SECOND", "seconde partie", "second party"},
	{"DOCUMENT", "document", "document"},
}}

// ObservationKinds lists the values of ObservationKind.
var ObservationKinds = &Enum{"ObservationKind", []EnumValue{
	{"SURVEY", "enquête", "survey"},
	{"REVIEW", "revue documentaire", "review"},
}}

// Coverages lists the values of Coverage.
var Coverages = &Enum{"Coverage", []EnumValue{
	{"TIES", "liens", "ties"},
	{"MEMBERSHIPS", "adhésions", "memberships"},
	{"ROLES", "rôles", "roles"},
	{"DOCUMENTS", "documents", "documents"},
	{"CONTRACTS", "contrats", "contracts"},
}}

// ContractTypes lists the values of ContractType.
var ContractTypes = &Enum{"ContractType", []EnumValue{
	{"OBJECTIVES_AGREEMENT", "convention pluriannuelle d'objectifs", "objectives agreement"},
	{"GRANT", "subvention", "grant"},
	{"PUBLIC_PROCUREMENT", "marché public", "public procurement"},
	{"CONCESSION", "concession", "concession"},
	{"SERVICE", "prestation", "service"},
	{"PREMISES", "bail ou mise à disposition de locaux", "premises"},
	{"SECONDMENT", "mise à disposition de personnel", "secondment"},
	{"EMPLOYER_GROUP", "groupement d'employeurs", "employer group"},
	{"GIE", "GIE", "economic interest group"},
	{"CAPITAL", "part sociale", "capital share"},
	{"PARTNERSHIP", "partenariat", "partnership"},
	{"CO_CONTRACTING", "groupement momentané", "co-contracting"},
	{"LOAN_OR_GUARANTEE", "prêt ou garantie", "loan or guarantee"},
	{"CHARTER", "charte", "charter"},
	{"OTHER", "autre", "other"},
}}

// PartyRoles lists the values of PartyRole.
var PartyRoles = &Enum{"PartyRole", []EnumValue{
	{"BUYER", "acheteur", "buyer"},
	{"SUPPLIER", "titulaire", "supplier"},
	{"CO_SUPPLIER", "cotitulaire", "co-supplier"},
	{"SUBCONTRACTOR", "sous-traitant", "subcontractor"},
	{"FUNDER", "financeur", "funder"},
	{"BENEFICIARY", "bénéficiaire", "beneficiary"},
	{"LESSOR", "bailleur", "lessor"},
	{"LESSEE", "preneur", "lessee"},
	{"PARTNER", "partenaire", "partner"},
	{"EMPLOYER", "employeur", "employer"},
	{"SHAREHOLDER", "associé", "shareholder"},
	{"ISSUER", "émetteur", "issuer"},
	{"LENDER", "prêteur", "lender"},
	{"BORROWER", "emprunteur", "borrower"},
	{"GUARANTOR", "garant", "guarantor"},
}}

// AmountBases lists the values of AmountBasis.
var AmountBases = &Enum{"AmountBasis", []EnumValue{
	{"FIXED", "ferme", "fixed"},
	{"MAXIMUM", "maximum", "maximum"},
	{"ESTIMATE", "estimation", "estimate"},
	{"UNKNOWN", "inconnu", "unknown"},
}}

// TaxBases lists the values of TaxBasis.
var TaxBases = &Enum{"TaxBasis", []EnumValue{
	{"EXCLUDED", "hors taxes", "excluded"},
	{"INCLUDED", "toutes taxes comprises", "included"},
	{"UNKNOWN", "inconnu", "unknown"},
}}

// ContractStatuses lists the values of ContractStatus.
var ContractStatuses = &Enum{"ContractStatus", []EnumValue{
	{"PENDING", "en attente", "pending"},
	{"ACTIVE", "en cours", "active"},
	{"CANCELLED", "annulé", "cancelled"},
	{"SUPERSEDED", "remplacé", "superseded"},
	{"TERMINATED", "terminé", "terminated"},
}}

// DocumentKinds lists the values of DocumentKind.
var DocumentKinds = &Enum{"DocumentKind", []EnumValue{
	{"STRATEGY", "stratégie", "strategy"},
	{"CHARTER", "charte", "charter"},
	{"STATUTES", "statuts", "statutes"},
	{"EVALUATION", "évaluation", "evaluation"},
	{"AGREEMENT", "convention", "agreement"},
	{"STUDY", "étude", "study"},
}}

// Verdicts lists the values of Verdict.
var Verdicts = &Enum{"Verdict", []EnumValue{
	{"SATISFIED", "rempli", "satisfied"},
	{"PARTLY_SATISFIED", "partiellement rempli", "partly satisfied"},
	{"NOT_SATISFIED", "non rempli", "not satisfied"},
	{"INSUFFICIENT_DATA", "données insuffisantes", "insufficient data"},
	{"RAISED", "relevé", "raised"},
	{"NOT_RAISED", "non relevé", "not raised"},
}}
