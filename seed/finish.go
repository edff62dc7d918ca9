package seed

import (
	"slices"
	"strings"

	"polehub/hub"
)

// periods are the pairs of dates that bound a period, by the name of the first.
var periods = [][2]string{
	{"validFrom", "validTo"}, {"startsOn", "endsOn"}, {"startedOn", "endedOn"},
	{"createdOn", "closedOn"}, {"observedFrom", "observedTo"},
}

// settlePeriods takes out periods that end before they start; both days stay
// in flags.
func settlePeriods(r hub.Record) {
	for _, names := range periods {
		from := r.Noun().Field(names[0])
		if from == nil {
			continue
		}
		to := r.Noun().Field(names[1])
		first, last := from.Text(r), to.Text(r)
		if first == "" || last == "" || first <= last {
			continue
		}
		flagCell(r, from, first, hub.FlagPeriodReversed)
		flagCell(r, to, last, hub.FlagPeriodReversed)
		set(from, r, nil)
		set(to, r, nil)
	}
}

// finishOrganisation gives an organisation its id and its kind where the row
// leaves them open, and makes records of the numbers given beside it.
func finishOrganisation(o *hub.Organisation, extra [3]string, exact bool) []hub.Record {
	var readings []hub.IdentifierReading
	var identifiers []*hub.Identifier
	for i, scheme := range []hub.Scheme{hub.SchemeSIREN, hub.SchemeSIRET, hub.SchemeRNA} {
		if raw := unguard(extra[i]); raw != "" {
			reading := hub.ReadIdentifier(scheme, raw)
			readings = append(readings, reading)
			identifiers = append(identifiers, NewIdentifier(reading, raw))
		}
	}
	if o.ID == "" {
		o.ID = OrganisationID(readings, o.Name, "")
	}
	if category, ok := hub.LegalCategory(string(o.LegalCategory)); ok && !exact {
		if o.Kind == "" {
			o.Kind = category.Kind
		}
		if o.PublicTier == "" {
			o.PublicTier = category.PublicTier
		}
	}
	records := make([]hub.Record, len(identifiers))
	for i, identifier := range identifiers {
		identifier.OrganisationID = o.ID
		identifier.SourceIDs = slices.Clone(o.SourceIDs)
		hub.Complete(identifier)
		records[i] = identifier
	}
	return withUnits(records)
}

// withUnits adds to the SIRETs of organisations with ids of their own the
// SIRENs that they begin with, by which other files find them: an id made of
// the SIREN tells it itself.
func withUnits(identifiers []hub.Record) []hub.Record {
	for _, r := range identifiers {
		i := r.(*hub.Identifier)
		if unit := identifierID(i); i.Scheme == hub.SchemeSIRET && isUnit(unit) && !isUnit(i.OrganisationID) {
			siren := &hub.Identifier{OrganisationID: i.OrganisationID, Scheme: hub.SchemeSIREN, Raw: valueOf(unit)}
			siren.SourceIDs = slices.Clone(i.SourceIDs)
			hub.Complete(siren)
			identifiers = append(identifiers, siren)
		}
	}
	return identifiers
}

// NewIdentifier makes the record of an identifier as received, with the flags
// of its reading; the caller says whose it is.
func NewIdentifier(reading hub.IdentifierReading, raw string) *hub.Identifier {
	i := &hub.Identifier{Scheme: reading.Scheme, Value: hub.Text(reading.Value), Raw: raw, Valid: hub.TriUnknown}
	if reading.Scheme.Checked() {
		i.Valid = hub.TriNo
		if reading.Valid {
			i.Valid = hub.TriYes
		}
	}
	flagCell(i, hub.IdentifierNoun.Field("raw"), raw, reading.Flags...)
	return i
}

// finishIdentifier reads the number of a row again: what the row says of its
// validity does not count, unless a hub wrote it.
func finishIdentifier(i *hub.Identifier, exact bool) {
	if exact {
		return
	}
	i.Scheme = hub.Scheme(strings.ToUpper(string(i.Scheme)))
	if i.Raw == "" {
		i.Raw = string(i.Value)
	}
	read := NewIdentifier(hub.ReadIdentifier(i.Scheme, i.Raw), i.Raw)
	i.Scheme, i.Value, i.Valid = read.Scheme, read.Value, read.Valid
	for _, flag := range read.Flags {
		addFlag(i, flag)
	}
}

// finishContract knows a contract without an id by its first external id:
// scheme:value, of which a DECP uid is the contract's own number.
func finishContract(c *hub.Contract) {
	if c.ID != "" || len(c.ExternalIDs) == 0 {
		return
	}
	scheme, value, ok := strings.Cut(c.ExternalIDs[0], ":")
	switch {
	case !ok:
		c.ID = hub.NewID("contract", scheme)
	case scheme == "decp":
		c.ID = hub.NewID("contract", value)
	default:
		c.ID = hub.NewID("contract", c.ExternalIDs[0])
	}
}
