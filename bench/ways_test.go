package bench

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	_ "modernc.org/sqlite" // opens the file of the bare SQL

	"polehub/hub"
)

// way is one way to answer a question. run asks the i-th request and has the
// whole answer when it returns; answer is what it said, for comparison.
type way struct {
	name string
	// kept is how many answers the server keeps that come again and again; 0 when
	// it works out every one.
	kept   int
	run    func(ctx context.Context, i int) error
	answer func(ctx context.Context, i int) (any, error)
}

// repeated is how many different questions the cached ways ask in turn.
const repeated = 100

// cached asks the same few questions of a server that keeps answers.
func cached(name string, c *client, q question) way {
	variables := q.variables
	q.variables = func(way string, i int) map[string]any { return variables(way, i%repeated) }
	w := overHTTP(name, c, q)
	w.kept = repeated
	return w
}

// overHTTP asks by GraphQL.
func overHTTP(name string, c *client, q question) way {
	return way{
		name: name,
		run: func(ctx context.Context, i int) error {
			_, err := c.ask(ctx, q.document, q.variables(name, i))
			return err
		},
		answer: func(ctx context.Context, i int) (any, error) {
			text, err := c.ask(ctx, q.document, q.variables(name, i))
			if err != nil {
				return nil, err
			}
			return data(text)
		},
	}
}

// byCypher asks by the statement.
func byCypher(d driver.DriverWithContext, database string, q question) way {
	const name = "cypher"
	routing := driver.ExecuteQueryWithReadersRouting()
	if q.writes {
		routing = driver.ExecuteQueryWithWritersRouting()
	}
	ask := func(ctx context.Context, i int) (any, error) {
		result, err := driver.ExecuteQuery(ctx, d, q.cypher, q.parameters(name, i), driver.EagerResultTransformer,
			driver.ExecuteQueryWithDatabase(database), routing)
		if err != nil {
			return nil, err
		}
		if len(result.Records) != 1 {
			return nil, fmt.Errorf("%s: %d records, expected 1", q.name, len(result.Records))
		}
		return result.Records[0].Values[0], nil
	}
	return way{
		name: name,
		run: func(ctx context.Context, i int) error {
			_, err := ask(ctx, i)
			return err
		},
		answer: func(ctx context.Context, i int) (any, error) {
			v, err := ask(ctx, i)
			return asGraphQL("", v), err
		},
	}
}

// asGraphQL writes what Cypher gives as the API does: days and amounts as texts.
func asGraphQL(name string, v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, item := range v {
			out[key] = asGraphQL(key, item)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = asGraphQL(name, item)
		}
		return out
	case driver.Date:
		return v.String()
	case int64:
		if name == "amount" {
			return hub.Money(v).String()
		}
	}
	return v
}

// membersSQL is q2 on the tables as they are.
const membersSQL = `
	SELECT p.id, p.name, p.total, m.circle, m.valid_from, o.id, o.name, o.kind, o.commune
	FROM (SELECT id, name,
			(SELECT count(*) FROM memberships AS m WHERE m.pole_id = poles.id
				AND (m.valid_from IS NULL OR m.valid_from <= ?1) AND (m.valid_to IS NULL OR m.valid_to > ?1)) AS total
		FROM poles ORDER BY id LIMIT 50) AS p
	JOIN memberships AS m ON m.key IN (SELECT key FROM memberships WHERE pole_id = p.id
		AND (valid_from IS NULL OR valid_from <= ?1) AND (valid_to IS NULL OR valid_to > ?1) ORDER BY id LIMIT 20)
	JOIN organisations AS o ON o.id = m.organisation_id
	ORDER BY p.id, m.id`

// The answer to q2, as somebody would declare it beside the SQL.
type (
	polesAnswer struct {
		Poles struct {
			Nodes []poleAnswer `json:"nodes"`
		} `json:"poles"`
	}
	poleAnswer struct {
		ID      string `json:"id"`
		Name    string `json:"name"`
		Members struct {
			TotalCount int            `json:"totalCount"`
			Nodes      []memberAnswer `json:"nodes"`
		} `json:"members"`
	}
	memberAnswer struct {
		Circle       string             `json:"circle"`
		ValidFrom    *string            `json:"validFrom"`
		Organisation organisationAnswer `json:"organisation"`
	}
	organisationAnswer struct {
		ID      string  `json:"id"`
		Name    string  `json:"name"`
		Kind    string  `json:"kind"`
		Commune *string `json:"commune"`
	}
)

// bySQL asks q2 by SQL on the file, scanned into structs and marshalled.
func bySQL(tb testing.TB, path string) way {
	tb.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro&_pragma=mmap_size(1073741824)")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { db.Close() })
	statement, err := db.PrepareContext(tb.Context(), membersSQL)
	if err != nil {
		tb.Fatal(err)
	}
	ask := func(ctx context.Context) ([]byte, error) {
		answer, err := scanPoles(ctx, statement)
		if err != nil {
			return nil, err
		}
		return json.Marshal(answer)
	}
	return way{
		name: "sql",
		run: func(ctx context.Context, _ int) error {
			_, err := ask(ctx)
			return err
		},
		answer: func(ctx context.Context, _ int) (v any, err error) {
			text, err := ask(ctx)
			if err == nil {
				err = json.Unmarshal(text, &v)
			}
			return v, err
		},
	}
}

func scanPoles(ctx context.Context, statement *sql.Stmt) (*polesAnswer, error) {
	rows, err := statement.QueryContext(ctx, today)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	answer := &polesAnswer{}
	nodes := &answer.Poles.Nodes
	for rows.Next() {
		var p poleAnswer
		var m memberAnswer
		o := &m.Organisation
		if err := rows.Scan(&p.ID, &p.Name, &p.Members.TotalCount, &m.Circle, &m.ValidFrom, &o.ID, &o.Name, &o.Kind, &o.Commune); err != nil {
			return nil, err
		}
		if n := len(*nodes); n == 0 || (*nodes)[n-1].ID != p.ID {
			*nodes = append(*nodes, p)
		}
		last := &(*nodes)[len(*nodes)-1].Members
		last.Nodes = append(last.Nodes, m)
	}
	return answer, rows.Err()
}
