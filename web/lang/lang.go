// Package lang writes for people: the words of pages, numbers, amounts, dates and
// lists, in French and in English. Labels of codes (kinds, states, indicators)
// come from the API; only words of the interface are here.
package lang

import (
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed fr.json en.json
var files embed.FS

// Language writes one language.
type Language struct {
	// Code is that of HTML's lang attribute: fr or en.
	Code     string
	messages map[string]message
	style    style
}

// style is what languages do differently.
type style struct {
	group, point     string // between thousands; before decimals
	percent          string // before the sign %
	rangeSeparator   string // between the ends of an interval
	and              string // before the last of a list
	months           string // twelve, by blanks
	first            string // how the first day of a month is written
	amount           func(number, sign string) string
	singularBelowTwo bool // 0 and 1.5 are singular
}

// Codes are the languages there are.
func Codes() []string { return []string{"fr", "en"} }

// Of gives a language by its code.
func Of(code string) (*Language, bool) {
	if !slices.Contains(Codes(), code) {
		return nil, false
	}
	return languages()[code], true
}

var languages = sync.OnceValue(func() map[string]*Language {
	all := map[string]*Language{}
	for code, s := range map[string]style{
		"fr": {
			group: "\u202f", point: ",", percent: "\u00a0", rangeSeparator: "\u00a0; ", and: " et ", first: "1er", singularBelowTwo: true,
			months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
			amount: func(number, sign string) string { return number + "\u00a0" + sign },
		},
		"en": {
			group: ",", point: ".", rangeSeparator: ", ", and: " and ", first: "1",
			months: "January February March April May June July August September October November December",
			amount: func(number, sign string) string { return sign + number },
		},
	} {
		l := &Language{Code: code, style: s}
		text, err := files.ReadFile(code + ".json")
		if err == nil {
			err = json.Unmarshal(text, &l.messages)
		}
		if err != nil {
			panic(err) // the files are part of the program
		}
		all[code] = l
	}
	return all
})

// message is a text with parts in braces, in one form or in two.
type message struct{ one, other string }

// UnmarshalJSON reads "text" or {"one": "text", "other": "text"}.
func (m *message) UnmarshalJSON(b []byte) error {
	if err := json.Unmarshal(b, &m.other); err == nil {
		m.one = m.other
		return nil
	}
	var forms struct{ One, Other string }
	err := json.Unmarshal(b, &forms)
	m.one, m.other = forms.One, forms.Other
	return err
}

// Has says whether there is a message with this key.
func (l *Language) Has(key string) bool {
	_, ok := l.messages[key]
	return ok
}

// Text gives a message with its parts filled in: names and values by turns. A
// value is a text or a whole number; the part n chooses between singular and
// plural. A key that does not exist, or a part that is not given, is an error.
func (l *Language) Text(key string, parts ...any) (string, error) {
	m, ok := l.messages[key]
	if !ok {
		return "", fmt.Errorf("lang: %s has no message %q", l.Code, key)
	}
	text := m.other
	values := map[string]string{}
	for i := 0; i+1 < len(parts); i += 2 {
		name, value := fmt.Sprint(parts[i]), fmt.Sprint(parts[i+1])
		if n, ok := parts[i+1].(int); ok {
			value = l.Number(float64(n), 0)
			if name == "n" && l.singular(float64(n)) {
				text = m.one
			}
		}
		values[name] = value
	}
	var filled strings.Builder
	for {
		before, after, found := strings.Cut(text, "{")
		filled.WriteString(before)
		if !found {
			return filled.String(), nil
		}
		name, rest, _ := strings.Cut(after, "}")
		value, ok := values[name]
		if !ok {
			return "", fmt.Errorf("lang: %s %q needs a part %q", l.Code, key, name)
		}
		filled.WriteString(value)
		text = rest
	}
}

// singular is the plural rule: French has the singular below 2, English for 1.
func (l *Language) singular(n float64) bool {
	if l.style.singularBelowTwo {
		return n > -2 && n < 2
	}
	return n == 1
}

// Keys are the keys of all messages, sorted.
func (l *Language) Keys() []string { return slices.Sorted(maps.Keys(l.messages)) }
