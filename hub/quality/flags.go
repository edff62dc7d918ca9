package quality

import "polehub/hub"

// flagRule makes a flag of the import a finding: its name is that of the flag.
type flagRule struct {
	code     hub.FlagCode
	severity Severity
	// isGone: the value was left out, so that the flag has done its work as soon as
	// the field has one.
	isGone bool
	fix    Text
}

// flagRules lists the flags that ask for something. The others say what was mended
// on the way in, or are found anew by a rule that looks at the facts as they are
// now: POSSIBLE_DUPLICATE, IDENTIFIER_INVALID, PARTY_MISSING, AMOUNT_MISSING,
// ROSTER_MISSING, DATE_ORDER.
func flagRules() []flagRule {
	return []flagRule{
		{hub.FlagDateImpossible, Warning, true, Text{"écrire la date qui était voulue", "write the day that was meant"}},
		{hub.FlagDatePartial, Info, false, Text{"chercher le jour, le premier de la période en tient lieu", "find the day: the first of the period stands for it"}},
		{hub.FlagPeriodReversed, Warning, true, Text{"vérifier les deux dates à la source et les écrire", "check both days in the source and write them"}},
		{hub.FlagValueInvalid, Warning, true, Text{"écrire une valeur permise, d'après la source", "write a value that is allowed, from the source"}},
		{hub.FlagAmountImplausible, Warning, false, Text{"vérifier le montant à la source : il est exclu des sommes", "check the amount in the source: it is left out of sums"}},
		{hub.FlagShareUnreadable, Warning, true, Text{"écrire la part entre 0 et 1", "write the share between 0 and 1"}},
		{hub.FlagSharesIncomplete, Info, false, Text{"chercher à qui va le reste du montant", "find out whom the rest of the amount goes to"}},
		{hub.FlagUnknownReference, Warning, false, Text{"ajouter ce à quoi le fait renvoie, ou corriger le renvoi", "add what the fact refers to, or correct the reference"}},
		{hub.FlagNameMissing, Warning, false, Text{"donner le nom de l'organisation", "give the name of the organisation"}},
		{hub.FlagKindMissing, Info, false, Text{"dire de quelle nature est l'organisation", "say what kind of organisation it is"}},
		{hub.FlagKindUnexplained, Warning, false, Text{"corriger la nature ou la catégorie juridique, ou donner la raison (kindReason)", "correct the kind or the legal category, or give the reason (kindReason)"}},
		{hub.FlagPartyUnreadable, Warning, false, Text{"nommer la partie d'après la source", "name the party from the source"}},
		{hub.FlagGroupingInconsistent, Info, false, Text{"vérifier à la source s'il y a un groupement", "check in the source whether there is a group"}},
		{hub.FlagPossibleRevision, Info, false, Text{"comparer les deux contrats ; s'ils n'en font qu'un, en supprimer un", "compare the two contracts; if they are one, delete one of them"}},
		{hub.FlagSourcesDisagree, Warning, false, Text{"trancher entre les sources, ou garder la plus sûre", "decide between the sources, or keep the surer one"}},
		{hub.FlagMojibakeSuspected, Info, false, Text{"corriger les accents du texte", "correct the accents of the text"}},
	}
}

// rulesOfFlags are the rules of flags, under the names that the hub gives them.
func rulesOfFlags() []*Rule {
	var rules []*Rule
	for _, row := range flagRules() {
		info, _ := row.code.Info()
		rules = append(rules, &Rule{Code(row.code), row.severity, nil, Text{info.French, info.English}, row.fix})
	}
	return rules
}

// flag raises the rule of a flag, if it has one; those whose value was left out wait
// for leftOut.
func (c *check) flag(r hub.Record, flag hub.Flag) {
	switch isGone, known := c.flags[flag.Code]; {
	case isGone:
		c.leaves = true
	case known:
		c.raise(Code(flag.Code), flagged(r, flag))
	}
}

// leftOut raises the flags of a noun whose value was left out and is still missing.
// It reads whole records, for any field may be flagged.
func (c *check) leftOut(n *hub.Noun) error {
	var codes []hub.FlagCode
	for _, row := range flagRules() {
		if row.isGone {
			codes = append(codes, row.code)
		}
	}
	for row, err := range c.r.Rows(c.ctx, hub.Query{Noun: n, Where: hub.In(n.Field("flags"), codes...)}) {
		if err != nil {
			return err
		}
		for _, flag := range flagsOf(row.Record) {
			if place := flagged(row.Record, flag); c.flags[flag.Code] && (place.Field == "" || n.Field(string(place.Field)).Get(row.Record) == nil) {
				c.raise(Code(flag.Code), place)
			}
		}
	}
	return nil
}

// flagged is the place of a flag; its value is the raw one.
func flagged(r hub.Record, flag hub.Flag) Place {
	place := Place{Record: r.Key(), Value: flag.Raw}
	if f := r.Noun().Column(string(flag.Field)); f != nil {
		place.Field = hub.Text(f.Name)
	}
	return place
}
