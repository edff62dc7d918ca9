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
	return openLedger(f.ledgerInput(pole, f.contractsOf(pole), ledgerProjection(w)), w)
}

func openLedger(in analysis.LedgerInput, w analysis.Window) (*analysis.Ledger, error) {
	l, err := analysis.NewLedger(in, w)
	if bad, ok := errors.AsType[*analysis.InputError](err); ok {
		return nil, &Error{Code: BadUserInput, Field: bad.Field, Msg: bad.Error()}
	}
	return l, err
}

// contractsOf are the contracts of all whose memberships in a pole were read, with what
// is known of their parties, both by id: what ledgers have in common, whatever their
// window. Nobody is a member yet.
func (f *networkFacts) contractsOf(pole ID) analysis.LedgerInput {
	parties, contracts := map[ID]*Organisation{}, map[ID]bool{}
	for _, m := range f.members[pole] {
		parties[m.OrganisationID] = f.actors[m.OrganisationID]
		for _, id := range f.signed[m.OrganisationID] {
			contracts[id] = true
		}
	}
	var in analysis.LedgerInput
	for _, id := range slices.Sorted(maps.Keys(contracts)) {
		c := f.contracts[id]
		if agreement := c.agreement(); agreement != nil {
			in.Agreements = append(in.Agreements, *agreement)
		}
		for _, party := range c.parties {
			parties[party.OrganisationID] = cmp.Or(f.actors[party.OrganisationID], f.others[party.OrganisationID])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(parties)) {
		if o := parties[id]; o != nil {
			in.Accounts = append(in.Accounts, account(o))
		}
	}
	return in
}

// ledgerInput assembles what analysis.NewLedger reads for one pole: its contracts,
// with those who are members under the projection.
func (f *networkFacts) ledgerInput(pole ID, of analysis.LedgerInput, p analysis.Projection) analysis.LedgerInput {
	of.Accounts = slices.Clone(of.Accounts)
	for _, m := range slices.SortedStableFunc(slices.Values(f.membersOf(pole, p)), func(a, b *Membership) int { return cmp.Compare(a.ValidFrom, b.ValidFrom) }) {
		i, known := slices.BinarySearchFunc(of.Accounts, string(m.OrganisationID), func(a analysis.Account, id string) int { return cmp.Compare(a.ID, id) })
		if !known {
			continue
		}
		a := &of.Accounts[i]
		a.Member, a.Inside = true, yesOrNo(f.poles[pole].holds(f.actors[m.OrganisationID]))
		if m.Votes != nil {
			a.Votes = new(int64(*m.Votes)) // of the latest membership that states them
		}
	}
	return of
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
