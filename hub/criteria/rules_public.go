package criteria

import (
	"slices"

	"polehub/hub"
)

// publicInvolvement is criterion M8: local authorities do more than pay.
// Belonging to the pole, a role, a purchase from members and premises let to
// them count; a grant is funding.
func publicInvolvement(f *Facts, v values) (out finding) {
	p := f.publicParts()
	out.show("LOCAL_AUTHORITIES_BEYOND_FUNDING", float64(len(p.beyond)), 0, p.beyond)
	out.show("PUBLIC_FUNDERS", float64(len(p.funders)), 0, p.funders)
	out.show("OTHER_PUBLIC_ACTORS", float64(len(p.others)), 0, p.others)
	out.show("ROLES_OF_PUBLIC_ACTORS", float64(len(p.roles)), 0, p.roles)
	out.show("ROLES_FROM_CONTRACTS", float64(len(p.contracts)), 0, p.contracts)
	searched := f.rolesSearched(&out)
	found := func(n int, least float64) tri {
		switch {
		case float64(n) >= least:
			return yes
		case searched:
			return no
		}
		return unknown
	}
	beyond := found(len(p.beyond), v.number("authorities"))
	some := found(len(p.beyond)+len(p.funders)+len(p.others), 1)
	if beyond == yes {
		out.missing = nil
	}
	switch {
	case len(p.beyond) > 0:
	case len(p.funders) > 0 && slices.ContainsFunc(p.funders, f.isLocalAuthority):
		out.note(NoteFundingOnly)
	case some == yes:
		out.note(NoteStateOnly)
	}
	out.grade(beyond, some)
	return out
}

// rolesSearched reports whether roles that nobody recorded are absent: roles
// were looked for, and the contracts that show who buys, lets or funds. It asks
// for the search that is missing.
func (f *Facts) rolesSearched(out *finding) bool {
	roles, contracts := f.searched(hub.CoversRoles), f.searched(hub.CoversContracts)
	if !roles {
		out.needPole(GapRoles)
	}
	if !contracts {
		out.needPole(GapContracts)
	}
	return roles && contracts
}

// publicParts are the public actors of a time, each by what it does.
type publicParts struct {
	beyond    []hub.ID // local authorities in a role beyond funding
	funders   []hub.ID // public actors that pay
	others    []hub.ID // public actors that are no local authority, in other roles
	roles     []hub.ID // the memberships and roles behind them
	contracts []hub.ID // the contracts that roles were derived from
}

func (f *Facts) isPublic(id hub.ID) bool {
	o := f.Organisation(id)
	return o != nil && o.Publicness() == hub.ClassPublic
}

func (f *Facts) isLocalAuthority(id hub.ID) bool {
	o := f.Organisation(id)
	return o != nil && o.Kind == hub.KindLocalAuthority
}

func (f *Facts) publicParts() *publicParts {
	p := &publicParts{}
	add := func(id hub.ID, funding bool) {
		switch {
		case funding:
			p.funders = append(p.funders, id)
		case f.isLocalAuthority(id):
			p.beyond = append(p.beyond, id)
		default:
			p.others = append(p.others, id)
		}
	}
	for _, m := range f.Members {
		if m.Publicness() == hub.ClassPublic {
			add(m.ID, false)
			for _, s := range m.Memberships {
				p.roles = append(p.roles, s.ID)
			}
		}
	}
	for _, r := range f.Roles {
		if f.during(r.ValidFrom, r.ValidTo) && f.isPublic(r.OrganisationID) {
			add(r.OrganisationID, r.Role == hub.RoleGrantFunder)
			p.roles = append(p.roles, r.ID)
		}
	}
	for _, r := range f.ContractRoles(f.day()) {
		if r.During(f.From, f.To) && f.isPublic(r.OrganisationID) {
			add(r.OrganisationID, r.Role == hub.RoleGrantFunder)
			p.contracts = append(p.contracts, r.Agreement.Contract.ID)
		}
	}
	for _, list := range []*[]hub.ID{&p.beyond, &p.funders, &p.others, &p.roles, &p.contracts} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return p
}

// linkedPersons is the "in link with" of article 9: so many actors of the kinds
// of the list are members, hold a role, or are party to a contract with members.
func linkedPersons(f *Facts, v values) (out finding) {
	var linked []hub.ID
	add := func(id hub.ID) {
		if o := f.Organisation(id); o != nil && v.has("kinds", string(o.Kind)) {
			linked = append(linked, id)
		}
	}
	for _, m := range f.Members {
		add(m.ID)
	}
	for _, r := range f.Roles {
		if f.during(r.ValidFrom, r.ValidTo) {
			add(r.OrganisationID)
		}
	}
	for _, d := range f.Deals {
		if len(d.Members) > 0 && f.during(d.From, d.To) {
			for _, p := range d.Parties {
				add(p.OrganisationID)
			}
		}
	}
	slices.Sort(linked)
	linked = slices.Compact(linked)
	out.show("LINKED_PERSONS", float64(len(linked)), 0, linked)
	enough := is(float64(len(linked)) >= v.number("satisfied"))
	if enough == no && !f.rolesSearched(&out) {
		enough = unknown
	}
	out.grade(enough, enough)
	return out
}
