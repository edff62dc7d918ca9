package graph

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"net/http"
	"runtime/debug"
	"sync/atomic"
	"time"

	"polehub/hub"
)

// requestHeader carries the id that the log and "internal error" messages name.
const requestHeader = "X-Request-Id"

// loggedFaults bounds what one request may write into the log: a fault in a
// list of 100 would be logged 100 times.
const loggedFaults = 20

// bodyDeadline is how long a client may take to send its request. It holds for
// bodies that nothing reads too: the server looks for their end before the
// connection can carry another request.
const bodyDeadline = 30 * time.Second

// request is what the log knows of a request.
type request struct {
	id     string
	faults atomic.Int32
}

type requestKey struct{}

// withRequest gives ctx a request with an id of its own, unless it has one.
func withRequest(ctx context.Context) context.Context {
	if _, ok := ctx.Value(requestKey{}).(*request); ok {
		return ctx
	}
	id := make([]byte, 8)
	rand.Read(id) // never fails
	return context.WithValue(ctx, requestKey{}, &request{id: hex.EncodeToString(id)})
}

// requestID is the id of the request that ctx belongs to; "-" without one.
func requestID(ctx context.Context) string {
	if r, ok := ctx.Value(requestKey{}).(*request); ok {
		return r.id
	}
	return "-"
}

// mayLog counts the faults of a request and says whether one more is logged.
func mayLog(ctx context.Context) bool {
	r, ok := ctx.Value(requestKey{}).(*request)
	return !ok || r.faults.Add(1) <= loggedFaults
}

// observe gives each request an id, headers that every answer carries, a line in
// the log, and a net for panics. The log has the path and never the query
// string, whose variables are the client's business.
func observe(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		ctx := withRequest(r.Context())
		h := w.Header()
		h.Set(requestHeader, requestID(ctx))
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		if r.ContentLength != 0 {
			limitBody(w, bodyDeadline)
		}
		seen := &seenWriter{ResponseWriter: w}
		defer func() {
			if cause := recover(); cause != nil {
				log.ErrorContext(ctx, "panic", "request", requestID(ctx), "panic", cause, "stack", string(debug.Stack()))
				if seen.status != 0 {
					panic(http.ErrAbortHandler) // half an answer must not look whole
				}
				refuse(seen, http.StatusInternalServerError, string(hub.Internal), "internal error, request "+requestID(ctx))
			}
			log.InfoContext(ctx, "request", "request", requestID(ctx), "method", hub.Clip(r.Method, 20), "path", hub.Clip(r.URL.Path, 200),
				"status", seen.status, "bytes", seen.bytes, "ms", time.Since(start).Milliseconds())
		}()
		next.ServeHTTP(seen, r.WithContext(ctx))
	})
}

// limitBody sets how long reading the request may last from now on; 0 for as
// long as it takes.
func limitBody(w http.ResponseWriter, limit time.Duration) {
	var end time.Time
	if limit > 0 {
		end = time.Now().Add(limit)
	}
	// A recorder in a test has no deadlines.
	_ = http.NewResponseController(w).SetReadDeadline(end)
}

// seenWriter remembers what was answered.
type seenWriter struct {
	http.ResponseWriter
	status int
	bytes  int
}

// WriteHeader notes the first status, which is the one that is sent.
func (w *seenWriter) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write counts what is written; without a status before it, that is 200.
func (w *seenWriter) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (w *seenWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
