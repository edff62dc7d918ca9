package graph

import (
	"context"
	"encoding/json"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/sqlite"
	"polehub/store/storetest"
)

// noon is a moment of 2024-06-01 in Paris and in UTC.
var noon = time.Date(2024, 6, 1, 12, 0, 0, 0, time.UTC)

func noonClock() time.Time { return noon }

// testHub is a hub over the in-memory oracle with these records.
func testHub(t *testing.T, records ...hub.Record) *hub.Hub {
	t.Helper()
	return hubOver(t, storetest.NewOracle(), records...)
}

// stores makes an empty store of each kind that runs without a server.
func stores(t testing.TB) map[string]func() hub.Store {
	t.Helper()
	return map[string]func() hub.Store{
		"oracle": storetest.NewOracle,
		"sqlite": func() hub.Store {
			s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "hub.db"), sqlite.Options{})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = s.Close(context.WithoutCancel(t.Context())) })
			return s
		},
	}
}

func hubOver(t testing.TB, store hub.Store, records ...hub.Record) *hub.Hub {
	t.Helper()
	h := &hub.Hub{Store: store, Clock: noonClock}
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error {
		b.Put(records...)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return h
}

// testAPI answers documents about a hub, without limits of cost.
func testAPI(t testing.TB, h *hub.Hub) *API {
	t.Helper()
	limits := DefaultLimits()
	limits.Cost = 1 << 40
	return NewAPI(Schema(New(h, WithVersion("v1"))), limits, slog.New(slog.NewTextHandler(t.Output(), nil)))
}

// answer runs a document as an editor and gives data and errors as JSON text.
func answer(t testing.TB, api *API, document string, variables map[string]any) string {
	t.Helper()
	return answerTo(t, api, Caller{Name: "ed", Role: RoleEditor}, document, variables)
}

func answerTo(t testing.TB, api *API, who Caller, document string, variables map[string]any) string {
	t.Helper()
	ctx := WithCaller(context.WithoutCancel(t.Context()), who)
	resp := api.Query(ctx, document, "", variables)
	text, err := json.Marshal(resp)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// village is a small hub: two poles, five organisations, ties, contracts.
func village() []hub.Record {
	fact := hub.Fact{SourceIDs: []hub.ID{"source:survey"}}
	demo := hub.Fact{SourceIDs: []hub.ID{"source:demo"}}
	member := func(pole, org string, circle hub.Circle, from, to hub.Date) *hub.Membership {
		return &hub.Membership{PoleID: hub.ID("pole:" + pole), OrganisationID: hub.ID("org:" + org), Circle: circle,
			Period: hub.Period{ValidFrom: from, ValidTo: to}, Fact: fact}
	}
	return []hub.Record{
		&hub.Source{ID: "source:survey", Title: "Enquête", Kind: hub.SourceSurvey},
		&hub.Source{ID: "source:demo", Title: "Démonstration", Kind: hub.SourceDemonstration},
		&hub.Organisation{ID: "org:ruche", Name: "La Ruche", Kind: hub.KindEnterprise, LegalCategory: "9220", Region: "93", Fact: demo},
		&hub.Organisation{ID: "org:atelier", Name: "L’Atelier", Kind: hub.KindEnterprise, Aliases: []string{"Fabrique"}, Fact: fact},
		&hub.Organisation{ID: "org:commune", Name: "Commune d’Écluse", Kind: hub.KindLocalAuthority, PublicTier: hub.TierMunicipality, Fact: fact},
		&hub.Organisation{ID: "org:labo", Name: "Labo", Kind: hub.KindResearchCentre, Fact: fact},
		&hub.Organisation{ID: "org:reseau", Name: "Réseau", Kind: hub.KindNetwork, Fact: fact},
		&hub.Identifier{OrganisationID: "org:ruche", Scheme: hub.SchemeSIREN, Value: "732829320", Raw: "732 829 320", Valid: hub.TriYes, Fact: fact},
		&hub.Claim{OrganisationID: "org:atelier", Claim: hub.ClaimEss, Value: hub.TriNo, Basis: hub.BasisDeclared, Fact: fact},
		&hub.Link{ChildID: "org:ruche", ParentID: "org:reseau", Kind: hub.LinkFederation, Fact: fact},
		&hub.Pole{ID: "pole:sud", Name: "Pôle Sud", Sectors: []hub.Sector{hub.SectorFood}, StartedOn: "2014-01-01", Fact: demo},
		&hub.Pole{ID: "pole:nord", Name: "Pôle Nord", Fact: fact},
		&hub.PoleStatus{PoleID: "pole:sud", Status: hub.StatusLaureate2013, Period: hub.Period{ValidFrom: "2013-12-01"}, Fact: fact},
		member("sud", "ruche", hub.CircleCarrier, "2014-01-01", ""),
		member("sud", "atelier", hub.CircleFounder, "2014-01-01", "2020-01-01"),
		member("sud", "commune", hub.CirclePartner, "2016-01-01", ""),
		member("sud", "labo", hub.CirclePartner, "", ""),
		member("nord", "ruche", hub.CirclePartner, "2020-01-01", ""),
		&hub.Role{PoleID: "pole:sud", OrganisationID: "org:commune", Role: hub.RoleGrantFunder, Basis: hub.RoleBasisDeclared, Amount: new(hub.Money(5_000_000)), Currency: "EUR", Fact: fact},
		&hub.Tie{Type: hub.TieJointProject, FromID: "org:ruche", ToID: "org:labo", PoleID: "pole:sud", ClaimedBy: []hub.Claimant{hub.ByFirst}, Period: hub.Period{ValidFrom: "2023-01-01"}, Fact: fact},
		&hub.Tie{Type: hub.TieSupply, FromID: "org:ruche", ToID: "org:commune", PoleID: "pole:sud", ClaimedBy: []hub.Claimant{hub.ByDocument}, Period: hub.Period{ValidFrom: "2023-01-01"}, Fact: fact},
		&hub.Contract{ID: "contract:c1", Type: hub.ContractGrant, Title: "Subvention", Amount: new(hub.Money(6_000_000)), Currency: "EUR", SignedOn: "2021-03-01", PoleIDs: []hub.ID{"pole:sud"}, Fact: hub.Fact{
			SourceIDs: []hub.ID{"source:survey"}, Flags: []hub.Flag{{Field: "amount", Code: hub.FlagAmountCleaned, Raw: "60 000,00 €"}}}},
		&hub.Contract{ID: "contract:c2", Type: hub.ContractService, Title: "Étude", PoleIDs: []hub.ID{"pole:sud", "pole:nord"}, Fact: fact},
		&hub.Party{ContractID: "contract:c1", OrganisationID: "org:commune", Role: hub.PartyFunder, Position: new(1), Fact: fact},
		&hub.Party{ContractID: "contract:c1", OrganisationID: "org:ruche", Role: hub.PartyBeneficiary, Position: new(2), Share: new(hub.Ratio(250_000)), Fact: fact},
		&hub.Party{ContractID: "contract:c2", Role: hub.PartySupplier, Fact: fact},
		&hub.Amendment{ContractID: "contract:c1", Number: "1", NewAmount: new(hub.Money(7_000_050)), Fact: fact},
		&hub.Document{ID: "document:charte", PoleID: "pole:sud", Kind: hub.DocumentCharter, Title: "Charte", SignatoryIDs: []hub.ID{"org:ruche", "org:commune"}, Fact: fact},
		&hub.Observation{ID: "observation:o1", PoleID: "pole:sud", Kind: hub.ObservationSurvey, Covers: []hub.Coverage{hub.CoversTies}, TieTypes: []string{"ALL"}, ObservedFrom: "2024-01-01", ObservedTo: "2024-02-01", Fact: fact},
		&hub.RosterEntry{ObservationID: "observation:o1", OrganisationID: "org:ruche", Responded: hub.TriYes, Fact: fact},
		&hub.Assessment{PoleID: "pole:sud", Grid: "labo-2012", Criterion: "M3", Verdict: hub.VerdictSatisfied, AuthorOrganisationID: "org:labo", Dated: "2024-05-01", Fact: fact},
	}
}

// contains is strings.Contains, shorter.
func contains(text, part string) bool { return strings.Contains(text, part) }
