// Package web holds the pages. Each is a folder of files: a template, a style
// and a script, all served from the program itself, so that a page works without
// a network and under a policy that allows no inline code. Pages speak GraphQL
// and know nothing else of the hub.
package web

import (
	"log/slog"
	"net/http"

	"polehub/web/page"
	"polehub/web/report"
)

// Pages serves the pages that show a hub, which they ask through q. Their
// addresses begin with a language; [report.Handler] lists them.
func Pages(q page.Querier, log *slog.Logger) http.Handler { return report.Handler(q, log) }
