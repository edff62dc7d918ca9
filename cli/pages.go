package cli

import (
	"context"

	"polehub/graph"
	"polehub/web/page"
)

// inProcess lets pages ask the API without a network: the same executor, limits
// and errors as over HTTP, with the rights of a caller without credentials.
type inProcess struct{ api *graph.API }

// Query answers a document into out.
func (p inProcess) Query(ctx context.Context, document string, variables map[string]any, out any) error {
	answer := p.api.Query(ctx, document, "", variables)
	var refusals []*page.Error
	for _, e := range answer.Errors {
		code, _ := e.Extensions["code"].(string)
		refusals = append(refusals, &page.Error{Code: code, Path: e.Path.String(), Message: e.Message})
	}
	return page.Decode(answer.Data, refusals, out)
}
