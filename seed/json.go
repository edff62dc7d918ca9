package seed

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxNesting is how deep a JSON value may be nested.
const maxNesting = 64

// jsonLists streams the elements of the lists in a JSON file, each with its
// JSON pointer and its text as received. It finds the end of an element by its
// brackets, so that one that is no JSON costs nothing but itself and the memory
// needed is that of one element. (encoding/json's Decoder stops for good at the
// first fault, and gives no text of what it could not read.)
type jsonLists struct {
	in *bufio.Reader
	// wanted tells whether a member is worth opening.
	wanted func(pointer string) bool
	// element takes an element of a list, or a lone object in place of one;
	// list is the pointer of what holds it.
	element func(list string, e jsonElement) error
	// skipped takes the pointer of a member that is not wanted.
	skipped func(pointer string) error
}

// jsonElement is one element of a list.
type jsonElement struct {
	pointer string
	raw     []byte // valid until the next element
	fault   string // why it cannot be read; empty when it may be JSON
}

// The faults of elements.
const (
	faultTooBig    = "the record is longer than 1 MiB"
	faultTooDeep   = "the record is nested more than 64 deep"
	faultTruncated = "the file ends within the record"
	faultLineBreak = "a text holds a line break, or is not closed"
)

// structureError says where a file stops being lists of objects.
type structureError struct{ pointer, reason string }

// Error names the place and what is wrong there.
func (e *structureError) Error() string { return e.pointer + ": " + e.reason }

// read walks the file. A *structureError tells what ends the walk early.
func (s *jsonLists) read() error {
	c, err := s.next()
	switch {
	case errors.Is(err, io.EOF):
		return &structureError{"", "the file is empty"}
	case err != nil:
		return err
	case c == '[':
		err = s.list("")
	case c == '{':
		err = s.members("", 1)
	default:
		return &structureError{"", "neither an object nor a list"}
	}
	if err != nil {
		return err
	}
	switch _, err := s.next(); {
	case err == nil:
		return &structureError{"", "text follows the end of the object or list"}
	case !errors.Is(err, io.EOF):
		return err
	}
	return nil
}

// next gives the next byte that is no blank, without taking it.
func (s *jsonLists) next() (byte, error) {
	for {
		c, err := s.in.ReadByte()
		if err != nil {
			return 0, err
		}
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			return c, s.in.UnreadByte()
		}
	}
}

// take gives the next byte that is no blank, and passes over it.
func (s *jsonLists) take() (byte, error) {
	if _, err := s.next(); err != nil {
		return 0, err
	}
	return s.in.ReadByte()
}

// members walks an object, looking into the members that are wanted.
func (s *jsonLists) members(pointer string, depth int) error {
	if _, err := s.take(); err != nil {
		return err
	}
	for {
		c, err := s.next()
		switch {
		case err != nil:
			return unexpected(pointer, err)
		case c == ',':
			s.in.Discard(1)
			continue
		case c == '}':
			s.in.Discard(1)
			return nil
		case c != '"':
			return &structureError{pointer, "the name of a member was expected"}
		}
		key, err := s.key(pointer)
		if err != nil {
			return err
		}
		if err := s.member(pointer+"/"+key, depth); err != nil {
			return err
		}
	}
}

// key reads the name of a member and its colon, escaped as in a JSON pointer.
func (s *jsonLists) key(pointer string) (string, error) {
	raw, fault, err := s.value(true)
	if err != nil {
		return "", err
	}
	var key string
	if fault != "" || json.Unmarshal(raw, &key) != nil {
		return "", &structureError{pointer, "the name of a member cannot be read"}
	}
	if c, err := s.take(); err != nil || c != ':' {
		return "", unexpected(pointer, err)
	}
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(key), nil
}

func (s *jsonLists) member(pointer string, depth int) error {
	c, err := s.next()
	switch {
	case err != nil:
		return unexpected(pointer, err)
	case s.wanted(pointer) && c == '[':
		return s.list(pointer)
	case s.wanted(pointer) && c == '{' && depth == 1:
		return s.members(pointer, depth+1)
	case s.wanted(pointer) && c == '{':
		return s.one(pointer, pointer)
	}
	if err := s.skip(); err != nil {
		return unexpected(pointer, err)
	}
	return s.skipped(pointer)
}

// list walks the elements of a list.
func (s *jsonLists) list(pointer string) error {
	if _, err := s.take(); err != nil {
		return err
	}
	for i := 0; ; {
		c, err := s.next()
		switch {
		case err != nil:
			return unexpected(pointer, err)
		case c == ',':
			s.in.Discard(1)
			continue
		case c == ']':
			s.in.Discard(1)
			return nil
		case c == '}' || c == ':':
			return &structureError{pointer, fmt.Sprintf("%q where an element was expected", c)}
		}
		if err := s.one(pointer, pointer+"/"+strconv.Itoa(i)); err != nil {
			return err
		}
		i++
	}
}

// one hands out one element.
func (s *jsonLists) one(list, pointer string) error {
	raw, fault, err := s.value(true)
	if err != nil {
		return err
	}
	return s.element(list, jsonElement{pointer, raw, fault})
}

// skip passes over a value of any size.
func (s *jsonLists) skip() error {
	_, _, err := s.value(false)
	return err
}

// value reads one value to the end that its brackets and quotes give. The text
// is kept up to the limit, if it is wanted at all.
func (s *jsonLists) value(keep bool) (raw []byte, fault string, err error) {
	var depth int
	var quoted, escaped bool
	note := func(why string) {
		if fault == "" {
			fault = why
		}
	}
	for {
		c, err := s.in.ReadByte()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				return nil, "", err
			}
			if depth > 0 || quoted {
				note(faultTruncated)
			}
			return raw, fault, nil
		}
		bare := !quoted && depth == 0
		if bare && (c == ',' || c == ']' || c == '}' || c == ':' || c <= ' ') {
			return raw, fault, s.in.UnreadByte()
		}
		switch {
		case !keep:
		case len(raw) < maxRow:
			raw = append(raw, c)
		default:
			note(faultTooBig)
		}
		switch {
		case quoted && c == '\n':
			note(faultLineBreak)
			quoted, escaped = s.goesOn(), false
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			if quoted = !quoted; !quoted && depth == 0 {
				return raw, fault, nil
			}
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > maxNesting {
				note(faultTooDeep)
			}
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return raw, fault, nil
			}
		}
	}
}

// goesOn tells, behind a line break in a text, whether the text goes on or its
// closing quote was forgotten: the next line then starts a member, or ends
// something.
func (s *jsonLists) goesOn() bool {
	const sight = 256
	ahead, _ := s.in.Peek(sight)
	ahead = bytes.TrimLeft(ahead, " \t\r\n")
	if len(ahead) == 0 || ahead[0] == '}' || ahead[0] == ']' {
		return false
	}
	if ahead[0] != '"' {
		return true
	}
	behind := bytes.TrimLeft(ahead[1:], " \t\r\n")
	return len(behind) > 0 && bytes.IndexByte([]byte(",}]"), behind[0]) >= 0
}

// unexpected tells that a file ends, or breaks, where more was expected.
func unexpected(pointer string, err error) error {
	if err == nil {
		return &structureError{pointer, "a colon was expected"}
	}
	if errors.Is(err, io.EOF) {
		return &structureError{pointer, "the file ends here"}
	}
	return err
}
