package neo4j

import (
	"context"
	"errors"
	"net"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
)

// translate gives an error of the driver a code of the hub. Errors that have
// one pass as they are.
func translate(ctx context.Context, err error) error {
	switch {
	case err == nil || len(hub.AsErrors(err)) > 0:
		return err
	case errors.Is(context.Cause(ctx), errSilent):
		return &hub.Error{Code: hub.Unavailable, Msg: errSilent.Msg, Cause: err}
	case unreachable(err, ctx.Err() != nil):
		return &hub.Error{Code: hub.Unavailable, Msg: "Neo4j cannot be reached", Cause: err}
	case errors.Is(err, context.DeadlineExceeded) || errors.Is(ctx.Err(), context.DeadlineExceeded):
		return &hub.Error{Code: hub.Timeout, Msg: "the deadline passed before Neo4j answered", Cause: err}
	case errors.Is(err, context.Canceled) || errors.Is(ctx.Err(), context.Canceled):
		return &hub.Error{Code: hub.Timeout, Msg: "the request was cancelled", Cause: errors.Join(context.Canceled, err)}
	}
	if server, ok := errors.AsType[*neo4j.Neo4jError](err); ok {
		return translateServer(server)
	}
	return &hub.Error{Code: hub.Internal, Msg: "the Neo4j store failed", Cause: err}
}

// translateServer gives an error that the server sent a code.
func translateServer(err *neo4j.Neo4jError) error {
	code, msg := hub.Internal, "the Neo4j store failed"
	switch {
	case strings.HasPrefix(err.Code, "Neo.ClientError.Security."):
		code, msg = hub.Unavailable, "Neo4j refuses the user or the password"
	case err.Code == "Neo.ClientError.Schema.ConstraintValidationFailed":
		code, msg = hub.Conflict, "the change breaks a rule of the database: a record with this id exists already, or other facts need it"
	case strings.Contains(err.Code, "TransactionTimedOut"):
		code, msg = hub.Timeout, "the deadline passed before Neo4j answered"
	case strings.HasPrefix(err.Code, "Neo.TransientError."), strings.HasPrefix(err.Code, "Neo.DatabaseError.General."),
		err.Code == "Neo.ClientError.Database.DatabaseNotFound":
		code, msg = hub.Unavailable, "Neo4j is not available"
	}
	return &hub.Error{Code: code, Msg: msg, Cause: err}
}

// unreachable reports whether err, or one of the failures of a transaction that
// was tried several times, says that there is no connection. Once the context
// is over, only a connection that was refused or cut counts: the driver calls
// its own waiting a lack of connection too.
func unreachable(err error, over bool) bool {
	if limit, ok := errors.AsType[*neo4j.TransactionExecutionLimit](err); ok {
		return slices.ContainsFunc(limit.Errors, func(e error) bool { return unreachable(e, over) })
	}
	lost, ok := errors.AsType[*neo4j.ConnectivityError](err)
	if !ok || !over {
		return ok
	}
	network, ok := errors.AsType[*net.OpError](lost.Inner)
	return ok && !network.Timeout()
}
