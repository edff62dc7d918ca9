package relay

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"

	"polehub/hub"
)

// MaxCursor is the length of the longest cursor that is read, in bytes.
const MaxCursor = 1 << 10

// cursorVersion is the first item of every cursor; it moves when the form does.
const cursorVersion = 1

// List identifies a list that cursors belong to: a hash of the field, its
// parent, filter and order. A cursor of one list is refused by another.
type List [8]byte

// NewList hashes what identifies a list, or all lists of one field. Maps are
// hashed by sorted keys.
func NewList(parts ...any) List {
	// The parts are texts, maps and lists read from JSON: they always encode.
	data, _ := json.Marshal(parts)
	sum := sha256.Sum256(data)
	return List(sum[:8])
}

// Of is the list of one parent among those of a field.
func (l List) Of(parent hub.ID) List {
	sum := sha256.Sum256(append(l[:], parent...))
	return List(sum[:8])
}

// Cursor writes a position of the list as an opaque text: base64url of a JSON
// array of version, list, id and sort values.
func (l List) Cursor(p hub.Position) string {
	items := append([]any{cursorVersion, base64.RawURLEncoding.EncodeToString(l[:]), p.ID}, p.Values...)
	// Texts, numbers and nulls always encode.
	data, _ := json.Marshal(items)
	return base64.RawURLEncoding.EncodeToString(data)
}

// Position reads a cursor of the list under the order it was made for. One
// that cannot be read is BadUserInput, one of another list CursorMismatch.
func (l List) Position(cursor string, order []hub.Order) (*hub.Position, error) {
	if len(cursor) > MaxCursor {
		return nil, &hub.Error{Code: hub.BadUserInput, Msg: fmt.Sprintf("the cursor is %d bytes long: at most %d", len(cursor), MaxCursor)}
	}
	list, p, ok := decode(cursor)
	if !ok {
		return nil, &hub.Error{Code: hub.BadUserInput, Msg: fmt.Sprintf("%q is not a cursor of this hub", hub.Clip(cursor, 60))}
	}
	if list != l {
		return nil, &hub.Error{Code: hub.CursorMismatch, Msg: "the cursor was made for another list, filter or order"}
	}
	if !fits(p.Values, order) {
		return nil, &hub.Error{Code: hub.BadUserInput, Msg: fmt.Sprintf("%q is not a cursor of this hub", hub.Clip(cursor, 60))}
	}
	return p, nil
}

func decode(cursor string) (List, *hub.Position, bool) {
	data, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return List{}, nil, false
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var items []any
	if err := dec.Decode(&items); err != nil || dec.More() || len(items) < 3 || items[0] != json.Number(fmt.Sprint(cursorVersion)) {
		return List{}, nil, false
	}
	hash, _ := items[1].(string)
	id, _ := items[2].(string)
	sum, err := base64.RawURLEncoding.DecodeString(hash)
	if err != nil || len(sum) != len(List{}) || id == "" {
		return List{}, nil, false
	}
	p := &hub.Position{ID: hub.ID(id), Values: items[3:]}
	for i, v := range p.Values {
		if n, ok := v.(json.Number); ok {
			whole, err := n.Int64()
			if err != nil {
				return List{}, nil, false
			}
			p.Values[i] = whole
		}
	}
	return List(sum), p, true
}

// fits reports whether values are canonical sort values of the order; a forged
// cursor must not bring others to a store.
func fits(values []any, order []hub.Order) bool {
	if len(values) != len(order) {
		return false
	}
	for i, v := range values {
		_, isText := v.(string)
		_, isNumber := v.(int64)
		switch order[i].Field.Type {
		case hub.TypeInt, hub.TypeMoney, hub.TypeRatio:
			if v != nil && !isNumber {
				return false
			}
		default:
			if v != nil && (!isText || strings.ContainsRune(v.(string), 0)) {
				return false
			}
		}
	}
	return true
}
