package hub

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// MaxIDLength is the length of the longest id, in bytes.
const MaxIDLength = 200

// ID names one record of the hub for ever: a typed prefix, a colon, and a
// readable local part, such as pole:pole-sud or org:siren-123456782. The empty
// ID means "no record" (an unknown party, a tie outside any pole).
type ID string

// ParseID checks the form of an id: ^[a-z]+:[A-Za-z0-9._%-]+$, at most
// MaxIDLength bytes. It does not say whether a record has that id.
func ParseID(s string) (ID, error) {
	prefix, local, ok := strings.Cut(s, ":")
	if !ok || prefix == "" || local == "" || len(s) > MaxIDLength {
		return "", badID(s)
	}
	for i := range len(prefix) {
		if prefix[i] < 'a' || prefix[i] > 'z' {
			return "", badID(s)
		}
	}
	for i := range len(local) {
		if !idByte(local[i]) && local[i] != '%' {
			return "", badID(s)
		}
	}
	return ID(s), nil
}

func badID(s string) error {
	return &Error{Code: BadUserInput, Field: "id", Msg: fmt.Sprintf("%q is not an id: expected a form such as pole:pole-sud", Clip(s, 60))}
}

func idByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-'
}

// NewID makes an id from a prefix and any local text: bytes outside
// [A-Za-z0-9._-] are percent-encoded. A result over MaxIDLength is cut and
// ends in a hash of the whole text, so that two long texts stay two ids.
func NewID(prefix, local string) ID {
	return limitID(prefix, escapeLocal(local))
}

// DeriveID makes the id of a record from its natural key: the parts are joined
// by dots. Of a part that is the id of a record only the local part counts, for
// a key has ids of one noun at one place. Dots and percent signs inside a part
// are percent-encoded, so that different keys never meet in one id.
func DeriveID(prefix string, parts ...string) ID {
	locals := make([]string, len(parts))
	for i, p := range parts {
		locals[i] = localPart(p)
	}
	return joinKey(prefix, locals)
}

// localPart is the local part of the id of a record; any other text stays.
func localPart(s string) string {
	if id, err := ParseID(s); err == nil && NounOf(id) != nil {
		return id.Local()
	}
	return s
}

func joinKey(prefix string, parts []string) ID {
	escaped := make([]string, len(parts))
	for i, p := range parts {
		escaped[i] = strings.ReplaceAll(escapeLocal(p), ".", "%2E")
	}
	return limitID(prefix, strings.Join(escaped, "."))
}

func limitID(prefix, local string) ID {
	if local == "" {
		local = "-"
	}
	if n := MaxIDLength - len(prefix) - 1; len(local) > n {
		sum := sha256.Sum256([]byte(local))
		local = local[:n-33] + "-" + hex.EncodeToString(sum[:16])
	}
	return ID(prefix + ":" + local)
}

// escapeLocal percent-encodes what an id may not hold, and percent signs.
func escapeLocal(s string) string {
	clean := true
	for i := range len(s) {
		if !idByte(s[i]) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; idByte(c) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// Prefix is the part before the colon; it tells the noun.
func (id ID) Prefix() string {
	prefix, _, _ := strings.Cut(string(id), ":")
	return prefix
}

// Local is the part after the colon.
func (id ID) Local() string {
	_, local, _ := strings.Cut(string(id), ":")
	return local
}

// MarshalGQL writes the id as a JSON string, null when it is empty.
func (id ID) MarshalGQL(w io.Writer) { writeOptional(w, string(id)) }

// UnmarshalGQL reads an id and refuses one of the wrong form.
func (id *ID) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		return &Error{Code: BadUserInput, Field: "id", Msg: Clip(fmt.Sprint(v), 60) + " is not an id: expected a string"}
	}
	parsed, err := ParseID(s)
	*id = parsed
	return err
}
