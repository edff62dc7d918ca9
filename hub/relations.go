package hub

// allNouns builds the table of nouns and their relations.
func allNouns() []*Noun {
	all := []*Noun{
		sourceNoun(), organisationNoun(), identifierNoun(), claimNoun(), linkNoun(),
		poleNoun(), poleStatusNoun(), siteNoun(), membershipNoun(), roleNoun(),
		observationNoun(), rosterEntryNoun(), tieNoun(),
		contractNoun(), amendmentNoun(), partyNoun(), documentNoun(), assessmentNoun(),
	}
	byName := make(map[string]*Noun, len(all))
	for _, n := range all {
		byName[n.Name] = n
	}
	own := func(from, name, field string) {
		n := byName[from]
		f := n.Field(field)
		n.Relations = append(n.Relations, &Relation{Name: name, From: from, To: f.Ref, Many: f.Type == TypeRefs, Own: f})
	}
	many := func(from, name, to string, via ...string) {
		r := &Relation{Name: name, From: from, To: to, Many: true}
		for _, field := range via {
			r.Via = append(r.Via, byName[to].Field(field))
		}
		byName[from].Relations = append(byName[from].Relations, r)
	}

	many("organisation", "identifiers", "identifier", "organisationId")
	many("organisation", "claims", "claim", "organisationId")
	many("organisation", "partOf", "link", "childId")
	many("organisation", "units", "link", "parentId")
	many("organisation", "poles", "membership", "organisationId")
	many("organisation", "roles", "role", "organisationId")
	many("organisation", "ties", "tie", "fromId", "toId")
	many("organisation", "parties", "party", "organisationId")
	many("organisation", "rosterEntries", "rosterEntry", "organisationId")
	many("organisation", "documents", "document", "signatories")
	party := byName["party"]
	byName["organisation"].Relations = append(byName["organisation"].Relations, &Relation{
		Name: "contracts", From: "organisation", To: "contract", Many: true,
		Through: "party", In: party.Field("organisationId"), Out: party.Field("contractId"),
	})
	own("identifier", "organisation", "organisationId")
	own("claim", "organisation", "organisationId")
	own("link", "child", "childId")
	own("link", "parent", "parentId")

	many("pole", "statusClaims", "poleStatus", "poleId")
	many("pole", "sites", "site", "poleId")
	many("pole", "members", "membership", "poleId")
	many("pole", "roles", "role", "poleId")
	many("pole", "ties", "tie", "poleId")
	many("pole", "observations", "observation", "poleId")
	many("pole", "contracts", "contract", "poles")
	many("pole", "documents", "document", "poleId")
	many("pole", "assessments", "assessment", "poleId")
	own("poleStatus", "pole", "poleId")
	own("site", "pole", "poleId")
	own("membership", "pole", "poleId")
	own("membership", "organisation", "organisationId")
	own("role", "pole", "poleId")
	own("role", "organisation", "organisationId")

	own("observation", "pole", "poleId")
	many("observation", "roster", "rosterEntry", "observationId")
	many("observation", "ties", "tie", "observationId")
	own("rosterEntry", "observation", "observationId")
	own("rosterEntry", "organisation", "organisationId")
	own("tie", "from", "fromId")
	own("tie", "to", "toId")
	own("tie", "pole", "poleId")
	own("tie", "observation", "observationId")

	many("contract", "parties", "party", "contractId")
	many("contract", "amendments", "amendment", "contractId")
	own("contract", "poles", "poles")
	own("amendment", "contract", "contractId")
	own("party", "contract", "contractId")
	own("party", "organisation", "organisationId")
	own("document", "pole", "poleId")
	own("document", "signatories", "signatories")
	own("assessment", "pole", "poleId")
	own("assessment", "authorOrganisation", "authorOrganisationId")
	return all
}
