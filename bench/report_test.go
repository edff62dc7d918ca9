package bench

import (
	"context"
	"encoding/json"
	"io"
	"testing"

	"polehub/seed/synthetic"
	"polehub/web/page"
	"polehub/web/report"
)

// pageQuerier lets the report ask a served API.
type pageQuerier struct{ *client }

// Query answers a document into out; an answer with errors is an error.
func (q pageQuerier) Query(ctx context.Context, document string, variables map[string]any, out any) error {
	text, err := q.ask(ctx, document, variables)
	if err != nil {
		return err
	}
	var answer struct{ Data json.RawMessage }
	if err := json.Unmarshal(text, &answer); err != nil {
		return err
	}
	return page.Decode(answer.Data, nil, out)
}

// BenchmarkReport makes the report of one pole after another, with the three grids
// and public involvement, from the questions to the written page. Answers are not
// kept: the first round of a pole reads it.
func BenchmarkReport(b *testing.B) {
	size := synthetic.Times(scale(b))
	h, _ := sqliteHub(b)
	fill(b, h, size)
	q := pageQuerier{newClient(b, serve(b, h, 0))}
	asked := 0
	timeAsked(b, func() error {
		asked++
		r, err := report.Ask(b.Context(), q, report.Question{Pole: string(synthetic.PoleID(asked % size.Poles)), Lang: "fr", Grids: []string{"labo-2012", "loi-2014-art-9", "decret-2015-431"}})
		if err != nil {
			return err
		}
		return r.WriteHTML(io.Discard, report.Form{})
	})
}
