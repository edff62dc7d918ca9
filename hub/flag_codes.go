package hub

import "slices"

// FlagCode says what an import noticed about a record or one of its values.
// A flagged record is in: the raw value is kept with the flag, and computations
// that need the value leave it out. A code never changes meaning.
type FlagCode string

// The file as a whole.
const (
	// FlagEncodingGuessed: the file is not UTF-8 and was read as Windows-1252.
	FlagEncodingGuessed FlagCode = "ENCODING_GUESSED"
	// FlagMojibakeSuspected: the text looks like UTF-8 read as Windows-1252
	// ("notifiÃ©e"); it is undone in headers and left alone in cells.
	FlagMojibakeSuspected FlagCode = "MOJIBAKE_SUSPECTED"
	// FlagHeaderAlias: the column was found under another name.
	FlagHeaderAlias FlagCode = "HEADER_ALIAS"
	// FlagUnknownColumn: the format has no such column; its cells stay in the
	// raw record.
	FlagUnknownColumn FlagCode = "UNKNOWN_COLUMN"
	// FlagColumnMissing: the format asks for a column that the file lacks.
	FlagColumnMissing FlagCode = "COLUMN_MISSING"
	// FlagRosterMissing: a survey of ties without its roster, so that no
	// absence of a tie is known.
	FlagRosterMissing FlagCode = "ROSTER_MISSING"
	// FlagRoleIgnored: an organisation whose role makes it no party (tenderer,
	// enquirer); it is counted and not stored.
	FlagRoleIgnored FlagCode = "ROLE_IGNORED"
	// FlagUnknownFile: the bundle has no such file; it is not opened.
	FlagUnknownFile FlagCode = "UNKNOWN_FILE"
	// FlagUnknownReference: the row names a record that exists nowhere; the row
	// is rejected. A party that names an amendment which its contract does not
	// have comes in with the flag.
	FlagUnknownReference FlagCode = "UNKNOWN_REFERENCE"
	// FlagRecordUnreadable: no record can be formed from the row; it is
	// rejected.
	FlagRecordUnreadable FlagCode = "RECORD_UNREADABLE"
	// FlagRecordDuplicate: the row has the key of an earlier row of the same
	// source and another content; the earlier one stands, this one is rejected.
	FlagRecordDuplicate FlagCode = "RECORD_DUPLICATE"
	// FlagValueInvalid: the value breaks a rule of its field. An optional value
	// is kept raw and left out; a required one rejects its row.
	FlagValueInvalid FlagCode = "VALUE_INVALID"
)

// Identifiers and names.
const (
	// FlagIdentifierInvalid: no check of the scheme passes, whatever is tried;
	// the organisation is known by its name within the source.
	FlagIdentifierInvalid FlagCode = "IDENTIFIER_INVALID"
	// FlagIdentifierCleaned: spreadsheet remains (.0, blanks, xx) were taken
	// off and the rest passes.
	FlagIdentifierCleaned FlagCode = "IDENTIFIER_CLEANED"
	// FlagIdentifierMissing: the organisation has no identifier at all and is
	// known by its name within the source.
	FlagIdentifierMissing FlagCode = "IDENTIFIER_MISSING"
	// FlagLeadingZeroRestored: one to three lost leading zeros were put back,
	// after which the check digit is right.
	FlagLeadingZeroRestored FlagCode = "LEADING_ZERO_RESTORED"
	// FlagSirenGiven: a SIREN stands where a SIRET is expected.
	FlagSirenGiven FlagCode = "SIREN_GIVEN"
	// FlagSiretInvalidSirenOK: the SIRET fails its check and its first nine
	// digits pass theirs: the legal unit is known, the establishment is not.
	FlagSiretInvalidSirenOK FlagCode = "SIRET_INVALID_SIREN_OK"
	// FlagRNAFormat: the number does not have the form of an RNA number.
	FlagRNAFormat FlagCode = "RNA_FORMAT"
	// FlagNameConflict: one identifier comes with several names; the identifier
	// decides and the names become aliases.
	FlagNameConflict FlagCode = "NAME_CONFLICT"
	// FlagNameMissing: the source gives an identifier and no name.
	FlagNameMissing FlagCode = "NAME_MISSING"
	// FlagKindMissing: the source does not say what kind of organisation it is;
	// the kind is a stand-in that any source may replace.
	FlagKindMissing FlagCode = "KIND_MISSING"
	// FlagKindUnexplained: the kind of organisation is not the one that its legal
	// category says, and no kindReason tells why. The kind stated stands; the flag
	// goes when a reason comes.
	FlagKindUnexplained FlagCode = "KIND_UNEXPLAINED"
	// FlagPossibleDuplicate: the number, SIREN or RNA, is another organisation's
	// too, which had it before; they stay two until a person merges them.
	FlagPossibleDuplicate FlagCode = "POSSIBLE_DUPLICATE"
	// FlagFunderByName: the funder has no identifier in this row and was taken
	// from the same name in the same file.
	FlagFunderByName FlagCode = "FUNDER_BY_NAME"
)

// Amounts, shares and durations.
const (
	// FlagAmountCleaned: comma decimals, blanks, a currency sign or more than
	// two decimals were read.
	FlagAmountCleaned FlagCode = "AMOUNT_CLEANED"
	// FlagAmountMissing: no amount is stated, or one below 1, which says that
	// none is known.
	FlagAmountMissing FlagCode = "AMOUNT_MISSING"
	// FlagAmountImplausible: the amount is over 10 billion and is left out of
	// sums.
	FlagAmountImplausible FlagCode = "AMOUNT_IMPLAUSIBLE"
	// FlagAmountAlreadyShared: the publisher wrote each beneficiary's part
	// where the total belongs; the total was rebuilt.
	FlagAmountAlreadyShared FlagCode = "AMOUNT_ALREADY_SHARED"
	// FlagShareAsPercent: the share was written as a percentage.
	FlagShareAsPercent FlagCode = "SHARE_AS_PERCENT"
	// FlagShareUnreadable: the share is no number between 0 and 1 (or 100 per
	// cent). The import guide names no code for it; without one the value
	// would be dropped silently.
	FlagShareUnreadable FlagCode = "SHARE_UNREADABLE"
	// FlagSharesIncomplete: the stated shares do not make a whole; the rest
	// goes to beneficiaries unknown.
	FlagSharesIncomplete FlagCode = "SHARES_INCOMPLETE"
	// FlagDurationCleaned: the duration is no positive number of months and
	// counts as unknown, or was rounded to one.
	FlagDurationCleaned FlagCode = "DURATION_CLEANED"
)

// Dates and periods.
const (
	// FlagDateCleaned: the day was not written as in ISO 8601 (05/12/2016 is
	// read as day, month, year).
	FlagDateCleaned FlagCode = "DATE_CLEANED"
	// FlagDateImpossible: no such day exists, or the text is no date.
	FlagDateImpossible FlagCode = "DATE_IMPOSSIBLE"
	// FlagDatePartial: only a year or a month is stated; the first day stands
	// for it.
	FlagDatePartial FlagCode = "DATE_PARTIAL"
	// FlagDateOrder: an amendment is dated before its contract.
	FlagDateOrder FlagCode = "DATE_ORDER"
	// FlagPeriodReversed: the period ends before it starts; neither day is
	// used.
	FlagPeriodReversed FlagCode = "PERIOD_REVERSED"
)

// Parties and contracts.
const (
	// FlagPartyDuplicate: the same party is named twice in one role.
	FlagPartyDuplicate FlagCode = "PARTY_DUPLICATE"
	// FlagPartySameUnit: two establishments of one legal unit are named; they
	// are one party.
	FlagPartySameUnit FlagCode = "PARTY_SAME_UNIT"
	// FlagPartyMissing: the contract names fewer than two different
	// organisations, and no party that is said to be unknown.
	FlagPartyMissing FlagCode = "PARTY_MISSING"
	// FlagPartyUnreadable: what stands for a party has no readable form.
	FlagPartyUnreadable FlagCode = "PARTY_UNREADABLE"
	// FlagGroupingInconsistent: several suppliers are named although the
	// contract says that they form no group.
	FlagGroupingInconsistent FlagCode = "GROUPING_INCONSISTENT"
	// FlagMergedRevision: the record is a later state of a contract that was
	// there already; they are one.
	FlagMergedRevision FlagCode = "MERGED_REVISION"
	// FlagPossibleRevision: the record may be a later state of another
	// contract, or a lot of the same procedure; they stay two.
	FlagPossibleRevision FlagCode = "POSSIBLE_REVISION"
	// FlagSourcesDisagree: two sources give one fact different values; both
	// are kept.
	FlagSourcesDisagree FlagCode = "SOURCES_DISAGREE"
)

// FlagInfo is one row of the table of flag codes.
type FlagInfo struct {
	Code            FlagCode
	French, English string
}

// Info finds the explanation of a code; a code of another version of the hub
// has none.
func (c FlagCode) Info() (FlagInfo, bool) {
	rows := FlagCodes()
	i := slices.IndexFunc(rows, func(row FlagInfo) bool { return row.Code == c })
	if i < 0 {
		return FlagInfo{}, false
	}
	return rows[i], true
}

// FlagCodes lists every flag code with its explanation, in the order of the
// constants. It is the only such table: reports, pages and documentation read
// it.
func FlagCodes() []FlagInfo {
	return []FlagInfo{
		{FlagEncodingGuessed, "fichier lu en Windows-1252, faute d'être en UTF-8", "file read as Windows-1252, for it is not UTF-8"},
		{FlagMojibakeSuspected, "accents sans doute abîmés par un mauvais encodage", "accents probably damaged by a wrong encoding"},
		{FlagHeaderAlias, "colonne reconnue sous un autre nom", "column recognised under another name"},
		{FlagUnknownColumn, "colonne inconnue de ce format", "column unknown to this format"},
		{FlagColumnMissing, "colonne attendue et absente", "expected column is absent"},
		{FlagRosterMissing, "enquête sans liste d'enquêtés : aucune absence de lien n'est connue", "survey without a roster: no absence of a tie is known"},
		{FlagRoleIgnored, "rôle qui ne fait pas de l'organisation une partie", "role that makes the organisation no party"},
		{FlagUnknownFile, "fichier inconnu du paquet, non ouvert", "file unknown to the bundle, not opened"},
		{FlagUnknownReference, "renvoi à un enregistrement inexistant", "reference to a record that does not exist"},
		{FlagRecordUnreadable, "ligne illisible, rejetée", "unreadable row, rejected"},
		{FlagRecordDuplicate, "même clé qu'une ligne précédente, contenu différent : rejetée", "same key as an earlier row, other content: rejected"},
		{FlagValueInvalid, "valeur contraire à une règle de son champ", "value that breaks a rule of its field"},

		{FlagIdentifierInvalid, "identifiant invalide", "invalid identifier"},
		{FlagIdentifierCleaned, "identifiant nettoyé (.0, espaces, xx)", "identifier cleaned (.0, blanks, xx)"},
		{FlagIdentifierMissing, "organisation sans identifiant", "organisation without an identifier"},
		{FlagLeadingZeroRestored, "zéros de tête rétablis", "leading zeros restored"},
		{FlagSirenGiven, "SIREN donné à la place d'un SIRET", "SIREN given in place of a SIRET"},
		{FlagSiretInvalidSirenOK, "SIRET invalide, SIREN valide", "SIRET invalid, SIREN valid"},
		{FlagRNAFormat, "numéro RNA mal formé", "malformed RNA number"},
		{FlagNameConflict, "un identifiant, plusieurs noms", "one identifier, several names"},
		{FlagNameMissing, "identifiant sans nom", "identifier without a name"},
		{FlagKindMissing, "nature de l'organisation non indiquée", "kind of organisation not stated"},
		{FlagKindUnexplained, "nature contraire à la catégorie juridique, sans raison donnée", "kind that the legal category does not say, without a reason"},
		{FlagPossibleDuplicate, "un numéro, plusieurs organisations : doublon possible", "one number, several organisations: possible duplicate"},
		{FlagFunderByName, "attribuant retrouvé par son nom dans le fichier", "funder found by its name in the file"},

		{FlagAmountCleaned, "montant nettoyé (virgule, espaces, €, arrondi au centime)", "amount cleaned (comma, blanks, €, rounded to a cent)"},
		{FlagAmountMissing, "montant absent, nul ou illisible", "amount absent, zero or unreadable"},
		{FlagAmountImplausible, "montant invraisemblable, exclu des sommes", "implausible amount, left out of sums"},
		{FlagAmountAlreadyShared, "montants déjà répartis entre bénéficiaires", "amounts already shared among beneficiaries"},
		{FlagShareAsPercent, "part écrite en pourcentage", "share written as a percentage"},
		{FlagShareUnreadable, "part illisible ou hors de 0 à 100 %", "share unreadable or outside 0 to 100 per cent"},
		{FlagSharesIncomplete, "parts dont la somme n'atteint pas le tout", "shares that do not make a whole"},
		{FlagDurationCleaned, "durée arrondie, ou inconnue faute d'être lisible", "duration rounded, or unknown for it is unreadable"},

		{FlagDateCleaned, "date lue dans un autre format que l'ISO", "date read from a form other than ISO"},
		{FlagDateImpossible, "date impossible ou illisible", "impossible or unreadable date"},
		{FlagDatePartial, "date partielle (année ou mois)", "partial date (year or month)"},
		{FlagDateOrder, "avenant daté d'avant son contrat", "amendment dated before its contract"},
		{FlagPeriodReversed, "période qui finit avant de commencer", "period that ends before it starts"},

		{FlagPartyDuplicate, "partie citée deux fois", "party named twice"},
		{FlagPartySameUnit, "deux établissements d'une même unité légale", "two establishments of one legal unit"},
		{FlagPartyMissing, "contrat avec moins de deux parties", "contract with fewer than two parties"},
		{FlagPartyUnreadable, "partie illisible", "unreadable party"},
		{FlagGroupingInconsistent, "plusieurs titulaires d'un marché dit sans groupement", "several suppliers of a contract said to have no group"},
		{FlagMergedRevision, "état ultérieur réuni à son contrat", "later state merged into its contract"},
		{FlagPossibleRevision, "état ultérieur possible d'un autre contrat, ou lot", "possible later state of another contract, or a lot"},
		{FlagSourcesDisagree, "sources en désaccord", "sources disagree"},
	}
}
