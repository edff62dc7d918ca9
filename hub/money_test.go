package hub_test

import (
	"context"
	"errors"
	"testing"

	"polehub/analysis"
	"polehub/hub"
)

// moneyPole is smallPole with contracts: a region outside grants the carrier 900
// for 2025, amended to 1200 on 1 July; the carrier buys for 100 from b; a loan is
// pending; b and the carrier share a framework contract of 5000 at most.
func moneyPole(pole string) []hub.Record {
	id := func(local string) hub.ID { return hub.ID("org:" + pole + "-" + local) }
	contract := func(local string) hub.ID { return hub.ID("contract:" + pole + "-" + local) }
	party := func(of, who string, role hub.PartyRole) *hub.Party {
		return &hub.Party{ContractID: contract(of), OrganisationID: id(who), Role: role}
	}
	year := hub.Contract{Type: hub.ContractGrant, Title: "t", StartsOn: "2025-01-01", EndsOn: "2026-01-01"}
	of := func(local string, t hub.ContractType, cents int64, basis hub.AmountBasis) *hub.Contract {
		c := year
		c.ID, c.Type, c.Amount, c.AmountBasis = contract(local), t, new(hub.Money(cents)), basis
		return &c
	}
	pending := of("pending", hub.ContractLoanOrGuarantee, 7, hub.AmountFixed)
	pending.Status = hub.ContractStatusPending
	return append(smallPole(pole),
		&hub.Organisation{ID: id("region"), Name: "region", Kind: hub.KindLocalAuthority, PublicTier: hub.TierRegion},
		of("grant", hub.ContractGrant, 90000, hub.AmountFixed), party("grant", "region", hub.PartyFunder), party("grant", "a", hub.PartyBeneficiary),
		&hub.Amendment{ContractID: contract("grant"), Number: "1", Dated: "2025-07-02", NewAmount: new(hub.Money(120000))},
		of("service", hub.ContractService, 10000, hub.AmountFixed), party("service", "a", hub.PartyBuyer), party("service", "b", hub.PartySupplier),
		of("frame", hub.ContractPublicProcurement, 500000, hub.AmountMaximum), party("frame", "c", hub.PartyBuyer), party("frame", "a", hub.PartySupplier), party("frame", "b", hub.PartyCoSupplier),
		pending, party("pending", "region", hub.PartyLender), party("pending", "b", hub.PartyBorrower),
	)
}

func ledgerOf(t *testing.T, h *hub.Hub, pole hub.ID, w analysis.Window) *hub.PoleLedger {
	t.Helper()
	all, err := h.Ledgers(t.Context(), []hub.ID{pole}, w)
	if err != nil || all[0] == nil {
		t.Fatalf("ledger of %s: %v, %v", pole, all, err)
	}
	return all[0]
}

func moneyValue(t *testing.T, l *hub.PoleLedger, id analysis.Indicator) float64 {
	t.Helper()
	m := l.Ledger.Measure([]analysis.Indicator{id}, false)[0]
	if m.Value == nil {
		t.Fatalf("%s has no value: %s", id, m.Reason)
	}
	return *m.Value
}

func TestLedgers(t *testing.T) {
	h := newHub(t, moneyPole("p")...)
	spring := ledgerOf(t, h, "pole:p", analysis.Window{AsOf: "2025-06-01"})
	near(t, "public money, as signed", moneyValue(t, spring, analysis.PublicMoneyShare), 900.0/(900+100))
	near(t, "contracts with a public party", moneyValue(t, spring, analysis.PublicContractShare), 2.0/3)
	if spring.Ledger.Contracts() != 3 || spring.Ledger.UnknownAmounts() != 1 || spring.Ledger.Members() != 4 || spring.Revision != 1 {
		t.Errorf("%d contracts, %d of unknown amount, %d members", spring.Ledger.Contracts(), spring.Ledger.UnknownAmounts(), spring.Ledger.Members())
	}
	autumn := ledgerOf(t, h, "pole:p", analysis.Window{AsOf: "2025-10-01"})
	near(t, "public money, as amended", moneyValue(t, autumn, analysis.PublicMoneyShare), 1200.0/(1200+100))
	near(t, "with maxima", moneyValue(t, ledgerOf(t, h, "pole:p", analysis.Window{AsOf: "2025-06-01", Maxima: true}), analysis.PublicMoneyShare), 5900.0/6000)
	near(t, "services only", moneyValue(t, ledgerOf(t, h, "pole:p", analysis.Window{AsOf: "2025-06-01", Types: []string{"SERVICE"}}), analysis.PublicMoneyShare), 0)
	// 182 days at 900/365 a day, then all the rest of 1200.
	whole := ledgerOf(t, h, "pole:p", analysis.Window{From: "2025-01-01", To: "2026-01-01"})
	near(t, "the whole year", moneyValue(t, whole, analysis.PublicMoneyShare), 1200.0/(1200+100))
	near(t, "retention", moneyValue(t, whole, analysis.RetentionShare), 1)
	near(t, "coverage", moneyValue(t, ledgerOf(t, h, "pole:p", analysis.Window{From: "2024-07-01", To: "2025-07-01"}), analysis.ContractCoverage), 181.0/365)
}

func TestLedgersRefuse(t *testing.T) {
	h := newHub(t, moneyPole("p")...)
	_, err := h.Ledgers(t.Context(), []hub.ID{"pole:p"}, analysis.Window{From: "2026-01-01", To: "2025-01-01"})
	if bad, ok := errors.AsType[*hub.Error](err); !ok || bad.Code != hub.BadUserInput || bad.Field != "to" {
		t.Errorf("a period that ends before it begins: %v", err)
	}
	all, err := h.Ledgers(t.Context(), []hub.ID{"pole:none", "pole:p"}, analysis.Window{AsOf: "2025-01-01"})
	if err != nil || all[0] != nil || all[1] == nil {
		t.Errorf("%v, %v", all, err)
	}
}

// TestConstantCalls: money, change and surveys of many poles cost as many calls to
// the store as of one, and none but the revision when they are asked again.
func TestConstantCalls(t *testing.T) {
	var records []hub.Record
	for _, pole := range []string{"p", "q", "r"} {
		records = append(records, moneyPole(pole)...)
	}
	h := newHub(t, records...)
	calls := 0
	h.Store = counting{h.Store, &calls}
	p := analysis.Projection{AllContracts: true, Groups: analysis.Collapse}
	for name, ask := range map[string]func(ctx context.Context, ids ...hub.ID) error{
		"money": func(ctx context.Context, ids ...hub.ID) error {
			_, err := h.Ledgers(ctx, ids, analysis.Window{AsOf: "2025-06-01"})
			return err
		},
		"change": func(ctx context.Context, ids ...hub.ID) error {
			_, err := h.Changes(ctx, ids, p, "2024-01-01", "2025-06-01", analysis.BothDates)
			return err
		},
		"survey": func(ctx context.Context, ids ...hub.ID) error {
			q := p
			q.AsOf = "2025-06-01"
			_, err := h.Surveys(ctx, ids, q)
			return err
		},
	} {
		count := func(ids ...hub.ID) int {
			calls = 0
			if err := ask(t.Context(), ids...); err != nil {
				t.Fatal(name, err)
			}
			return calls
		}
		one, two, again := count("pole:p"), count("pole:q", "pole:r"), count("pole:p", "pole:q", "pole:r")
		if one != two || again != 1 {
			t.Errorf("%s: %d calls for a pole, %d for two others, %d for all again", name, one, two, again)
		}
	}
}

func TestPlace(t *testing.T) {
	in := func(commune, departement, epci string) *hub.Organisation {
		return &hub.Organisation{ID: "org:x", Name: "x", Kind: hub.KindEnterprise, Commune: hub.Text(commune), Departement: hub.Text(departement), EPCI: hub.Text(epci)}
	}
	for _, tc := range []struct {
		name string
		pole hub.Pole
		seat *hub.Organisation
		want string
	}{
		{"in a commune", hub.Pole{Communes: []string{"26108"}, Departements: []string{"07"}}, in("26108", "", ""), "1 of 1"},
		{"in none", hub.Pole{Communes: []string{"26108"}}, in("07001", "", ""), "0 of 1"},
		{"in an intercommunality", hub.Pole{Communes: []string{"26108"}, EPCIs: []string{"200040459"}}, in("07001", "", "200040459"), "1 of 1"},
		{"perhaps in an intercommunality", hub.Pole{Communes: []string{"26108"}, EPCIs: []string{"200040459"}}, in("07001", "", ""), "unknown"},
		{"in a département, by its commune", hub.Pole{Departements: []string{"26", "971"}}, in("26108", "", ""), "1 of 1"},
		{"overseas", hub.Pole{Departements: []string{"971"}}, in("97105", "", ""), "1 of 1"},
		{"no territory", hub.Pole{}, in("26108", "", ""), "unknown"},
		{"no seat", hub.Pole{Communes: []string{"26108"}}, in("", "", ""), "unknown"},
	} {
		tc.pole.ID, tc.pole.Name = "pole:x", "x"
		h := newHub(t, &tc.pole, tc.seat, &hub.Membership{PoleID: "pole:x", OrganisationID: "org:x", Circle: hub.CirclePartner})
		m := ledgerOf(t, h, "pole:x", analysis.Window{AsOf: "2025-01-01"}).Ledger.Measure([]analysis.Indicator{analysis.InsidePerimeterShare}, false)[0]
		got := "unknown"
		if m.Value != nil {
			got = map[float64]string{0: "0 of 1", 1: "1 of 1"}[*m.Value]
		}
		if got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}
