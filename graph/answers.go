package graph

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"polehub/graph/load"
	"polehub/graph/recent"
	"polehub/hub"
)

// Bounds of what is kept of answers: the longest one, how many, what an entry
// takes besides its answer, and for how long. The age matters when other
// programs write into the database, which moves no revision; the networks that
// an answer shows may have been read a minute before it (package hub).
const (
	longAnswer     = 1 << 20
	keptAnswers    = 1 << 16
	answerOverhead = 320
	maxAnswerAge   = time.Minute
)

// answers gives the answer of a query again while nothing has changed that it
// follows from. It stands behind everything that may refuse a request, which
// therefore is refused or let through as without it.
//
// An answer is kept when its question comes for the second time: reading the
// revision around the execution is two more round trips to Neo4j, which are
// saved on questions that never come again. Answers with errors are not kept,
// nor are those whose time was up: they may lack what takes longer to compute.
type answers struct {
	hub    *hub.Hub
	recent *recent.Cache[question, kept]
}

// question stands for all that an answer follows from, besides the moment.
type question [sha256.Size]byte

// moment is what an answer follows from without being asked: the state of the
// hub and the day that dates default to.
type moment struct {
	revision hub.Revision
	day      hub.Date
}

// kept is an answer and when it was given; before that it has no data.
type kept struct {
	moment
	since time.Time
	data  json.RawMessage
}

// KeepAnswers makes the API give answers again as long as the hub does not
// change, out of at most so many bytes of memory; with none, or less, it keeps
// none. The hub is that of the schema. It is called before the first question.
func (a *API) KeepAnswers(h *hub.Hub, bytes int) {
	if bytes > 0 {
		a.exec.AroundOperations(answers{h, recent.New[question, kept](keptAnswers, bytes)}.around)
	}
}

// questionOf is the question of an operation; false when its answer cannot be
// given again.
func questionOf(ctx context.Context) (question, bool) {
	op := graphql.GetOperationContext(ctx)
	if op.Operation.Operation != ast.Query {
		return question{}, false
	}
	text, err := json.Marshal([]any{op.RawQuery, op.OperationName, op.Variables, CallerOf(ctx), isReadOnly(ctx)})
	// Different texts that are no Unicode are written alike.
	return sha256.Sum256(text), err == nil && !bytes.Contains(text, []byte(`\ufffd`))
}

// now is the present moment.
func (a answers) now(ctx context.Context) (moment, error) {
	revision, err := a.hub.Store.Revision(ctx)
	return moment{revision, load.Today(a.hub)}, err
}

// around is the middleware of operations.
func (a answers) around(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	q, ok := questionOf(ctx)
	if !ok {
		return next(ctx)
	}
	last, asked := a.recent.Get(q)
	if !asked {
		a.recent.Put(q, kept{}, answerOverhead)
		return next(ctx)
	}
	since := a.hub.Clock()
	before, err := a.now(ctx)
	if err != nil { // the executor will say so
		return next(ctx)
	}
	if last.data != nil && last.moment == before && since.Sub(last.since) <= maxAnswerAge {
		return graphql.OneShot(&graphql.Response{Data: last.data})
	}
	respond := next(ctx)
	return func(ctx context.Context) *graphql.Response {
		resp := respond(ctx)
		if resp == nil || ctx.Err() != nil || len(resp.Errors) > 0 || len(resp.Extensions) > 0 || len(resp.Data) > longAnswer {
			return resp
		}
		if after, err := a.now(ctx); err == nil && after == before {
			a.recent.Put(q, kept{before, since, bytes.Clone(resp.Data)}, answerOverhead+len(resp.Data))
		}
		return resp
	}
}
