// Package report makes the report of one pole for print: who it is, how its
// members cooperate, what its facts show of the definitions of a pole, which
// public authorities take part, and what is not known. It is a client of the API
// like any other: its one question is report.graphql, put through a
// [page.Querier]; whatever it says comes from the answer.
package report

import (
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"polehub/web/lang"
	"polehub/web/page"
)

// Operation is the question that a report puts to the API.
//
//go:embed report.graphql
var Operation string

// InvolvementOperation is the question about public authorities, which costs about
// as much as all the rest.
//
//go:embed involvement.graphql
var InvolvementOperation string

// polesOperation names poles, for those who name one that does not exist.
const polesOperation = `query ReportPoles { poles(first: 20) { totalCount nodes { id } } }`

// namesOperation names the records that an answer points at, and the sources.
const namesOperation = `query ReportNames($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Organisation { id name }
    ... on Contract { id title }
    ... on Document { id title }
    ... on Source { id title kind publisher licence retrievedOn url }
  }
}`

// maxNames is how many records the API names at once.
const maxNames = 100

// Question is what a report is asked for.
type Question struct {
	// Pole is the id of the pole.
	Pole string
	// Grids are ids of grids, in the order to be shown; [DefaultGrid] when empty, for
	// all of them take more than four sheets of paper.
	Grids []string
	// At is the day, as 2025-12-31; the hub's today when empty.
	At string
	// Lang is fr or en.
	Lang string
}

// Ask puts the question and makes the report. What is wrong with the question is
// a *page.Error that names it and lists what would be right; a part of the answer
// that failed for another reason is missing from the report, which says so.
func Ask(ctx context.Context, q page.Querier, question Question) (*Report, error) {
	l, variables, err := question.variables()
	if err != nil {
		return nil, err
	}
	var a answer
	missing, err := ask(ctx, q, Operation, variables, &a)
	if err != nil {
		return nil, err
	}
	if a.Pole == nil {
		if len(missing) > 0 && missing[0].Code != page.BadUserInput {
			return nil, missing[0]
		}
		return nil, unknownPole(ctx, q, question.Pole)
	}
	delete(variables, "grids")
	var more struct {
		Pole *struct{ PublicInvolvement *involvementAnswer }
	}
	unread, err := ask(ctx, q, InvolvementOperation, variables, &more)
	if err != nil {
		return nil, err
	}
	if more.Pole != nil {
		a.Pole.PublicInvolvement = more.Pole.PublicInvolvement
	}
	missing = append(missing, unread...)
	m := &maker{lang: l, answer: &a, question: question, names: a.names()}
	if err := m.askNames(ctx, q); err != nil {
		return nil, err
	}
	return m.report(missing)
}

// ask puts one operation and gives the parts of its answer that are missing. A part
// that was refused fails all of it: then the question is wrong.
func ask(ctx context.Context, q page.Querier, operation string, variables map[string]any, out any) ([]*page.Error, error) {
	err := q.Query(ctx, operation, variables, out)
	partial, ok := errors.AsType[*page.Partial](err)
	if !ok {
		return nil, err
	}
	for _, e := range partial.Missing {
		if e.Code == page.BadUserInput && e.Path != "pole" {
			return nil, e
		}
	}
	return partial.Missing, nil
}

// variables are those of the operation; what the API would refuse once for every
// field is refused here.
func (q Question) variables() (*lang.Language, map[string]any, error) {
	l, ok := lang.Of(q.Lang)
	if !ok {
		return nil, nil, refuse("lang: %q is not a language: expected one of %s", q.Lang, strings.Join(lang.Codes(), " "))
	}
	variables := map[string]any{"pole": q.Pole, "lang": strings.ToUpper(q.Lang)}
	if q.At != "" {
		if _, err := time.Parse(time.DateOnly, q.At); err != nil {
			return nil, nil, refuse("at: %q is not a day: expected one such as %s", q.At, "2025-12-31")
		}
		variables["at"] = q.At
	}
	for i, id := range q.Grids {
		if slices.Contains(q.Grids[:i], id) {
			return nil, nil, refuse("grid: %q is named twice: expected %s", id, "each grid once")
		}
	}
	variables["grids"] = q.Grids
	if len(q.Grids) == 0 {
		variables["grids"] = []string{DefaultGrid}
	}
	return l, variables, nil
}

// DefaultGrid is the grid of a report that names none.
const DefaultGrid = "labo-2012"

// refuse refuses a value, shortened, and says what would do.
func refuse(format, value, expected string) *page.Error {
	if len(value) > 80 {
		value = strings.ToValidUTF8(value[:80], "") + "…"
	}
	return &page.Error{Code: page.BadUserInput, Message: fmt.Sprintf(format, value, expected)}
}

// unknownPole says which poles there are.
func unknownPole(ctx context.Context, q page.Querier, id string) error {
	var a struct {
		Poles struct {
			TotalCount int
			Nodes      []struct{ ID string }
		}
	}
	if err := q.Query(ctx, polesOperation, nil, &a); err != nil {
		return err
	}
	ids := make([]string, len(a.Poles.Nodes))
	for i, n := range a.Poles.Nodes {
		ids[i] = n.ID
	}
	there := "the hub has none"
	if len(ids) > 0 {
		there = "expected one of " + strings.Join(ids, " ")
	}
	if more := a.Poles.TotalCount - len(ids); more > 0 {
		there += fmt.Sprintf(" and %d more", more)
	}
	e := refuse("pole: %q is not a pole of this hub: %s", id, there)
	e.Code = page.NotFound
	return e
}

// askNames completes the names of the records that the report shows, and the
// sources.
func (m *maker) askNames(ctx context.Context, q page.Querier) error {
	ids := m.answer.sources()
	for _, id := range m.answer.shown() {
		if m.names[id] == "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for some := range slices.Chunk(ids, maxNames) {
		var a struct{ Nodes []*named }
		if err := q.Query(ctx, namesOperation, map[string]any{"ids": some}, &a); err != nil {
			return err
		}
		for _, n := range a.Nodes {
			if n == nil || n.ID == "" {
				continue
			}
			m.names[n.ID] = cmp.Or(n.Name, n.Title)
			if n.Kind != "" {
				m.sources = append(m.sources, *n)
			}
		}
	}
	return nil
}
