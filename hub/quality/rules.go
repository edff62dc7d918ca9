package quality

import (
	"slices"
	"strings"

	"polehub/hub"
)

// The codes of the rules, besides those of flags (see flagRules).
const (
	FactWithoutSource Code = "FACT_WITHOUT_SOURCE"

	PossibleDuplicate       Code = "POSSIBLE_DUPLICATE"
	SeatDisagrees           Code = "SEAT_DISAGREES"
	TierMissing             Code = "TIER_MISSING"
	IdentifierInvalid       Code = "IDENTIFIER_INVALID"
	ClaimsDisagree          Code = "CLAIMS_DISAGREE"
	LinkCycle               Code = "LINK_CYCLE"
	LinkOutsideOrganisation Code = "LINK_OUTSIDE_ORGANISATION"
	LinkLeftOpen            Code = "LINK_LEFT_OPEN"

	PoleWithoutMembers            Code = "POLE_WITHOUT_MEMBERS"
	PoleWithoutCarrier            Code = "POLE_WITHOUT_CARRIER"
	PoleUndated                   Code = "POLE_UNDATED"
	MembershipOutsideOrganisation Code = "MEMBERSHIP_OUTSIDE_ORGANISATION"
	MembershipOutsidePole         Code = "MEMBERSHIP_OUTSIDE_POLE"
	MembershipLeftOpen            Code = "MEMBERSHIP_LEFT_OPEN"
	MembershipsOverlap            Code = "MEMBERSHIPS_OVERLAP"
	MembershipUndated             Code = "MEMBERSHIP_UNDATED"
	RoleOutsideOrganisation       Code = "ROLE_OUTSIDE_ORGANISATION"
	RoleOutsidePole               Code = "ROLE_OUTSIDE_POLE"
	RoleLeftOpen                  Code = "ROLE_LEFT_OPEN"
	CapitalOverWhole              Code = "CAPITAL_OVER_WHOLE"
	CapitalOverCeiling            Code = "CAPITAL_OVER_CEILING"
	SeatsOverTotal                Code = "SEATS_OVER_TOTAL"
	SeatTotalsDiffer              Code = "SEAT_TOTALS_DIFFER"

	ObservationWithoutRoster Code = "OBSERVATION_WITHOUT_ROSTER"
	ObservationUndated       Code = "OBSERVATION_UNDATED"
	TieOutsideOrganisation   Code = "TIE_OUTSIDE_ORGANISATION"
	TieLeftOpen              Code = "TIE_LEFT_OPEN"
	TieOneSided              Code = "TIE_ONE_SIDED"

	ContractSignedAfterEnd   Code = "CONTRACT_SIGNED_AFTER_END"
	ContractTermDisagrees    Code = "CONTRACT_TERM_DISAGREES"
	ContractOutsidePole      Code = "CONTRACT_OUTSIDE_POLE"
	ContractUndated          Code = "CONTRACT_UNDATED"
	ContractWithoutAmount    Code = "CONTRACT_WITHOUT_AMOUNT"
	ContractWithoutParties   Code = "CONTRACT_WITHOUT_PARTIES"
	ContractShortOfParties   Code = "CONTRACT_SHORT_OF_PARTIES"
	AmendmentBeforeContract  Code = "AMENDMENT_BEFORE_CONTRACT"
	AmendmentsDisagree       Code = "AMENDMENTS_DISAGREE"
	AmendmentUndated         Code = "AMENDMENT_UNDATED"
	PartyOutsideOrganisation Code = "PARTY_OUTSIDE_ORGANISATION"
	PartyLeft                Code = "PARTY_LEFT"

	DocumentUndated Code = "DOCUMENT_UNDATED"
)

// Rules lists all rules, the worst first.
func Rules() []*Rule {
	rules := slices.Concat(organisationRules(), poleRules(), tieRules(), contractRules(), rulesOfFlags())
	slices.SortStableFunc(rules, func(a, b *Rule) int {
		return slices.Index(Severities(), a.Severity) - slices.Index(Severities(), b.Severity)
	})
	return rules
}

// Choose gives the codes of the rules that have one of these codes and one of these
// severities, where nil is any: never nil itself. A code of no rule is BadUserInput
// naming codes.
func Choose(codes []string, severities []Severity) ([]Code, error) {
	chosen := []Code{}
	var known []string
	for _, r := range Rules() {
		known = append(known, string(r.Code))
		if (codes == nil || slices.Contains(codes, string(r.Code))) && (severities == nil || slices.Contains(severities, r.Severity)) {
			chosen = append(chosen, r.Code)
		}
	}
	for _, code := range codes {
		if !slices.Contains(known, code) {
			return nil, hub.Invalid("codes", "%q is not the code of a rule: expected one of %s", hub.Clip(code, 60), strings.Join(known, " "))
		}
	}
	return chosen, nil
}

func organisationRules() []*Rule {
	org, link := hub.OrganisationNoun, hub.LinkNoun
	return []*Rule{
		{FactWithoutSource, Warning, nil,
			Text{"fait sans source", "fact without a source"},
			Text{"dire d'où vient le fait : créer la source et la nommer", "say where the fact comes from: create the source and name it"}},
		{PossibleDuplicate, Error, org,
			Text{"un numéro (SIREN, RNA), plusieurs organisations", "one number (SIREN, RNA), several organisations"},
			Text{"si c'est la même, réunir ses faits sur une seule et supprimer l'autre ; sinon corriger le numéro", "if they are one, bring its facts together and delete the other; else correct the number"}},
		{SeatDisagrees, Error, org,
			Text{"commune du siège située dans un autre département", "commune of the seat lies in another département"},
			Text{"corriger la commune (code INSEE, non postal) ou le département", "correct the commune (INSEE code, not postal) or the département"}},
		{TierMissing, Info, org,
			Text{"collectivité dont l'échelon n'est pas dit", "local authority of no stated tier"},
			Text{"donner l'échelon : commune, intercommunalité, département, région", "give the tier: municipality, intermunicipality, department, region"}},
		{IdentifierInvalid, Warning, hub.IdentifierNoun,
			Text{"identifiant qui ne passe pas son contrôle", "identifier that fails its check"},
			Text{"chercher le bon numéro dans le répertoire et l'écrire", "look up the right number in the register and write it"}},
		{ClaimsDisagree, Warning, hub.ClaimNoun,
			Text{"un statut affirmé et nié pour la même période", "a status claimed and denied for the same time"},
			Text{"dater les deux déclarations, ou retirer celle qui est fausse", "date both claims, or remove the wrong one"}},
		{LinkCycle, Error, link,
			Text{"organisations qui font partie les unes des autres, en rond", "organisations that are part of each other, in a circle"},
			Text{"dater ou retirer l'un des liens", "date or remove one of the links"}},
		{LinkOutsideOrganisation, Error, link,
			Text{"lien hors de la vie d'une organisation", "link outside the life of an organisation"},
			Text{"corriger les dates du lien ou celles de l'organisation", "correct the days of the link or those of the organisation"}},
		{LinkLeftOpen, Warning, link,
			Text{"lien sans fin avec une organisation qui n'existe plus", "link without an end to an organisation that is closed"},
			Text{"donner la date de fin du lien", "give the day the link ended"}},
	}
}

func poleRules() []*Rule {
	pole, membership, role := hub.PoleNoun, hub.MembershipNoun, hub.RoleNoun
	return []*Rule{
		{PoleWithoutMembers, Warning, pole,
			Text{"pôle sans membre", "pole without members"},
			Text{"ajouter les adhésions, ou une observation qui les a cherchées", "add the memberships, or an observation that looked for them"}},
		{PoleWithoutCarrier, Warning, pole,
			Text{"pôle sans structure porteuse, à aucune date", "pole without a carrier at any time"},
			Text{"dire quelle organisation le porte (cercle CARRIER)", "say which organisation carries it (circle CARRIER)"}},
		{PoleUndated, Info, pole,
			Text{"pôle dont le début n'est pas connu", "pole of unknown start"},
			Text{"donner la date de début", "give the day it started"}},
		{MembershipOutsideOrganisation, Error, membership,
			Text{"adhésion hors de la vie de l'organisation", "membership outside the life of the organisation"},
			Text{"corriger les dates de l'adhésion ou de l'organisation ; une organisation qui succède à une autre en est une nouvelle", "correct the days of the membership or the organisation; a successor is an organisation of its own"}},
		{MembershipOutsidePole, Error, membership,
			Text{"adhésion hors de la vie du pôle", "membership outside the life of the pole"},
			Text{"corriger les dates de l'adhésion ou du pôle", "correct the days of the membership or the pole"}},
		{MembershipLeftOpen, Warning, membership,
			Text{"adhésion sans fin à un pôle terminé, ou d'une organisation qui n'existe plus", "membership without an end in a pole that ended, or of an organisation that is closed"},
			Text{"donner la date de fin de l'adhésion", "give the day the membership ended"}},
		{MembershipsOverlap, Warning, membership,
			Text{"deux adhésions de la même organisation, dans le même cercle, en même temps", "two memberships of one organisation in one circle at the same time"},
			Text{"en garder une avec toutes les sources, ou corriger les dates", "keep one with all sources, or correct the days"}},
		{MembershipUndated, Info, membership,
			Text{"adhésion dont le début n'est pas connu", "membership of unknown start"},
			Text{"donner la date de début de l'adhésion", "give the day the membership started"}},
		{RoleOutsideOrganisation, Error, role,
			Text{"rôle hors de la vie de l'organisation", "role outside the life of the organisation"},
			Text{"corriger les dates du rôle ou de l'organisation", "correct the days of the role or the organisation"}},
		{RoleOutsidePole, Warning, role,
			Text{"rôle qui n'a aucun jour en commun avec la vie du pôle", "role without a day in common with the life of the pole"},
			Text{"corriger les dates du rôle ou du pôle", "correct the days of the role or the pole"}},
		{RoleLeftOpen, Warning, role,
			Text{"rôle sans fin dans un pôle terminé, ou d'une organisation qui n'existe plus", "role without an end in a pole that ended, or of an organisation that is closed"},
			Text{"donner la date de fin du rôle", "give the day the role ended"}},
		{CapitalOverWhole, Error, role,
			Text{"parts de capital dont la somme dépasse le tout", "shares of capital that are more than the whole"},
			Text{"corriger les parts, ou dater celles qui ont changé", "correct the shares, or date those that changed"}},
		{CapitalOverCeiling, Warning, role,
			Text{"collectivités au-delà de la moitié du capital d'une SCIC (loi 47-1775, art. 19 septies)", "local authorities over half of the capital of a SCIC (loi 47-1775, art. 19 septies)"},
			Text{"vérifier les parts et le statut de SCIC ; si tout est exact, c'est à la structure porteuse de le corriger", "check the shares and the SCIC status; if they are right, it is for the carrier to mend"}},
		{SeatsOverTotal, Error, role,
			Text{"sièges plus nombreux que le total déclaré", "more seats than the stated total"},
			Text{"corriger les sièges ou le total, ou dater ceux qui ont changé", "correct the seats or the total, or date those that changed"}},
		{SeatTotalsDiffer, Warning, role,
			Text{"totaux de sièges différents au même moment", "different totals of seats at one time"},
			Text{"écrire le même total partout, ou dater ses changements", "write one total everywhere, or date its changes"}},
	}
}

func tieRules() []*Rule {
	observation, tie := hub.ObservationNoun, hub.TieNoun
	return []*Rule{
		{ObservationWithoutRoster, Warning, observation,
			Text{"observation de liens sans liste d'enquêtés : aucune absence de lien n'est connue", "observation of ties without a roster: no absence of a tie is known"},
			Text{"dire qui a été interrogé et qui a répondu", "say who was asked and who answered"}},
		{ObservationUndated, Warning, observation,
			Text{"observation sans date : elle ne vaut pour aucun jour", "observation without a day: it covers none"},
			Text{"donner la période observée", "give the period observed"}},
		{TieOutsideOrganisation, Error, tie,
			Text{"lien de coopération hors de la vie d'une organisation", "cooperation tie outside the life of an organisation"},
			Text{"corriger les dates du lien ou de l'organisation", "correct the days of the tie or the organisation"}},
		{TieLeftOpen, Warning, tie,
			Text{"lien de coopération sans fin avec une organisation qui n'existe plus", "cooperation tie without an end with an organisation that is closed"},
			Text{"donner la date de fin du lien", "give the day the tie ended"}},
		{TieOneSided, Info, tie,
			Text{"lien dit par un seul des deux, qui ont tous deux répondu", "tie claimed by one of two that both answered"},
			Text{"demander à l'autre ; c'est peut-être un vrai désaccord, à garder", "ask the other one; it may be a true disagreement, to be kept"}},
		{DocumentUndated, Info, hub.DocumentNoun,
			Text{"document sans date", "document without a day"},
			Text{"donner la date du document", "give the day of the document"}},
	}
}

func contractRules() []*Rule {
	contract, amendment, party := hub.ContractNoun, hub.AmendmentNoun, hub.PartyNoun
	return []*Rule{
		{ContractSignedAfterEnd, Error, contract,
			Text{"contrat signé ou notifié après sa fin", "contract signed or notified after its end"},
			Text{"corriger les dates du contrat", "correct the days of the contract"}},
		{ContractTermDisagrees, Warning, contract,
			Text{"durée du contrat et dates à plus d'un mois d'écart", "duration of the contract and its days more than a month apart"},
			Text{"corriger la durée ou les dates", "correct the duration or the days"}},
		{ContractOutsidePole, Warning, contract,
			Text{"contrat d'un pôle hors de la vie de ce pôle", "contract of a pole outside the life of that pole"},
			Text{"corriger les dates, ou retirer le pôle du contrat", "correct the days, or take the pole off the contract"}},
		{ContractUndated, Warning, contract,
			Text{"contrat sans aucune date", "contract without any day"},
			Text{"donner la date de début, de signature ou de notification", "give the day it starts, was signed or was notified"}},
		{ContractWithoutAmount, Info, contract,
			Text{"contrat sans montant", "contract without an amount"},
			Text{"chercher le montant ; il n'est jamais compté pour zéro", "find the amount; it is never counted as zero"}},
		{ContractWithoutParties, Info, contract,
			Text{"contrat sans partie", "contract without parties"},
			Text{"nommer les parties", "name the parties"}},
		{ContractShortOfParties, Warning, contract,
			Text{"contrat avec une seule partie", "contract with one party"},
			Text{"nommer l'autre partie, ou une partie sans organisation si elle est inconnue", "name the other party, or a party without organisation when it is not known"}},
		{AmendmentBeforeContract, Warning, amendment,
			Text{"avenant daté d'avant son contrat", "amendment dated before its contract"},
			Text{"corriger l'une des deux dates", "correct one of the two days"}},
		{AmendmentsDisagree, Warning, amendment,
			Text{"deux avenants du même jour qui se contredisent", "two amendments of one day that contradict each other"},
			Text{"corriger les dates ou les valeurs : le dernier numéro l'emporte", "correct the days or the values: the last number wins"}},
		{AmendmentUndated, Warning, amendment,
			Text{"avenant sans date, jamais appliqué", "amendment without a day, never applied"},
			Text{"donner la date de l'avenant", "give the day of the amendment"}},
		{PartyOutsideOrganisation, Error, party,
			Text{"contrat qui commence hors de la vie d'une de ses parties", "contract that starts outside the life of one of its parties"},
			Text{"corriger la date, ou nommer l'organisation qui a succédé ou précédé", "correct the day, or name the organisation before or after it"}},
		{PartyLeft, Warning, party,
			Text{"contrat du pôle avec une organisation qui l'avait quitté", "contract of the pole with an organisation that had left it"},
			Text{"vérifier la fin de l'adhésion, ou retirer le pôle du contrat", "check the end of the membership, or take the pole off the contract"}},
	}
}
