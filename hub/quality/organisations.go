package quality

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"polehub/hub"
)

// organisation checks what one organisation says of itself, and notes the number that
// its id is made of.
func (c *check) organisation(row hub.Row) {
	o := row.Record.(*hub.Organisation)
	if scheme, number, ok := strings.Cut(o.ID.Local(), "-"); ok {
		switch {
		case scheme == "siren" && hub.ValidSIREN(number):
			c.carry(hub.SchemeSIREN, number, o.ID)
		case scheme == "rna" && hub.ValidRNA(number):
			c.carry(hub.SchemeRNA, number, o.ID)
		}
	}
	if o.Kind == hub.KindLocalAuthority && o.PublicTier == "" {
		c.raise(TierMissing, at(o, "publicTier"))
	}
	if there := hub.DepartementOf(o.Commune); there != "" && o.Departement != "" && there != o.Departement {
		c.raise(SeatDisagrees, at(o, "departement"), at(o, "commune"))
	}
}

// carry notes that an organisation has a number.
func (c *check) carry(scheme hub.Scheme, number string, org hub.ID) {
	key := string(scheme) + " " + number
	if !slices.Contains(c.numbers[key], org) {
		c.numbers[key] = append(c.numbers[key], org)
	}
}

// identifier checks one number: a SIRET tells its legal unit.
func (c *check) identifier(row hub.Row) {
	i := row.Record.(*hub.Identifier)
	if i.Valid == hub.TriNo {
		c.raise(IdentifierInvalid, at(i, "raw"), Place{Record: i.OrganisationID})
	}
	switch read := hub.ReadIdentifier(i.Scheme, cmp.Or(string(i.Value), i.Raw)); {
	case read.SIREN != "":
		c.carry(hub.SchemeSIREN, read.SIREN, i.OrganisationID)
	case read.Valid && read.Scheme == hub.SchemeRNA:
		c.carry(hub.SchemeRNA, read.Value, i.OrganisationID)
	}
}

// duplicates raises numbers that several organisations have: SIREN, those of SIRETs
// too, and RNA where one of them has no SIREN that would tell them apart, for the two
// registers do not map one to one.
func (c *check) duplicates() error {
	hasUnit := map[hub.ID]bool{}
	var associations []string
	for _, number := range slices.Sorted(maps.Keys(c.numbers)) {
		orgs := c.numbers[number]
		switch {
		case strings.HasPrefix(number, string(hub.SchemeRNA)):
			if len(orgs) > 1 {
				associations = append(associations, number)
			}
			continue
		case len(orgs) > 1:
			c.duplicate(number)
		}
		for _, org := range orgs {
			hasUnit[org] = true
		}
	}
	for _, number := range associations {
		if slices.ContainsFunc(c.numbers[number], func(org hub.ID) bool { return !hasUnit[org] }) {
			c.duplicate(number)
		}
	}
	c.numbers = nil
	return nil
}

func (c *check) duplicate(number string) {
	var places []Place
	for _, org := range slices.Sorted(slices.Values(c.numbers[number])) {
		places = append(places, Place{Record: org, Value: hub.Text(number)})
	}
	c.raise(PossibleDuplicate, places...)
}

// claim remembers what is claimed of a status.
func (c *check) claim(row hub.Row) {
	claim := row.Record.(*hub.Claim)
	if claim.Value == hub.TriYes || claim.Value == hub.TriNo {
		key := claimKey{claim.OrganisationID, claim.Claim}
		c.claims[key] = append(c.claims[key], claim)
	}
}

// disagreements raises claims that say yes and no of one status in one time.
func (c *check) disagreements() error {
	for _, key := range slices.SortedFunc(maps.Keys(c.claims), func(a, b claimKey) int {
		return cmp.Or(cmp.Compare(a.organisation, b.organisation), cmp.Compare(a.claim, b.claim))
	}) {
		claims := c.claims[key]
		for i, a := range claims {
			for _, b := range claims[i+1:] {
				if a.Value != b.Value && overlap(a.Period, b.Period) {
					c.raise(ClaimsDisagree, at(a, "value"), at(b, "value"), Place{Record: key.organisation, Value: hub.Text(key.claim)})
				}
			}
		}
	}
	return nil
}

// isSCIC reports whether an organisation is claimed to be a SCIC on a day, and never
// denied to be.
func (c *check) isSCIC(org hub.ID, day hub.Date) bool {
	claims := c.claims[claimKey{org, hub.ClaimScic}]
	of := func(value hub.Tri) bool {
		return slices.ContainsFunc(claims, func(claim *hub.Claim) bool {
			return claim.Value == value && day.InForce(claim.ValidFrom, claim.ValidTo)
		})
	}
	return of(hub.TriYes) && !of(hub.TriNo)
}
