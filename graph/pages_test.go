package graph

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"polehub/graph/relay"
	"polehub/hub"
)

// page is what the walks below read of a connection.
type page struct {
	Edges    []struct{ Cursor string }
	Nodes    []struct{ ID string }
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	TotalCount int
}

const pageFields = `{edges{cursor} nodes{... on Node{id}} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}`

// pageOf reads the connection under the path of keys in an answer.
func pageOf(t *testing.T, text string, keys ...string) page {
	t.Helper()
	var raw struct {
		Data   json.RawMessage
		Errors json.RawMessage
	}
	if err := json.Unmarshal([]byte(text), &raw); err != nil || raw.Errors != nil {
		t.Fatalf("%v %s", err, text)
	}
	data := raw.Data
	for _, key := range keys {
		var m map[string]json.RawMessage
		if err := json.Unmarshal(data, &m); err != nil {
			t.Fatal(err)
		}
		data = m[key]
	}
	var p page
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func ids(p page) []string {
	out := make([]string, len(p.Nodes))
	for i, n := range p.Nodes {
		out[i] = n.ID
	}
	return out
}

// TestPages walks lists forwards and backwards, a page at a time, and finds
// what one large page has.
func TestPages(t *testing.T) {
	api := testAPI(t, testHub(t, village()...))
	rows := []struct {
		name, list string // the list with %s for the arguments of the page
		keys       []string
		backward   bool
		n          int
	}{
		{"by id", `{organisations(%s)` + pageFields + ` totalCount}}`, []string{"organisations"}, true, 5},
		{"by name, downwards", `{organisations(orderBy:[{field:NAME,direction:DESC}],%s)` + pageFields + `}}`, []string{"organisations"}, true, 5},
		{"by a field that is mostly missing", `{organisations(orderBy:[{field:PUBLIC_TIER},{field:REGION}],%s)` + pageFields + `}}`, []string{"organisations"}, true, 5},
		{"by amounts", `{contracts(orderBy:[{field:AMOUNT}],%s)` + pageFields + `}}`, []string{"contracts"}, true, 2},
		{"nested", `{pole(id:"pole:sud"){members(history:true,orderBy:[{field:VALID_FROM}],%s)` + pageFields + `}}}`, []string{"pole", "members"}, true, 4},
		{"search", `{search(query:"l",%s)` + pageFields + ` totalCount}}`, []string{"search"}, false, 3},
		{"change log", `{changes(%s){edges{cursor} nodes{id} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}`, []string{"changes"}, false, 31},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			ask := func(args string) page {
				return pageOf(t, answer(t, api, fmt.Sprintf(row.list, args), nil), row.keys...)
			}
			all := ids(ask("first:100"))
			if len(all) != row.n {
				t.Fatalf("the list has %d records, want %d: %v", len(all), row.n, all)
			}
			var forwards []string
			args := "first:1"
			for range row.n {
				p := ask(args)
				forwards = append(forwards, ids(p)...)
				if want := len(forwards) < row.n; p.PageInfo.HasNextPage != want || p.PageInfo.HasPreviousPage != (len(forwards) > 1) {
					t.Errorf("after %d: page info %+v", len(forwards), p.PageInfo)
				}
				args = fmt.Sprintf("first:1,after:%q", *p.PageInfo.EndCursor)
			}
			if !slices.Equal(forwards, all) {
				t.Errorf("forwards %v, want %v", forwards, all)
			}
			if past := ask(args); len(past.Nodes) != 0 || past.PageInfo.HasNextPage {
				t.Errorf("behind the end: %+v", past)
			}
			if !row.backward {
				return
			}
			var backwards []string
			args = "last:2"
			for len(backwards) < row.n {
				p := ask(args)
				backwards = append(ids(p), backwards...)
				if p.PageInfo.HasPreviousPage != (len(backwards) < row.n) {
					t.Errorf("before %d: page info %+v", len(backwards), p.PageInfo)
				}
				args = fmt.Sprintf("last:2,before:%q", *p.PageInfo.StartCursor)
			}
			if !slices.Equal(backwards, all) {
				t.Errorf("backwards %v, want %v", backwards, all)
			}
		})
	}
}

// TestInsertsBetweenPages: a record put before the page neither repeats nor
// skips one.
func TestInsertsBetweenPages(t *testing.T) {
	h := testHub(t, village()...)
	api := testAPI(t, h)
	first := pageOf(t, answer(t, api, `{organisations(first:2)`+pageFields+`}}`, nil), "organisations")
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error {
		b.Put(&hub.Organisation{ID: "org:aaa", Name: "A", Kind: hub.KindOther})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	second := pageOf(t, answer(t, api, fmt.Sprintf(`{organisations(first:2,after:%q)`+pageFields+`}}`, *first.PageInfo.EndCursor), nil), "organisations")
	// org:atelier org:commune | org:labo org:reseau | org:ruche
	if got := append(ids(first), ids(second)...); !slices.Equal(got, []string{"org:atelier", "org:commune", "org:labo", "org:reseau"}) {
		t.Errorf("pages %v", got)
	}
}

// TestCursorsFitOneList: a cursor of one list is refused by every other.
func TestCursorsFitOneList(t *testing.T) {
	api := testAPI(t, testHub(t, village()...))
	cursor := *pageOf(t, answer(t, api, `{pole(id:"pole:sud"){members(first:1)`+pageFields+`}}}`, nil), "pole", "members").PageInfo.EndCursor
	rows := []struct {
		name, document string
		want           hub.Code // empty: accepted
	}{
		{"the same", `{pole(id:"pole:sud"){members(first:2,after:"%s"){nodes{id}}}}`, ""},
		{"under an alias", `{pole(id:"pole:sud"){m:members(after:"%s"){nodes{id}}}}`, ""},
		{"other parent", `{pole(id:"pole:nord"){members(first:1,after:"%s"){nodes{id}}}}`, hub.CursorMismatch},
		{"other day", `{pole(id:"pole:sud"){members(at:"2020-01-01",after:"%s"){nodes{id}}}}`, hub.CursorMismatch},
		{"other circle", `{pole(id:"pole:sud"){members(circle:[PARTNER],after:"%s"){nodes{id}}}}`, hub.CursorMismatch},
		{"other order", `{pole(id:"pole:sud"){members(orderBy:[{field:CIRCLE}],after:"%s"){nodes{id}}}}`, hub.CursorMismatch},
		{"other filter", `{pole(id:"pole:sud"){members(where:{votes:{gt:1}},after:"%s"){nodes{id}}}}`, hub.CursorMismatch},
		{"other field", `{pole(id:"pole:sud"){roles(after:"%s"){nodes{id}}}}`, hub.CursorMismatch},
		{"root", `{poles(after:"%s"){nodes{id}}}`, hub.CursorMismatch},
		{"search", `{search(query:"l",after:"%s"){nodes{__typename}}}`, hub.CursorMismatch},
		{"change log", `{changes(after:"%s"){nodes{id}}}`, hub.CursorMismatch},
		{"cut", `{poles(after:"x%s"){nodes{id}}}`, hub.BadUserInput},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got := answer(t, api, fmt.Sprintf(row.document, cursor), nil)
			if row.want == "" && strings.Contains(got, "errors") || !strings.Contains(got, string(row.want)) {
				t.Errorf("want %q in %s", row.want, got)
			}
		})
	}
	siblings := answer(t, api, fmt.Sprintf(`{poles{nodes{id members(after:"%s"){nodes{id}}}}}`, cursor), nil)
	if strings.Count(siblings, string(hub.CursorMismatch)) != 1 {
		t.Errorf("the cursor fits one of two poles: %s", siblings)
	}
}

// TestForgedCursorsOfTheLog: what is no place in a log is refused.
func TestForgedCursorsOfTheLog(t *testing.T) {
	list := relay.NewList("Query.changes", nil)
	for kind, open := range stores(t) {
		api := testAPI(t, hubOver(t, open(), village()...))
		for id, ok := range map[hub.ID]bool{
			"change:1.3": true, "change:0.0": true, "change:2147483647.2147483647": true,
			"change:1.-7": false, "change:-5.0": false, "change:1.2x": false, "change:01.2": false, "change:1": false, "pole:sud": false,
			"change:2147483648.0": false, "change:9223372036854775807.0": false, "change:1.9223372036854775807": false, "change:1.99999999999999999999": false,
		} {
			got := answer(t, api, fmt.Sprintf(`{changes(first:2,after:%q){nodes{id}}}`, list.Cursor(hub.Position{ID: id})), nil)
			if refused := contains(got, string(hub.BadUserInput)); refused == ok || contains(got, string(hub.Internal)) {
				t.Errorf("%s: %s gives %s", kind, id, got)
			}
		}
	}
}
