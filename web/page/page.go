// Package page is what every page shares: how it asks the API, and what comes
// back when the API refuses.
package page

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// Querier answers GraphQL documents: it is all that pages know of the hub.
type Querier interface {
	// Query answers the one operation of a document into out, as encoding/json
	// reads it. When there is an answer but parts of it failed, out is filled and
	// the error is a *Partial; when there is none, the error is an *Error.
	Query(ctx context.Context, document string, variables map[string]any, out any) error
}

// Codes of errors that pages themselves give; the others are those of the API.
const (
	BadUserInput = "BAD_USER_INPUT"
	NotFound     = "NOT_FOUND"
)

// Error is a refusal, safe to show.
type Error struct {
	Code    string // of the API, in extensions.code
	Path    string // of the field that failed; empty for the whole operation
	Message string
}

// Error gives the message.
func (e *Error) Error() string { return e.Message }

// Partial is an answer of which parts are missing.
type Partial struct {
	Missing []*Error
}

// Error joins the messages.
func (p *Partial) Error() string {
	messages := make([]string, len(p.Missing))
	for i, e := range p.Missing {
		messages[i] = e.Path + ": " + e.Message
	}
	return strings.Join(messages, "; ")
}

// Decode is the end of a [Querier.Query]: it reads the data of an answer into out
// and says what the refusals mean for it.
func Decode(data []byte, refusals []*Error, out any) error {
	if len(data) == 0 || string(data) == "null" {
		if len(refusals) == 0 {
			return errors.New("the API gave neither an answer nor a reason")
		}
		return refusals[0]
	}
	if err := json.Unmarshal(data, out); err != nil {
		return fmt.Errorf("read the answer of the API: %w", err)
	}
	if len(refusals) > 0 {
		return &Partial{Missing: refusals}
	}
	return nil
}
