package sqlite

import (
	"database/sql"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

// texts reads a column of texts.
func texts(t *testing.T, s *Store, query string, args ...any) []string {
	t.Helper()
	c, err := s.readers.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.readers.give(c, false)
	var out []string
	err = c.query(t.Context(), query, args, func(rows *sql.Rows) (bool, error) {
		var text string
		err := rows.Scan(&text)
		out = append(out, text)
		return true, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The migrations are written by hand: they must give the tables that the nouns
// ask for.
func TestTablesFitNouns(t *testing.T) {
	s := openTemp(t)
	for _, n := range hub.Nouns() {
		table := s.schema[n]
		var want []string
		for _, c := range table.columns {
			typ := "TEXT"
			switch {
			case c.field == nil:
				typ = "INTEGER"
			case c.field.Type == hub.TypeInt || c.field.Type == hub.TypeMoney || c.field.Type == hub.TypeRatio:
				typ = "INTEGER"
			case c.field.Type == hub.TypeFloat:
				typ = "REAL"
			}
			if c.field != nil && c.part == value && (c.field.Required || c.field.Enum == hub.Tris && c.field.Type == hub.TypeEnum) {
				typ += " NOT NULL"
			}
			want = append(want, c.name+" "+typ)
		}
		got := texts(t, s, `SELECT name || ' ' || type || iif("notnull", ' NOT NULL', '') FROM pragma_table_info(?)`, table.name)
		if !slices.Equal(got, want) {
			t.Errorf("%s is\n%q, want\n%q", table.name, got, want)
		}
	}
}

// An index begins with every reference, and the database checks it.
func TestReferencesHaveIndexes(t *testing.T) {
	s := openTemp(t)
	firsts := texts(t, s, `SELECT m.name || '.' || i.name FROM sqlite_schema AS m, pragma_index_list(m.name) AS l, pragma_index_info(l.name) AS i
		WHERE m.type = 'table' AND i.seqno = 0`)
	keys := texts(t, s, `SELECT m.name || '.' || f."from" || ' ' || f."table" FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'`)
	for _, n := range hub.Nouns() {
		table := s.schema[n]
		for _, f := range n.Fields {
			place := table.name + "." + f.Column
			switch {
			case f.Type == hub.TypeRefs && table.linked(f):
				place = table.linkTable(f) + ".ref"
			case f.Type != hub.TypeRef:
				continue
			}
			if !slices.Contains(firsts, place) {
				t.Errorf("no index begins with %s", place)
			}
			if want := place + " " + hub.NounNamed(f.Ref).File; !slices.Contains(keys, want) {
				t.Errorf("no foreign key %s", want)
			}
		}
		if table.words && len(texts(t, s, "SELECT name FROM sqlite_schema WHERE name = ?", table.wordTable())) == 0 {
			t.Errorf("%s has no table of words", table.name)
		}
	}
}

// A relation that starts at a list of references can be followed backwards.
func TestListsOfRelationsAreLinked(t *testing.T) {
	s := newSchema()
	for _, n := range hub.Nouns() {
		for _, r := range n.Relations {
			if r.Own != nil && r.Own.Type == hub.TypeRefs && !s[n].linked(r.Own) {
				t.Errorf("%s.%s has no companion table", n.Name, r.Own.Name)
			}
		}
	}
}

func TestMigrationFilesAreNumbered(t *testing.T) {
	files, err := migrationFiles()
	if err != nil || len(files) == 0 || !strings.HasPrefix(files[0], "migration/0001_") {
		t.Errorf("%v, %v", files, err)
	}
}

func TestLists(t *testing.T) {
	tests := []struct {
		items []string
		want  string
	}{
		{[]string{"a"}, `["a"]`},
		{[]string{"a", "b,c"}, `["a","b,c"]`},
		{[]string{`a","b`}, `["a\",\"b"]`},
		{[]string{"", ""}, `["",""]`},
		{[]string{""}, `[""]`},
		{[]string{`\`, "tab\t", "é"}, `["\\","tab\t","é"]`},
		{[]string{"[]", "]"}, `["[]","]"]`},
	}
	for _, test := range tests {
		got := encodeList(test.items)
		if got != test.want {
			t.Errorf("%q encodes as %s, want %s", test.items, got, test.want)
		}
		back, err := decodeList[string](got)
		if err != nil || !slices.Equal(back, test.items) {
			t.Errorf("%s decodes as %q, %v", got, back, err)
		}
	}
	if _, err := decodeList[string](`not a list \`); err == nil {
		t.Error("a text that is no list was read")
	}
}
