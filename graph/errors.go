package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"polehub/hub"
)

// Codes of the protocol, beside those of hub.ErrorTable: they say what is wrong
// with a request before anything is asked of the hub.
const (
	codeBadRequest  = "BAD_REQUEST"
	codeDefer       = "DEFER_NOT_SUPPORTED"
	codeMethod      = "METHOD_NOT_ALLOWED"
	codePayload     = "PAYLOAD_TOO_LARGE"
	codeMediaType   = "UNSUPPORTED_MEDIA_TYPE"
	codeNothingHere = "NOT_FOUND"
)

// protocolError is a refusal with a code that the hub does not know.
type protocolError struct {
	code string
	msg  string
}

// Error gives the message, which is safe to show.
func (e *protocolError) Error() string { return e.msg }

// limitError makes the refusal of a limit.
func limitError(code hub.Code, format string, args ...any) error {
	return &hub.Error{Code: code, Msg: fmt.Sprintf(format, args...)}
}

// count writes a number for a message; one that stopped at the largest int is
// only known to be larger.
func count(n int) string {
	if n > 1_000_000_000 {
		return "more than 1000000000"
	}
	return strconv.Itoa(n)
}

// errReported stands for a panic that the recover function has logged.
var errReported = errors.New("reported")

// presenter turns every error of an operation into what a client may see: coded
// errors as they are, without their causes; everything else as "internal error"
// with the id of the request, logged with the operation's name and the path and
// never with variables. No stack, SQL, Cypher or path of a file gets through.
type presenter struct {
	log *slog.Logger
}

// present is the error presenter of the executor. An error that holds several
// becomes several, at one path.
func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	if coded := hub.AsErrors(err); len(coded) > 1 {
		last := len(coded) - 1
		for _, e := range coded[:last] {
			graphql.AddError(ctx, at(err, ctx, e))
		}
		return p.present(ctx, at(err, ctx, coded[last]))
	}
	shown := at(err, ctx, nil)
	shown.Message, shown.Extensions = p.translate(ctx, err, shown.Path)
	return shown
}

// at wraps cause where err happened.
func at(err error, ctx context.Context, cause error) *gqlerror.Error {
	e := &gqlerror.Error{Err: cause, Path: graphql.GetPath(ctx)}
	if cause != nil {
		e.Message = cause.Error()
	}
	if g, ok := errors.AsType[*gqlerror.Error](err); ok {
		e.Locations = g.Locations
		if g.Path != nil {
			e.Path = g.Path
		}
	}
	return e
}

// translate chooses message and extensions of one error.
func (p presenter) translate(ctx context.Context, err error, path ast.Path) (string, map[string]any) {
	if coded := hub.AsErrors(err); len(coded) > 0 && coded[0].Code != hub.Internal {
		e := coded[0]
		if e.Code == hub.Unavailable && e.Cause != nil {
			p.fault(ctx, slog.LevelWarn, "store unavailable", e.Cause, path)
		}
		extensions := code(string(e.Code))
		if e.Field != "" {
			extensions["field"] = e.Field
		}
		if e.Record != "" {
			extensions["record"] = string(e.Record)
		}
		return message(e), extensions
	}
	if e, ok := errors.AsType[*protocolError](err); ok {
		return e.msg, code(e.code)
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return "the deadline passed before the answer was complete", code(string(hub.Timeout))
	case errors.Is(err, context.Canceled):
		return "the request was cancelled", code(string(hub.Timeout))
	}
	if e, ok := errors.AsType[*graphql.IntegerError](err); ok {
		return e.Message, code(string(hub.BadUserInput))
	}
	if e, ok := errors.AsType[*gqlerror.Error](err); ok && isProtocol(e) {
		return e.Message, code(e.Extensions["code"].(string))
	}
	if !errors.Is(err, errReported) {
		p.fault(ctx, slog.LevelError, "internal error", err, path)
	}
	return "internal error, request " + requestID(ctx), code(string(hub.Internal))
}

// message is what a coded error says, with its field in front.
func message(e *hub.Error) string {
	if e.Field == "" {
		return e.Msg
	}
	return e.Field + ": " + e.Msg
}

func code(c string) map[string]any { return map[string]any{"code": c} }

// isProtocol tells what gqlparser and the executor found in a document, whose
// texts speak of the document only.
func isProtocol(e *gqlerror.Error) bool {
	switch e.Extensions["code"] {
	case errcode.ParseFailed, errcode.ValidationFailed:
		return true
	}
	return false
}

// fault logs what a client must not see.
func (p presenter) fault(ctx context.Context, level slog.Level, text string, err error, path ast.Path) {
	if !mayLog(ctx) {
		return
	}
	if wrapper, ok := errors.AsType[*gqlerror.Error](err); ok && wrapper.Err != nil {
		err = wrapper.Err
	}
	p.log.LogAttrs(ctx, level, text,
		slog.String("request", requestID(ctx)),
		slog.String("operation", operationName(ctx)),
		slog.String("path", path.String()),
		slog.String("error", err.Error()))
}

// recovered is the recover function of the executor: it logs a panic with its
// stack.
func (p presenter) recovered(ctx context.Context, cause any) error {
	if mayLog(ctx) {
		p.log.LogAttrs(ctx, slog.LevelError, "panic",
			slog.String("request", requestID(ctx)),
			slog.String("operation", operationName(ctx)),
			slog.String("path", graphql.GetPath(ctx).String()),
			slog.String("panic", fmt.Sprint(cause)),
			slog.String("stack", string(debug.Stack())))
	}
	return errReported
}

// operationName is the name of the operation being answered, shortened; empty
// when it has none.
func operationName(ctx context.Context) string {
	if !graphql.HasOperationContext(ctx) {
		return ""
	}
	op := graphql.GetOperationContext(ctx)
	if op.Operation != nil && op.Operation.Name != "" {
		return hub.Clip(op.Operation.Name, 80)
	}
	return hub.Clip(strings.TrimSpace(op.OperationName), 80)
}

// limitErrors keeps the first errors of an answer and says how many there were:
// 2 kB of bad directives gave 147 kB of errors.
func limitErrors(most int) graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		resp := next(ctx)
		if resp == nil || len(resp.Errors) <= most {
			return resp
		}
		total := len(resp.Errors)
		resp.Errors = append(resp.Errors[:most:most], &gqlerror.Error{
			Message:    fmt.Sprintf("%d errors in all; only the first %d are shown", total, most),
			Extensions: code(string(hub.TooManyErrors)),
		})
		return resp
	}
}
