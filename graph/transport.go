package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"polehub/hub"
)

const (
	allowedMethods = "GET, POST, OPTIONS"
	typeJSON       = "application/json"
	typeGraphQL    = "application/graphql-response+json"
)

// endpoint is GraphQL over HTTP: the one place that knows how a request becomes
// an operation and an answer becomes bytes. It stands in for gqlgen's stock
// transports, which take bodies of any length, echo what they cannot read,
// answer a mutation by GET with 406 and pull in a WebSocket library. No
// multipart (it runs cross-site mutations), no array batching, no persisted
// queries.
type endpoint struct {
	exec graphql.GraphExecutor
	body int64
}

// ServeHTTP answers one request for GraphQL, by GET or POST.
func (e endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("Vary", "Accept")
	var params *graphql.RawParams
	var bad *badRequest
	switch r.Method {
	case http.MethodPost:
		params, bad = e.readPost(w, r)
	case http.MethodGet:
		params, bad = readGet(r)
	case http.MethodOptions:
		w.Header().Set("Allow", allowedMethods)
		w.WriteHeader(http.StatusNoContent)
		return
	default:
		bad = wrongMethod(allowedMethods, "use GET or POST")
	}
	if bad == nil {
		bad = e.answer(w, r, params)
	}
	if bad != nil {
		if bad.header != "" {
			w.Header().Set(bad.header, bad.value)
		}
		refuse(w, bad.status, bad.code, bad.msg)
	}
}

// badRequest is why a request reaches no operation, with the header that says
// what would.
type badRequest struct {
	status        int
	code, msg     string
	header, value string
}

func malformed(msg string) *badRequest {
	return &badRequest{status: http.StatusBadRequest, code: codeBadRequest, msg: msg}
}

func wrongMethod(allow, msg string) *badRequest {
	return &badRequest{http.StatusMethodNotAllowed, codeMethod, msg, "Allow", allow}
}

// readPost reads the whole body, within its limit, as one JSON object.
func (e endpoint) readPost(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *badRequest) {
	if !isJSON(r.Header.Get("Content-Type")) {
		return nil, &badRequest{http.StatusUnsupportedMediaType, codeMediaType,
			"send application/json in UTF-8", "Accept-Post", typeJSON}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, e.body))
	if large, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return nil, &badRequest{status: http.StatusRequestEntityTooLarge, code: codePayload,
			msg: fmt.Sprintf("the request is larger than %d bytes", large.Limit)}
	}
	if err != nil {
		return nil, malformed("the request could not be read to its end")
	}
	limitBody(w, 0)
	if !utf8.Valid(body) {
		return nil, malformed("the request is not in UTF-8")
	}
	params, err := readParams(body)
	if err != nil {
		return nil, malformed("the request is not one JSON object with query (text) and, if needed, " +
			"operationName (text), variables (object), extensions (object)")
	}
	return params, nil
}

// readParams reads the object of a request. A decoder into a struct would take
// "QUERY" for "query".
func readParams(body []byte) (*graphql.RawParams, error) {
	var in map[string]json.RawMessage
	if err := decode(body, &in); err != nil {
		return nil, err
	}
	var query *string
	params := &graphql.RawParams{}
	for name, into := range map[string]any{
		"query": &query, "operationName": &params.OperationName, "variables": &params.Variables, "extensions": &params.Extensions,
	} {
		if text, given := in[name]; given {
			if err := decode(text, into); err != nil {
				return nil, err
			}
		}
	}
	if query == nil {
		return nil, errors.New("no query")
	}
	params.Query = *query
	return params, nil
}

// isJSON tells the media type of a request in UTF-8.
func isJSON(contentType string) bool {
	mediaType, params, err := mime.ParseMediaType(contentType)
	if err != nil || mediaType != typeJSON {
		return false
	}
	charset, given := params["charset"]
	return !given || strings.EqualFold(charset, "utf-8")
}

// readGet reads the parameters of the address.
func readGet(r *http.Request) (*graphql.RawParams, *badRequest) {
	in, err := url.ParseQuery(r.URL.RawQuery)
	for _, values := range in {
		if !utf8.ValidString(values[0]) {
			return nil, malformed("the address is not in UTF-8")
		}
	}
	if err != nil || in.Get("query") == "" {
		return nil, malformed("the address needs the parameter query; operationName, variables and extensions may be added")
	}
	params := &graphql.RawParams{Query: in.Get("query"), OperationName: in.Get("operationName")}
	if text := in.Get("variables"); text != "" && decode([]byte(text), &params.Variables) != nil {
		return nil, malformed("variables is not a JSON object")
	}
	if text := in.Get("extensions"); text != "" && decode([]byte(text), &params.Extensions) != nil {
		return nil, malformed("extensions is not a JSON object")
	}
	return params, nil
}

// decode reads one JSON value with nothing after it; numbers keep their digits.
func decode(text []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(into); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return errors.New("there is something after the value")
	}
	return nil
}

// answer runs the operation and writes what came of it.
func (e endpoint) answer(w http.ResponseWriter, r *http.Request, params *graphql.RawParams) *badRequest {
	mediaType := negotiate(r.Header.Values("Accept"))
	ctx := graphql.StartOperationTrace(r.Context())
	op, errs := e.exec.CreateOperationContext(ctx, params)
	if len(errs) > 0 {
		resp := e.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		writeAnswer(w, mediaType, refusalStatus(mediaType, resp), answerText(resp))
		return nil
	}
	if r.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		return wrongMethod(http.MethodPost, "only queries are answered by GET; send mutations by POST")
	}
	respond, ctx := e.exec.DispatchOperation(ctx, op)
	resp := respond(ctx)
	text := answerText(resp)
	if r.Method == http.MethodGet && len(resp.Errors) == 0 {
		tag := entityTag(mediaType, text)
		w.Header().Set("ETag", tag)
		w.Header().Set("Cache-Control", "no-cache") // keep it, but ask each time whether it still holds
		if hasTag(r.Header.Values("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	writeAnswer(w, mediaType, http.StatusOK, text)
	return nil
}

// entityTag names an answer by what it says.
func entityTag(mediaType string, text []byte) string {
	sum := sha256.Sum256(append([]byte(mediaType), text...))
	return `"` + hex.EncodeToString(sum[:16]) + `"`
}

// hasTag reports whether a client has the answer with a tag already.
func hasTag(known []string, tag string) bool {
	for part := range strings.SplitSeq(strings.Join(known, ","), ",") {
		if part = strings.TrimSpace(part); part == "*" || strings.TrimPrefix(part, "W/") == tag {
			return true
		}
	}
	return false
}

// negotiate chooses the media type of the answer: GraphQL's own when it is named
// and application/json is not named before it.
func negotiate(accept []string) string {
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		switch mediaType, _, _ := mime.ParseMediaType(part); mediaType {
		case typeJSON:
			return typeJSON
		case typeGraphQL:
			return typeGraphQL
		}
	}
	return typeJSON
}

// refusalStatus is the status of an operation that was refused before it ran.
// Under application/json a well-formed answer is 200, whatever it says.
func refusalStatus(mediaType string, resp *graphql.Response) int {
	switch c := resp.Errors[0].Extensions["code"]; {
	case c == codeDefer:
		return http.StatusBadRequest
	case c == string(hub.Internal):
		return http.StatusInternalServerError
	case mediaType == typeGraphQL:
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// answerText writes errors, data and extensions; data is left out when nothing
// was executed, and null only when execution made it so. The data are JSON
// already: json.Marshal would read every byte of them again.
func answerText(resp *graphql.Response) []byte {
	var body bytes.Buffer
	body.Grow(len(resp.Data) + len(`{"data":}`) + 1)
	separator := byte('{')
	part := func(name string, value []byte) {
		body.WriteByte(separator)
		separator = ','
		body.WriteString(`"` + name + `":`)
		body.Write(value)
	}
	if len(resp.Errors) > 0 {
		part("errors", mustMarshal(resp.Errors))
	}
	if resp.Data != nil {
		part("data", resp.Data)
	}
	if len(resp.Extensions) > 0 {
		part("extensions", mustMarshal(resp.Extensions))
	}
	body.WriteString("}\n")
	return body.Bytes()
}

func writeAnswer(w http.ResponseWriter, mediaType string, status int, text []byte) {
	w.Header().Set("Content-Type", mediaType+"; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(status)
	// The client may be gone, which is its own business.
	_, _ = w.Write(text)
}

// mustMarshal writes what is made here of texts, numbers and maps of them.
func mustMarshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("graph: %v", err))
	}
	return b
}
