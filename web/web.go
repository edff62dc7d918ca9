// Package web holds the pages. Each is a folder of files: a template, a style
// and a script, all served from the program itself, so that a page works without
// a network and under a policy that allows no inline code. Pages speak GraphQL
// and know nothing else of the hub.
package web
