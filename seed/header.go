package seed

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"polehub/hub"
)

// columns is what the header of one file of a bundle says.
type columns struct {
	table    *Table
	fields   []*hub.Field // by column; nil for a column without a field
	extra    []string     // by column: the name of a column that is no field
	unstated []*hub.Field
	notices  []hub.Flag
}

// The columns of the bundle that are no fields of their noun.
const (
	columnSIREN    = "siren"
	columnSIRET    = "siret"
	columnRNA      = "rna"
	columnDirected = "directed" // follows from the type of the tie
)

// extraColumns lists them by file.
func extraColumns(n *hub.Noun) []string {
	switch n {
	case hub.OrganisationNoun:
		return []string{columnSIREN, columnSIRET, columnRNA}
	case hub.TieNoun:
		return []string{columnDirected}
	}
	return nil
}

// aliases are names under which people write the columns, folded.
var aliases = map[string]string{
	"identifiant": "id",
	"nom":         "name", "denomination": "name", "raisonsociale": "name", "titre": "title", "intitule": "title", "nature": "kind", "alias": "aliases",
	"resume": "summary", "territoire": "territory", "secteurs": "sectors", "filieres": "sectors", "site": "name", "adresse": "address", "siteweb": "website",
	"debut": "valid_from", "depuis": "valid_from", "du": "valid_from", "fin": "valid_to", "jusqua": "valid_to", "au": "valid_to",
	"pole": "pole_id", "organisation": "organisation_id", "structure": "organisation_id", "cercle": "circle", "voix": "votes", "statut": "status",
	"de": "from_org", "vers": "to_org", "organisation1": "from_org", "organisation2": "to_org", "intensite": "strength", "declarepar": "claimed_by",
	"contrat": "contract_id", "objet": "object", "montant": "amount", "devise": "currency", "observation": "observation_id", "arepondu": "responded",
	"source": "sources", "remarque": "note", "longitude": "longitude", "sieges": "seats", "partducapital": "capital_share",
}

// readHeader matches the header with the columns of a noun.
func readHeader(n *hub.Noun, row csvRow, delimiter byte) columns {
	raw, guessed := toUTF8(row.raw)
	names := cells(nil, raw, delimiter)
	c := columns{table: &Table{Header: raw, Delimiter: delimiter}, fields: make([]*hub.Field, len(names)), extra: make([]string, len(names))}
	if guessed {
		c.notice(hub.FlagEncodingGuessed, "", "")
	}
	known := map[string]*hub.Field{}
	byName := map[string]*hub.Field{}
	for _, f := range n.Fields {
		if f.Type != hub.TypeFlags {
			known[foldHeader(f.Column)] = f
			byName[foldHeader(f.Name)] = f
		}
	}
	returned := len(names) >= 3 && names[0] == "line" && names[1] == "code" && names[2] == "reason"
	for i, name := range names {
		if returned && i < 3 {
			continue // a rejected row, mended and sent again
		}
		if undone, ok := undoMojibake(name); ok {
			c.notice(hub.FlagMojibakeSuspected, name, undone)
			name = undone
		}
		key := foldHeader(name)
		if slices.Contains(extraColumns(n), key) {
			c.extra[i] = key
			continue
		}
		f := known[key]
		if f == nil {
			if f = byName[key]; f == nil {
				f = n.Column(aliases[key])
			}
			if f != nil && !slices.Contains(c.fields, f) {
				c.notice(hub.FlagHeaderAlias, f.Column, name)
			}
		}
		if f == nil || slices.Contains(c.fields, f) {
			if key != "" {
				c.notice(hub.FlagUnknownColumn, "", name)
			}
			continue
		}
		c.fields[i] = f
	}
	c.missing(n)
	return c
}

// missing finds the fields that the file has no column for.
func (c *columns) missing(n *hub.Noun) {
	for _, f := range n.Fields[1:] {
		if f.Type == hub.TypeFlags || f.Ref == hub.SourceNoun.Name || slices.Contains(c.fields, f) {
			continue
		}
		c.unstated = append(c.unstated, f)
		if f.Required {
			c.notice(hub.FlagColumnMissing, f.Column, "")
		}
	}
}

func (c *columns) notice(code hub.FlagCode, column, raw string) {
	c.notices = append(c.notices, hub.Flag{Field: hub.Text(column), Code: code, Raw: hub.Text(raw)})
}

// foldHeader brings a header to what is compared: no case, accents, blanks,
// stars or punctuation.
func foldHeader(name string) string {
	return strings.ReplaceAll(Slug(name), "-", "")
}

// toUTF8 reads text that is not UTF-8 as Windows-1252.
func toUTF8(raw string) (text string, guessed bool) {
	if utf8.ValidString(raw) {
		return raw, false
	}
	decoded, err := charmap.Windows1252.NewDecoder().String(raw)
	if err != nil {
		return strings.ToValidUTF8(raw, "�"), true
	}
	return decoded, true
}

// undoMojibake finds UTF-8 that was read as Windows-1252 ("notifiÃ©e") and
// gives the text as it was meant.
func undoMojibake(text string) (string, bool) {
	if !strings.ContainsAny(text, "ÃÂâÅ") {
		return text, false
	}
	raw, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil || raw == text || !utf8.ValidString(raw) {
		return text, false
	}
	return raw, true
}
