package hub

import (
	"errors"
	"fmt"
	"strings"
)

// Code says what kind of failure an error is. Clients branch on it; it never
// changes meaning.
type Code string

// The codes the hub itself gives; ErrorTable has them all.
const (
	BadUserInput       Code = "BAD_USER_INPUT"
	CursorMismatch     Code = "CURSOR_MISMATCH"
	NotFound           Code = "NOT_FOUND"
	Conflict           Code = "CONFLICT"
	WouldOrphan        Code = "WOULD_ORPHAN"
	IdempotencyClash   Code = "IDEMPOTENCY_CONFLICT"
	Unauthenticated    Code = "UNAUTHENTICATED"
	Forbidden          Code = "FORBIDDEN"
	RateLimited        Code = "RATE_LIMITED"
	OperationTooLarge  Code = "OPERATION_TOO_LARGE"
	ComplexityExceeded Code = "COMPLEXITY_LIMIT_EXCEEDED"
	TooManyErrors      Code = "TOO_MANY_ERRORS"
	Timeout            Code = "TIMEOUT"
	Unavailable        Code = "SERVICE_UNAVAILABLE"
	Internal           Code = "INTERNAL_SERVER_ERROR"
)

// CodeInfo is one row of ErrorTable.
type CodeInfo struct {
	Code        Code
	Description string
	// HTTP is the status of an answer that failed as a whole with this code
	// (media type application/graphql-response+json).
	HTTP int
	// Exit is the exit status of the command line.
	Exit int
}

// ErrorTable lists every code with its meaning, HTTP status and exit status.
// It is the only such table: the presenter, the command line and the
// documentation read it.
func ErrorTable() []CodeInfo {
	return []CodeInfo{
		{BadUserInput, "an argument or a value is malformed, out of range or inconsistent", 200, 2},
		{CursorMismatch, "a cursor was made for another list, filter or order", 200, 2},
		{NotFound, "no record has this id", 200, 3},
		{Conflict, "the record exists already, or changed meanwhile", 200, 4},
		{WouldOrphan, "other facts need this record; name them in cascade to delete them too", 200, 4},
		{IdempotencyClash, "this idempotency key was used with another input", 200, 4},
		{Unauthenticated, "the credential is missing, malformed or wrong", 401, 5},
		{Forbidden, "the credential does not allow this", 200, 5},
		{RateLimited, "too many requests; see Retry-After", 429, 6},
		{OperationTooLarge, "the document has too many fields or is too deep", 400, 6},
		{ComplexityExceeded, "the operation costs more than the limit", 400, 6},
		{TooManyErrors, "only the first errors are shown", 200, 6},
		{Timeout, "the deadline passed before the answer was complete", 200, 7},
		{Unavailable, "the store cannot be reached", 503, 8},
		{Internal, "a fault of the hub", 500, 1},
	}
}

// Info finds the row of a code; an unknown code is Internal.
func (c Code) Info() CodeInfo {
	var fallback CodeInfo
	for _, row := range ErrorTable() {
		if row.Code == c {
			return row
		}
		if row.Code == Internal {
			fallback = row
		}
	}
	return fallback
}

// Error is a failure that a caller may see: a code, the field it concerns
// (a dotted path in the input, empty when none) and a message that is safe to
// show. Causes are wrapped and never shown.
type Error struct {
	Code  Code
	Field string
	Msg   string
	Cause error
	// Record is the record it concerns, when an update has several and one of
	// them is at fault.
	Record ID
}

// Error joins field and message.
func (e *Error) Error() string {
	s := e.Msg
	if e.Field != "" {
		s = e.Field + ": " + s
	}
	if e.Cause != nil {
		s += ": " + e.Cause.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Errors are several failures at once, as validation finds them.
type Errors []*Error

// Error joins the messages with semicolons.
func (es Errors) Error() string {
	msgs := make([]string, len(es))
	for i, e := range es {
		msgs[i] = e.Error()
	}
	return strings.Join(msgs, "; ")
}

// Unwrap gives the single errors, so that errors.As finds them.
func (es Errors) Unwrap() []error {
	out := make([]error, len(es))
	for i, e := range es {
		out[i] = e
	}
	return out
}

// AsErrors lists the coded errors in err: all of an Errors, one for an *Error,
// none for a fault without code.
func AsErrors(err error) Errors {
	if es, ok := errors.AsType[Errors](err); ok {
		return es
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return Errors{e}
	}
	return nil
}

// CodeOf is the code of err: Internal for a fault without one, empty for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if es := AsErrors(err); len(es) > 0 {
		return es[0].Code
	}
	return Internal
}

// Invalid makes a BadUserInput error about a field; the message names the value.
func Invalid(field, format string, args ...any) *Error {
	return &Error{Code: BadUserInput, Field: field, Msg: fmt.Sprintf(format, args...)}
}

// Clip shortens text for a message: at most n bytes, cut at a rune, with an
// ellipsis.
func Clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n] + "…"
}
