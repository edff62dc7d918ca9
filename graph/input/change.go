package input

import (
	"strconv"

	"polehub/hub"
)

// ChangeQuery reads the arguments since and where of the change log.
func ChangeQuery(args map[string]any) (hub.ChangeQuery, error) {
	var q hub.ChangeQuery
	since, ok := whole(args["since"])
	if args["since"] != nil && (!ok || since < 0) {
		return q, hub.Invalid("since", "%v is not a revision: expected a number from 0", args["since"])
	}
	q.Since = hub.Revision(since)
	where, _ := args["where"].(map[string]any)
	if err := short(where["by"], "where.by"); err != nil {
		return q, err
	}
	q.By, _ = where["by"].(string)
	if where["nouns"] != nil {
		nouns, err := Nouns(where["nouns"], "where.nouns")
		if err != nil {
			return q, err
		}
		q.Nouns = nouns
	}
	if where["ids"] != nil {
		items, err := list(where["ids"], "where.ids")
		if err != nil {
			return q, err
		}
		for i, item := range items {
			var id hub.ID
			if err := id.UnmarshalGQL(item); err != nil {
				return q, at(err, "where.ids."+strconv.Itoa(i))
			}
			q.IDs = append(q.IDs, id)
		}
	}
	return q, nil
}

// Nouns reads a list of values of the enumeration Noun.
func Nouns(v any, path string) ([]*hub.Noun, error) {
	items, err := list(v, path)
	if err != nil {
		return nil, err
	}
	nouns := make([]*hub.Noun, len(items))
	for i, item := range items {
		name, _ := item.(string)
		if nouns[i] = hub.NounNamed(Camel(name)); nouns[i] == nil {
			return nil, hub.Invalid(path, "%v is not a kind of record", item)
		}
	}
	return nouns, nil
}
