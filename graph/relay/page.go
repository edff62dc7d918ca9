package relay

import (
	"encoding/json"
	"fmt"
	"math"

	"polehub/hub"
)

// Page is which part of a list is wanted.
type Page struct {
	Limit int
	// Backward reads from the end.
	Backward bool
	// Cursor is after, or before when Backward; empty for none.
	Cursor string
}

// ReadPage reads the arguments first, after, last and before. What is out of
// range is refused, never made to fit.
func ReadPage(args map[string]any) (Page, error) {
	first, last := args["first"], args["last"]
	after, before := text(args["after"]), text(args["before"])
	switch {
	case first != nil && last != nil:
		return Page{}, hub.Invalid("last", "cannot be given together with first")
	case last != nil || first == nil && before != "":
		if after != "" {
			return Page{}, hub.Invalid("after", "goes with first, not with last or before")
		}
		limit, err := limit("last", last)
		return Page{limit, true, before}, err
	case before != "":
		return Page{}, hub.Invalid("before", "goes with last, not with first")
	}
	limit, err := limit("first", first)
	return Page{limit, false, after}, err
}

func limit(name string, v any) (int, error) {
	if v == nil {
		return DefaultPage, nil
	}
	n, ok := wholeNumber(v)
	if !ok || n < 1 || n > MaxPage {
		return 0, hub.Invalid(name, "%v is not a number from 1 to %d", v, MaxPage)
	}
	return int(n), nil
}

// wholeNumber reads a number as literals, JSON variables and in-process
// callers give it.
func wholeNumber(v any) (int64, bool) {
	switch v := v.(type) {
	case int:
		return int64(v), true
	case int64:
		return v, true
	case json.Number:
		n, err := v.Int64()
		return n, err == nil
	case float64:
		return int64(v), v == math.Trunc(v) && math.Abs(v) < 1<<53
	}
	return 0, false
}

func text(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}
