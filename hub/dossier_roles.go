package hub

import (
	"cmp"
	"slices"
)

// ContractRole is a role that an organisation plays for a pole because it is a
// party to contracts with members: computed on read, never stored.
type ContractRole struct {
	OrganisationID ID
	Role           RoleKind
	Agreement      *Agreement
	// Period is when the contract is in force and another party is a member,
	// from the first such day to the last; an empty end is unknown or open. Where the
	// start of the contract is unknown, Undated says that the role may have begun later.
	Period
	Undated bool
}

// ContractRoles are the roles that follow from the contracts of the pole as they
// stood on a day, of any date, by contract, organisation and role: who pays or
// lends is a funder, who buys is a buyer, who lets premises is a host. A contract
// counts while a member other than the organisation is a party.
func (d *Dossier) ContractRoles(day Date) []ContractRole {
	var out []ContractRole
	for _, a := range d.Agreements {
		from, to, ok := a.Period(day)
		if !ok {
			continue
		}
		first := len(out)
		parties := a.Parties(day)
		for _, p := range parties {
			role := roleOfParty(a.Contract.Type, p.Role)
			if role == "" || p.OrganisationID == "" {
				continue
			}
			if when, ok := d.withMembers(parties, p.OrganisationID, Period{from, to}); ok {
				out = append(out, ContractRole{p.OrganisationID, role, a, when, from == ""})
			}
		}
		made := out[first:]
		slices.SortFunc(made, func(a, b ContractRole) int {
			return cmp.Or(cmp.Compare(a.OrganisationID, b.OrganisationID), cmp.Compare(a.Role, b.Role))
		})
		out = append(out[:first], slices.CompactFunc(made, func(a, b ContractRole) bool {
			return a.OrganisationID == b.OrganisationID && a.Role == b.Role
		})...)
	}
	return out
}

// roleOfParty is the role that a party of a contract with members plays for
// their pole; empty for none.
func roleOfParty(t ContractType, party PartyRole) RoleKind {
	switch {
	case party == PartyFunder, party == PartyLender:
		return RoleGrantFunder
	case party == PartyBuyer:
		return RoleBuyer
	case party == PartyLessor && t == ContractPremises:
		return RoleHost
	}
	return ""
}

// withMembers is the part of a period from the first to the last day on which a
// party other than one is a member of the pole; false when there is none.
func (d *Dossier) withMembers(parties []*Party, than ID, of Period) (when Period, some bool) {
	for _, p := range parties {
		if p.OrganisationID == "" || p.OrganisationID == than {
			continue
		}
		for _, m := range d.Memberships {
			if m.OrganisationID != p.OrganisationID {
				continue
			}
			common, ok := of.common(m.Period)
			switch {
			case !ok:
			case !some:
				when, some = common, true
			default:
				when = Period{min(when.ValidFrom, common.ValidFrom), latest(when.ValidTo, common.ValidTo)}
			}
		}
	}
	return when, some
}

// common is what two periods share; false when that is no day. Unknown ends are
// open.
func (p Period) common(q Period) (Period, bool) {
	out := Period{max(p.ValidFrom, q.ValidFrom), p.ValidTo}
	if out.ValidTo == "" || q.ValidTo != "" && q.ValidTo < out.ValidTo {
		out.ValidTo = q.ValidTo
	}
	return out, out.ValidTo == "" || out.ValidFrom < out.ValidTo
}

// latest is the later of two ends; an unknown one is open.
func latest(a, b Date) Date {
	if a == "" || b == "" {
		return ""
	}
	return max(a, b)
}

// During reports whether the period has a day in [from, to); unknown ends are
// open.
func (p Period) During(from, to Date) bool { return p.overlaps(from, to) }
