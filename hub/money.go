package hub

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"polehub/analysis"
)

// PoleLedger is the money and the contracts of one pole on a day or in a period:
// those of its members, whoever the other parties are.
type PoleLedger struct {
	PoleID   ID
	Revision Revision
	Ledger   *analysis.Ledger
}

// DefaultCurrency is that of amounts of which no currency is stated.
const DefaultCurrency = "EUR"

// Ledgers gives the ledger of each pole in a window, in the order of ids; nil where
// there is no such pole. The number of calls to the store does not depend on the
// number of poles. A refused window is BadUserInput naming the parameter. The
// results are shared with other callers: read only.
func (h *Hub) Ledgers(ctx context.Context, ids []ID, w analysis.Window) ([]*PoleLedger, error) {
	// A struct of texts, lists and numbers always encodes.
	key, _ := json.Marshal(w)
	return perPole(ctx, h, ids, "money "+string(key), func(ctx context.Context, r Reader, revision Revision, ids []ID, into map[ID]*PoleLedger) error {
		f, err := readLedgerFacts(ctx, r, ids, ledgerProjection(w))
		if err != nil {
			return err
		}
		return eachPole(ctx, f.there(ids), into, func(pole ID) (*PoleLedger, error) {
			l, err := f.ledger(pole, w)
			return &PoleLedger{PoleID: pole, Revision: revision, Ledger: l}, err
		})
	})
}

// ledgerProjection names the members and contracts that a window is about.
func ledgerProjection(w analysis.Window) analysis.Projection {
	return analysis.Projection{AsOf: w.AsOf, From: w.From, To: w.To, Contracts: w.Types, AllContracts: len(w.Types) == 0, NoRelations: true}
}

// readLedgerFacts reads the members of poles, their contracts, and who the other
// parties of these are.
func readLedgerFacts(ctx context.Context, r Reader, ids []ID, p analysis.Projection) (*networkFacts, error) {
	f, err := readPerimeter(ctx, r, ids, p)
	if err != nil {
		return nil, err
	}
	if err := f.readContracts(ctx, r, slices.Sorted(maps.Keys(f.actors)), p); err != nil {
		return nil, err
	}
	return f, f.readParties(ctx, r)
}

// readParties reads the parties of contracts that are not members.
func (f *networkFacts) readParties(ctx context.Context, r Reader) error {
	var others []ID
	for id := range f.signed {
		if f.actors[id] == nil && id != "" {
			others = append(others, id)
		}
	}
	slices.Sort(others)
	found, err := r.Find(ctx, OrganisationNoun, others)
	f.others = make(map[ID]*Organisation, len(found))
	for _, rec := range found {
		if o, ok := rec.(*Organisation); ok {
			f.others[o.ID] = o
		}
	}
	return err
}

// ledger opens the ledger of one pole.
func (f *networkFacts) ledger(pole ID, w analysis.Window) (*analysis.Ledger, error) {
	return openLedger(f.ledgerInput(pole, ledgerProjection(w)), w)
}

func openLedger(in analysis.LedgerInput, w analysis.Window) (*analysis.Ledger, error) {
	l, err := analysis.NewLedger(in, w)
	if bad, ok := errors.AsType[*analysis.InputError](err); ok {
		return nil, &Error{Code: BadUserInput, Field: bad.Field, Msg: bad.Error()}
	}
	return l, err
}

// ledgerInput assembles what analysis.NewLedger reads for one pole.
func (f *networkFacts) ledgerInput(pole ID, p analysis.Projection) analysis.LedgerInput {
	var in analysis.LedgerInput
	accounts := map[ID]analysis.Account{}
	for _, m := range slices.SortedStableFunc(slices.Values(f.membersOf(pole, p)), func(a, b *Membership) int { return cmp.Compare(a.ValidFrom, b.ValidFrom) }) {
		o := f.actors[m.OrganisationID]
		if o == nil {
			continue
		}
		a, known := accounts[o.ID]
		if !known {
			a = account(o)
			a.Member, a.Inside = true, yesOrNo(f.poles[pole].holds(o))
		}
		if m.Votes != nil {
			a.Votes = new(int64(*m.Votes)) // of the latest membership that states them
		}
		accounts[o.ID] = a
	}
	contracts := map[ID]bool{}
	for _, id := range slices.Sorted(maps.Keys(accounts)) {
		for _, c := range f.signed[id] {
			contracts[c] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(contracts)) {
		c := f.contracts[id]
		if agreement := c.agreement(); agreement != nil {
			in.Agreements = append(in.Agreements, *agreement)
		}
		for _, party := range c.parties {
			o := cmp.Or(f.actors[party.OrganisationID], f.others[party.OrganisationID])
			if _, known := accounts[party.OrganisationID]; !known && o != nil {
				accounts[o.ID] = account(o)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(accounts)) {
		in.Accounts = append(in.Accounts, accounts[id])
	}
	return in
}

func account(o *Organisation) analysis.Account {
	a := analysis.Account{ID: string(o.ID)}
	if p := o.Publicness(); p != "" {
		a.Public = new(p == ClassPublic)
	}
	return a
}

func yesOrNo(t Tri) *bool {
	if t != TriYes && t != TriNo {
		return nil
	}
	return new(t == TriYes)
}
