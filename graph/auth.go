package graph

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"polehub/hub"
)

// writerName stands in the change log for whoever holds the write token.
const writerName = "write-token"

// gate knows who may write: whoever sends the token given at start. Without one
// nobody may.
type gate struct {
	configured bool
	want       [sha256.Size]byte
}

func newGate(token string) gate {
	return gate{configured: token != "", want: sha256.Sum256([]byte(token))}
}

// authenticate lets requests without credential through as anonymous readers
// and those with the write token as administrators. Any other credential is
// answered 401 and never counts as none: its sender believes to be somebody.
func (g gate) authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), gateKey{}, g)
		if credentials := r.Header.Values("Authorization"); len(credentials) > 0 {
			if len(credentials) > 1 || !g.admits(credentials[0]) {
				w.Header().Set("WWW-Authenticate", "Bearer")
				refuse(w, http.StatusUnauthorized, string(hub.Unauthenticated), g.wrong())
				return
			}
			ctx = WithCaller(ctx, Caller{Name: writerName, Role: RoleAdmin})
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// admits compares in constant time: both sides are hashed first, so that not
// even the length shows.
func (g gate) admits(credential string) bool {
	scheme, token, ok := strings.Cut(credential, " ")
	if !ok || !strings.EqualFold(scheme, "Bearer") {
		return false
	}
	got := sha256.Sum256([]byte(strings.TrimSpace(token)))
	return subtle.ConstantTimeCompare(got[:], g.want[:]) == 1 && g.configured
}

func (g gate) wrong() string {
	if !g.configured {
		return "this server was started without a write token, so no credential is valid; " + howToWrite
	}
	return "the credential is not valid; send Authorization: Bearer and the write token, or nothing to read"
}

const howToWrite = "to enable writes start it with POLEHUB_WRITE_TOKEN or --write-token-file"

// gateKey finds the gate that a request came through.
type gateKey struct{}

// isReadOnly tells whether the request came through a gate that lets nobody
// write.
func isReadOnly(ctx context.Context) bool {
	g, gated := ctx.Value(gateKey{}).(gate)
	return gated && !g.configured
}

// HasRole implements the directive @hasRole: callers without the role get
// FORBIDDEN at the field, with what they can do about it.
func HasRole(ctx context.Context, _ any, next graphql.Resolver, role Role) (any, error) {
	if CallerOf(ctx).Role >= role {
		return next(ctx)
	}
	if isReadOnly(ctx) {
		return nil, &hub.Error{Code: hub.Forbidden, Msg: "this server is read-only; " + howToWrite}
	}
	return nil, &hub.Error{Code: hub.Forbidden,
		Msg: "this needs the role " + role.String() + "; send the write token as Authorization: Bearer"}
}
