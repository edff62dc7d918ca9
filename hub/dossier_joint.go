package hub

import "polehub/analysis"

// JointLedger opens the ledger of several poles as one, without a call to the store:
// who is a member of one of them in the window is a member, and a contract that
// concerns several counts once. Votes and places are those of the first pole that an
// organisation is a member of. A refused window is BadUserInput naming the parameter.
func JointLedger(dossiers []*Dossier, w analysis.Window) (*analysis.Ledger, error) {
	var in analysis.LedgerInput
	place, agreed := map[string]int{}, map[string]bool{}
	for _, d := range dossiers {
		one := d.ledgerInput(w)
		for _, a := range one.Accounts {
			i, there := place[a.ID]
			switch {
			case !there:
				place[a.ID] = len(in.Accounts)
				in.Accounts = append(in.Accounts, a)
			case a.Member && !in.Accounts[i].Member:
				in.Accounts[i] = a
			}
		}
		for _, g := range one.Agreements {
			if !agreed[g.Key] {
				agreed[g.Key] = true
				in.Agreements = append(in.Agreements, g)
			}
		}
	}
	return openLedger(in, w)
}
