package hub

import (
	"polehub/analysis"
)

// Network projects the dossier: the network that [Hub.Networks] gives under the same
// projection, for any day and without a call to the store. The two differ in what
// their echoes count as dropped, for a dossier holds no tie with an organisation that
// never was a member. A refused projection is BadUserInput naming the parameter.
func (d *Dossier) Network(p analysis.Projection) (*analysis.Network, error) {
	f := d.networkFacts()
	if len(p.Contracts) == 0 && !p.AllContracts {
		f.signed = nil
	}
	n, err := f.project(p, d.Pole.ID)
	if err != nil {
		return nil, err
	}
	return n.Network, nil
}

// Ledger opens the ledger that [Hub.Ledgers] gives for the same window, for any day or
// period and without a call to the store. A refused window is BadUserInput naming the
// parameter.
func (d *Dossier) Ledger(w analysis.Window) (*analysis.Ledger, error) {
	return openLedger(d.ledgerInput(w), w)
}

func (d *Dossier) ledgerInput(w analysis.Window) analysis.LedgerInput {
	f := d.networkFacts()
	d.money.Do(func() { d.contracts = f.contractsOf(d.Pole.ID) })
	return f.ledgerInput(d.Pole.ID, d.contracts, ledgerProjection(w))
}

// networkFacts are the facts of the dossier as networks and ledgers read them.
func (d *Dossier) networkFacts() networkFacts {
	d.once.Do(func() {
		pole := d.Pole.ID
		f := networkFacts{
			poles: map[ID]*Pole{pole: d.Pole}, members: map[ID][]*Membership{pole: d.Memberships}, actors: map[ID]*Organisation{},
			claims: d.all.claims, ties: map[ID][]*Tie{}, links: d.Links,
			observations: map[ID][]*Observation{pole: d.Observations}, rosters: d.all.rosters,
			contracts: map[ID]*contractFacts{}, signed: map[ID][]ID{}, others: d.all.actors,
		}
		for _, m := range d.Memberships {
			f.actors[m.OrganisationID] = d.all.actors[m.OrganisationID]
		}
		for _, t := range d.Ties {
			f.ties[t.FromID] = append(f.ties[t.FromID], t)
		}
		for _, a := range d.Agreements {
			f.contracts[a.Contract.ID] = a.facts
			for _, p := range a.facts.parties {
				f.signed[p.OrganisationID] = append(f.signed[p.OrganisationID], a.Contract.ID)
			}
		}
		d.asNetwork = f
	})
	return d.asNetwork
}
