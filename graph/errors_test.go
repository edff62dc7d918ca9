package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"polehub/hub"
)

// canary stands for what a client must never see.
const canary = "SELECT secret FROM /var/lib/polehub/hub.db"

// failing is an API whose one operation adds these errors.
func failing(t *testing.T, limits Limits, errs ...error) (*API, func() string) {
	log, out := logged()
	api := NewAPI(newTestSchema(t, func(ctx context.Context) string {
		for _, err := range errs {
			graphql.AddError(ctx, err)
		}
		return "null"
	}), limits, log)
	return api, out.String
}

func TestPresenter(t *testing.T) {
	cause := errors.New(canary)
	for _, c := range []struct {
		name     string
		err      error
		code     hub.Code
		message  string
		field    string
		reported bool // in the log
	}{
		{"a coded error", hub.Invalid("first", "must be 1 to 100, not 101"), hub.BadUserInput, "first: must be 1 to 100, not 101", "first", false},
		{"a coded error, wrapped", fmt.Errorf("read poles: %w", &hub.Error{Code: hub.NotFound, Msg: "no pole"}), hub.NotFound, "no pole", "", false},
		{"its cause stays here", &hub.Error{Code: hub.Conflict, Msg: "exists already", Cause: cause}, hub.Conflict, "exists already", "", false},
		{"a store that is down", &hub.Error{Code: hub.Unavailable, Msg: "the store cannot be reached", Cause: cause}, hub.Unavailable, "the store cannot be reached", "", true},
		{"no code", cause, hub.Internal, "internal error, request ", "", true},
		{"no code, wrapped", fmt.Errorf("read: %w", cause), hub.Internal, "internal error, request ", "", true},
		{"coded as internal", &hub.Error{Code: hub.Internal, Msg: "the store failed", Cause: cause}, hub.Internal, "internal error, request ", "", true},
		{"an error of GraphQL without code", gqlerror.Errorf("%s", canary), hub.Internal, "internal error, request ", "", true},
		{"an error of GraphQL with a code of its own", &gqlerror.Error{Message: canary, Extensions: map[string]any{"code": "SQL"}}, hub.Internal, "internal error, request ", "", true},
		{"the deadline", fmt.Errorf("query: %w", context.DeadlineExceeded), hub.Timeout, "the deadline passed", "", false},
		{"the client left", context.Canceled, hub.Timeout, "cancelled", "", false},
		{"an integer that overflows", &graphql.NumberOverflowError{IntegerError: &graphql.IntegerError{Message: "5000000000 overflows signed 32-bit integer"}}, hub.BadUserInput, "5000000000 overflows", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			api, log := failing(t, DefaultLimits(), c.err)
			resp := api.Query(t.Context(), `query Mine{text}`, "", nil)
			if len(resp.Errors) != 1 {
				t.Fatalf("%d errors: %v", len(resp.Errors), resp.Errors)
			}
			got := resp.Errors[0]
			if got.Extensions["code"] != string(c.code) || !strings.Contains(got.Message, c.message) {
				t.Errorf("answered %s %q, want %s %q", got.Extensions["code"], got.Message, c.code, c.message)
			}
			if field, _ := got.Extensions["field"].(string); field != c.field {
				t.Errorf("field %q, want %q", field, c.field)
			}
			if shown := string(mustMarshal(resp)); strings.Contains(shown, canary) {
				t.Errorf("the canary is in the answer: %s", shown)
			}
			if reported := strings.Count(log(), canary) == 1; reported != c.reported {
				t.Errorf("reported once: %v, want %v; log: %s", reported, c.reported, log())
			}
		})
	}
}

func TestInternalErrorsAreLoggedWithRequestOperationAndPathOnly(t *testing.T) {
	path := ast.Path{ast.PathName("pole"), ast.PathIndex(3)}
	api, log := failing(t, DefaultLimits(), &gqlerror.Error{Err: errors.New("boom"), Path: path})
	resp := api.Query(t.Context(), `query Mine($v:ID!){pole(id:$v){id}}`, "", map[string]any{"v": "a secret value"})
	_, id, _ := strings.Cut(resp.Errors[0].Message, "request ")
	for _, want := range []string{"request=" + id, "operation=Mine", "path=pole[3]", "error=boom"} {
		if len(id) != 16 || !strings.Contains(log(), want) {
			t.Errorf("the log lacks %q: %s", want, log())
		}
	}
	if strings.Contains(log(), "a secret value") {
		t.Errorf("the log has a variable: %s", log())
	}
}

func TestSeveralErrorsAtOnePath(t *testing.T) {
	all := hub.Errors{hub.Invalid("name", "is empty"), hub.Invalid("startedOn", "is no date"), {Code: hub.Conflict, Msg: "exists"}}
	api, _ := failing(t, DefaultLimits(), &gqlerror.Error{Err: fmt.Errorf("create: %w", all), Path: ast.Path{ast.PathName("createPole")}})
	resp := api.Query(t.Context(), `{text}`, "", nil)
	if got, want := codes(resp.Errors), []string{"BAD_USER_INPUT", "BAD_USER_INPUT", "CONFLICT"}; !slices.Equal(got, want) {
		t.Fatalf("codes %v, want %v", got, want)
	}
	for i, e := range resp.Errors {
		if e.Message != message(all[i]) || e.Path.String() != "createPole" {
			t.Errorf("error %d: %q at %s", i, e.Message, e.Path)
		}
	}
}

func TestErrorsAreLimited(t *testing.T) {
	for _, c := range []struct{ errs, want int }{{1, 1}, {20, 20}, {21, 20 + 1}, {500, 20 + 1}} {
		errs := slices.Repeat([]error{hub.Invalid("", "bad")}, c.errs)
		api, _ := failing(t, DefaultLimits(), errs...)
		resp := api.Query(t.Context(), `{text}`, "", nil)
		if len(resp.Errors) != c.want {
			t.Errorf("%d errors are shown as %d, want %d", c.errs, len(resp.Errors), c.want)
		}
		last := resp.Errors[len(resp.Errors)-1]
		tooMany := last.Extensions["code"] == string(hub.TooManyErrors)
		if tooMany != (c.errs > 20) {
			t.Errorf("%d errors end with %s", c.errs, last.Extensions["code"])
		}
		if want := fmt.Sprintf("%d errors in all", c.errs); tooMany && !strings.Contains(last.Message, want) {
			t.Errorf("%q does not say %q", last.Message, want)
		}
	}
}

func TestFaultsOfOneRequestFillNoLog(t *testing.T) {
	api, log := failing(t, DefaultLimits(), slices.Repeat([]error{errors.New("boom")}, 500)...)
	api.Query(t.Context(), `{text}`, "", nil)
	if n := strings.Count(log(), "internal error"); n != loggedFaults {
		t.Errorf("%d lines, want %d", n, loggedFaults)
	}
}

func TestPanicsAreMaskedAndLoggedOnce(t *testing.T) {
	log, out := logged()
	api := NewAPI(newTestSchema(t, func(ctx context.Context) (data string) {
		// As generated code does around each resolver.
		defer func() {
			if cause := recover(); cause != nil {
				graphql.AddError(ctx, graphql.Recover(ctx, cause))
				data = "null"
			}
		}()
		panic(canary)
	}), DefaultLimits(), log)
	resp := api.Query(t.Context(), `query Mine{text}`, "", nil)
	if got := codes(resp.Errors); !slices.Equal(got, []string{string(hub.Internal)}) {
		t.Fatalf("codes %v", got)
	}
	if shown := string(mustMarshal(resp)); strings.Contains(shown, canary) || strings.Contains(shown, "goroutine") {
		t.Errorf("the panic is in the answer: %s", shown)
	}
	for _, want := range []string{canary, "operation=Mine", "errors_test.go"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the log lacks %q", want)
		}
	}
	if n := strings.Count(out.String(), "level=ERROR"); n != 1 {
		t.Errorf("logged %d times", n)
	}
}

func TestErrorNamesItsRecord(t *testing.T) {
	api, _ := failing(t, DefaultLimits(), &hub.Error{Code: hub.Conflict, Msg: "exists", Record: "pole:a"}, hub.Invalid("", "bad"))
	errs := api.Query(t.Context(), `{text}`, "", nil).Errors
	if errs[0].Extensions["record"] != "pole:a" {
		t.Errorf("extensions %v", errs[0].Extensions)
	}
	if _, named := errs[1].Extensions["record"]; named {
		t.Errorf("extensions %v", errs[1].Extensions)
	}
}

// Every code of the hub reaches the client as it is, except that of a fault.
func TestEveryCodeOfTheTable(t *testing.T) {
	for _, row := range hub.ErrorTable() {
		api, _ := failing(t, DefaultLimits(), &hub.Error{Code: row.Code, Msg: "why"})
		got := api.Query(t.Context(), `{text}`, "", nil).Errors[0]
		if got.Extensions["code"] != string(row.Code) {
			t.Errorf("%s became %v", row.Code, got.Extensions["code"])
		}
		if (got.Message == "why") != (row.Code != hub.Internal) {
			t.Errorf("%s says %q", row.Code, got.Message)
		}
	}
}
