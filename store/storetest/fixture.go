package storetest

import "polehub/hub"

// fixture is the small hub that the hand-written expectations are about.
//
//	poles  sud (2014), nord (2016), vide (nothing is known of it)
//	ties   a—b and a→c in sud, b→a outside any pole
//	bail   of poles nord and sud: a lessor, b and c lessees
//	achat  of pole sud: a buyer, b supplier, a beneficiary, an unknown party
//	don    of no pole, no parties, amended twice
func fixture() []hub.Record {
	records := []hub.Record{
		&hub.Source{ID: "source:s", Title: "Enquête 2024", Kind: hub.SourceSurvey},
		&hub.Pole{ID: "pole:sud", Name: "Pôle Sud", Sectors: []hub.Sector{hub.SectorFood, hub.SectorReuse}, StartedOn: "2014-01-01"},
		&hub.Pole{ID: "pole:nord", Name: "pole-nord", Sectors: []hub.Sector{hub.SectorReuse}, StartedOn: "2016-01-01"},
		&hub.Pole{ID: "pole:vide", Name: "Vide"},
	}
	records = append(records, fixtureOrganisations()...)
	records = append(records, fixturePole()...)
	return append(records, fixtureContracts()...)
}

// fixtureOrganisations: a and b sort by the same key, e by none; B comes before
// a in the order of bytes.
func fixtureOrganisations() []hub.Record {
	return []hub.Record{
		&hub.Organisation{ID: "org:a", Name: "Éclair", Kind: hub.KindEnterprise, Aliases: []string{"La Fabrique"}, CreatedOn: "2010-05-01", Latitude: new(45.75)},
		&hub.Organisation{ID: "org:b", Name: "eclair", Kind: hub.KindLocalAuthority, CreatedOn: "2012-01-01", PublicTier: hub.TierMunicipality, Latitude: new(-0.5)},
		&hub.Organisation{ID: "org:c", Name: "Zèbre & Cœur", Kind: hub.KindEnterprise, SizeBandYear: new(2023)},
		&hub.Organisation{ID: "org:B", Name: "Atelier d'Été 100%", Kind: hub.KindOther, CreatedOn: "2012-01-01"},
		&hub.Organisation{ID: "org:e", Name: "🦓", Kind: hub.KindOther, SizeBandYear: new(2021)},
		&hub.Identifier{ID: "identifier:a", OrganisationID: "org:a", Scheme: "SIREN", Value: "123456782", Raw: "123 456 782", Valid: hub.TriYes},
		&hub.Identifier{ID: "identifier:b", OrganisationID: "org:b", Scheme: "RNA", Raw: "?", Valid: hub.TriNo, Fact: hub.Fact{Flags: []hub.Flag{{Field: "raw", Code: hub.FlagRNAFormat, Raw: "?"}}}},
		&hub.Link{ID: "link:1", ChildID: "org:c", ParentID: "org:a", Kind: hub.LinkGroup},
	}
}

func fixturePole() []hub.Record {
	survey := hub.Fact{SourceIDs: []hub.ID{"source:s"}}
	return []hub.Record{
		&hub.PoleStatus{ID: "status:1", PoleID: "pole:sud", Status: hub.StatusDeclared},
		&hub.Site{ID: "site:1", PoleID: "pole:sud", Name: "La Halle", Latitude: new(43.3), Longitude: new(5.4)},
		&hub.Membership{ID: "membership:1", PoleID: "pole:sud", OrganisationID: "org:a", Circle: hub.CircleCarrier, Votes: new(3), Period: hub.Period{ValidFrom: "2014-01-01"}, Fact: survey},
		&hub.Membership{ID: "membership:2", PoleID: "pole:sud", OrganisationID: "org:b", Circle: hub.CircleFounder, Period: hub.Period{ValidFrom: "2014-01-01", ValidTo: "2020-01-01"}, Fact: survey},
		&hub.Membership{ID: "membership:3", PoleID: "pole:sud", OrganisationID: "org:c", Circle: hub.CirclePartner, Votes: new(1)},
		&hub.Membership{ID: "membership:4", PoleID: "pole:nord", OrganisationID: "org:a", Circle: hub.CirclePartner, Votes: new(0), Period: hub.Period{ValidFrom: "2020-01-01"}},
		&hub.Role{ID: "role:1", PoleID: "pole:sud", OrganisationID: "org:b", Role: hub.RoleHost, Basis: hub.RoleBasisDeclared, CapitalShare: new(hub.Ratio(250_000))},
		&hub.Observation{ID: "observation:1", PoleID: "pole:sud", Kind: hub.ObservationSurvey, Covers: []hub.Coverage{hub.CoversTies}},
		&hub.Observation{ID: "observation:2", PoleID: "pole:nord", Covers: []hub.Coverage{hub.CoversDocuments}},
		&hub.RosterEntry{ID: "roster:1", ObservationID: "observation:1", OrganisationID: "org:a", Responded: hub.TriYes},
		&hub.Tie{ID: "tie:1", Type: hub.TieJointOffer, FromID: "org:a", ToID: "org:b", PoleID: "pole:sud", ClaimedBy: []hub.Claimant{hub.ByFirst, hub.BySecond}, Strengths: []int{2, 4}, ObservationID: "observation:1"},
		&hub.Tie{ID: "tie:2", Type: hub.TieSupply, FromID: "org:a", ToID: "org:c", PoleID: "pole:sud", ClaimedBy: []hub.Claimant{hub.ByFirst}},
		&hub.Tie{ID: "tie:3", Type: hub.TieSupply, FromID: "org:b", ToID: "org:a", ClaimedBy: []hub.Claimant{hub.ByDocument}},
		&hub.Document{ID: "document:1", PoleID: "pole:sud", Kind: hub.DocumentCharter, Title: "Charte", SignatoryIDs: []hub.ID{"org:c", "org:a"}},
		&hub.Document{ID: "document:2", PoleID: "pole:sud", Kind: hub.DocumentStudy, Title: "Étude"},
	}
}

func fixtureContracts() []hub.Record {
	flag := hub.Flag{Code: hub.FlagNameMissing, Field: "title", Raw: "a\tb\\"}
	return []hub.Record{
		&hub.Contract{ID: "contract:bail", Type: hub.ContractPremises, Title: "Bail", Amount: new(hub.Money(1_200_00)), SignedOn: "2020-01-01", SocialClause: hub.TriNo, PoleIDs: []hub.ID{"pole:sud", "pole:nord"}, Fact: hub.Fact{Flags: []hub.Flag{flag}}},
		&hub.Contract{ID: "contract:achat", Type: hub.ContractPublicProcurement, Title: "Achat", Amount: new(hub.Money(100_000_00)), SignedOn: "2021-06-30", SocialClause: hub.TriYes, PoleIDs: []hub.ID{"pole:sud"}},
		&hub.Contract{ID: "contract:don", Type: hub.ContractOther, Title: "Don", Amount: new(hub.Money(-5))},
		&hub.Amendment{ID: "amendment:1", ContractID: "contract:achat", Number: "1"},
		&hub.Amendment{ID: "amendment:2", ContractID: "contract:don", Number: "\uffff"}, // before the next in bytes, behind it in UTF-16
		&hub.Amendment{ID: "amendment:3", ContractID: "contract:don", Number: "\U00010000"},
		&hub.Party{ID: "party:1", ContractID: "contract:bail", OrganisationID: "org:a", Role: hub.PartyLessor, Position: new(1)},
		&hub.Party{ID: "party:2", ContractID: "contract:bail", OrganisationID: "org:b", Role: hub.PartyLessee, Position: new(2), Share: new(hub.Ratio(500_000))},
		&hub.Party{ID: "party:3", ContractID: "contract:bail", OrganisationID: "org:c", Role: hub.PartyLessee, Position: new(3)},
		&hub.Party{ID: "party:4", ContractID: "contract:achat", OrganisationID: "org:a", Role: hub.PartyBuyer, Position: new(1)},
		&hub.Party{ID: "party:5", ContractID: "contract:achat", OrganisationID: "org:b", Role: hub.PartySupplier, Position: new(2)},
		&hub.Party{ID: "party:6", ContractID: "contract:achat", OrganisationID: "org:a", Role: hub.PartyBeneficiary, Position: new(3)},
		&hub.Party{ID: "party:7", ContractID: "contract:achat", Role: hub.PartySubcontractor},
		&hub.Assessment{ID: "assessment:1", PoleID: "pole:sud", Grid: "labo-2012", Criterion: "M3", Verdict: hub.VerdictSatisfied, Author: "Jury", Dated: "2024-01-01"},
	}
}
