package hub

// Agreement is a contract with its parties and amendments: it tells the state of
// the contract on a day.
type Agreement struct {
	Contract *Contract
	facts    *contractFacts
}

// Parties are those of the day: of the last amendment by then that replaced them,
// else those of the signature, without their sources and flags. A party without an
// organisation is unknown. The list is shared: read only.
func (a *Agreement) Parties(day Date) []*Party { return a.facts.on(day).parties }

// Period is when the contract is in force, as known on the day; an empty end is
// unknown or open. ok is false for a contract that is pending or was cancelled:
// it was in force on no day.
func (a *Agreement) Period(day Date) (from, to Date, ok bool) {
	if !a.facts.tookEffect() {
		return "", "", false
	}
	return a.Contract.startOn(), a.facts.on(day).end, true
}
