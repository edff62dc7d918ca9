package seed

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"polehub/hub"
)

// isDECPMember reports a member that DECP gives to contracts, in either format,
// or a flat key seen in its place.
func isDECPMember(name string) bool {
	switch name {
	case "_type", "acheteur", "acheteur.id", "acheteur.nom", "actesSousTraitance", "attributionAvance", "autoriteConcedante",
		"autoriteConcedante.id", "autoriteConcedante.nom", "ccag", "codeCPV", "concessionnaires",
		"considerationsEnvironnementales", "considerationsSociales", "dateDebutExecution", "dateNotification",
		"datePublicationDonnees", "dateSignature", "donneesExecution", "dureeMois", "formePrix", "id", "idAccordCadre",
		"lieuExecution", "marcheInnovant", "modalitesExecution", "modifications", "modificationsActesSousTraitance", "montant",
		"montantSubventionPublique", "nature", "objet", "offresRecues", "origineFrance", "origineUE", "procedure", "source",
		"sousTraitanceDeclaree", "tauxAvance", "techniques", "titulaires", "typeGroupementOperateurs", "typesPrix", "uid",
		"valeurGlobale":
		return true
	}
	return false
}

// unknownMembers lists, in order, the members that the format does not have.
func unknownMembers(o map[string]any) []string {
	var names []string
	for name := range o {
		if !isDECPMember(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// scalar is the text of a value as received; that of an object or a list is its
// JSON. Nothing and null are empty.
func scalar(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	}
	return compact(v)
}

// compact writes a value as JSON.
func compact(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v) // cannot be: it was read from JSON
	}
	return string(data)
}

// structured reports an object or a list where a plain value belongs.
func structured(v any) bool {
	switch v.(type) {
	case map[string]any, []any, bool:
		return true
	}
	return false
}

// words is a text without what cannot be seen at its ends.
func words(v any) string {
	return strings.TrimFunc(scalar(v), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) })
}

// items lists what v holds: the elements of a list, nested lists flattened, or
// v itself; each freed of the one-member object that format 2 puts around it.
func items(v any, wrapper string) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		var all []any
		for _, item := range v {
			all = append(all, items(item, wrapper)...)
		}
		return all
	case map[string]any:
		if inner, ok := v[wrapper]; ok && len(v) == 1 {
			return items(inner, wrapper)
		}
	}
	return []any{v}
}

// member gives a member of an object, or the flat key that stands for it.
func member(o map[string]any, name, part string) any {
	switch v := o[name].(type) {
	case map[string]any:
		return v[part]
	case nil:
		return o[name+"."+part]
	}
	return nil
}

// first is the first of the members that is there.
func first(o map[string]any, names ...string) any {
	for _, name := range names {
		if v := o[name]; v != nil {
			return v
		}
	}
	return nil
}

// putText reads a text into a field. What is no text is kept as JSON.
func putText(r hub.Record, name string, v any) {
	f := r.Noun().Field(name)
	text := words(v)
	if text == "" {
		return
	}
	if structured(v) {
		flagCell(r, f, text, hub.FlagValueInvalid)
		return
	}
	if _, suspect := undoMojibake(text); suspect {
		flagCell(r, f, text, hub.FlagMojibakeSuspected)
	}
	*f.Pointer(r).(*string) = text
}

func putDate(r hub.Record, name string, v any) {
	f := r.Noun().Field(name)
	reading := hub.ReadDate(scalar(v))
	flagCell(r, f, scalar(v), reading.Flags...)
	*f.Pointer(r).(*string) = string(reading.Day)
}

// putAmount reads an amount; one that is not stated is flagged where the format
// demands it.
func putAmount(r hub.Record, name string, v any, demanded bool) {
	f := r.Noun().Field(name)
	if words(v) == "" && !demanded {
		return
	}
	reading := hub.ReadAmount(scalar(v))
	flagCell(r, f, scalar(v), reading.Flags...)
	if reading.OK {
		*f.Pointer(r).(**hub.Money) = &reading.Cents
	}
}

func putMonths(r hub.Record, name string, v any) {
	f := r.Noun().Field(name)
	reading := hub.ReadDuration(scalar(v))
	flagCell(r, f, scalar(v), reading.Flags...)
	if reading.OK {
		*f.Pointer(r).(**int) = &reading.Months
	}
}
