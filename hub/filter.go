package hub

// Filter is a condition on the records of one noun: a tree of And, Or, Not,
// Match, Has and Words. It is a value that each store compiles to its own
// language and that the in-memory oracle evaluates; all agree.
//
// Logic is two-valued: a comparison with a missing value is false, and Not
// makes it true.
type Filter interface{ isFilter() }

// And holds when all filters hold; an empty And always does.
type And []Filter

// Or holds when one filter holds; an empty Or never does.
type Or []Filter

// Not holds when its filter does not.
type Not struct{ Filter Filter }

// Op is a comparison of a field with values.
type Op int

// The operators, with the field types they take. Values are canonical (see
// FieldType).
const (
	// OpIn: the value is one of Values; no values, no match. For TypeList,
	// TypeRefs: one of the items is one of Values. For TypeFlags: one of the
	// flags has one of Values as its code. Text is compared exactly.
	OpIn Op = iota
	// OpLt, OpLte, OpGt, OpGte compare dates, numbers and amounts with Values[0].
	OpLt
	OpLte
	OpGt
	OpGte
	// OpContains, OpStartsWith compare Fold of a Named text with Fold of
	// Values[0]; an operand that folds to nothing matches nothing.
	OpContains
	OpStartsWith
	// OpMissing: the field is missing. A missing Tri is UNKNOWN, never missing.
	OpMissing
)

// Match compares one field.
type Match struct {
	Field  *Field
	Op     Op
	Values []any
}

// Quantifier says how many related records must satisfy a Has.
type Quantifier int

// The quantifiers. All is true when there are no related records. A to-one
// relation is a list of none or one.
const (
	Some Quantifier = iota
	None
	All
)

// Has asks for related records that satisfy Where; a nil Where is satisfied by
// all. For TypeRefs and Through relations each related record counts once.
type Has struct {
	Relation   *Relation
	Quantifier Quantifier
	Where      Filter
}

// Words holds when every word begins one of the record's own search tokens:
// SearchTokens of the record. The words are as Tokens gives them; no words
// always hold.
type Words []string

func (And) isFilter()   {}
func (Or) isFilter()    {}
func (Not) isFilter()   {}
func (Match) isFilter() {}
func (Has) isFilter()   {}
func (Words) isFilter() {}

// In makes an OpIn match from texts.
func In[T ~string](f *Field, values ...T) Match {
	m := Match{Field: f, Op: OpIn, Values: make([]any, len(values))}
	for i, v := range values {
		m.Values[i] = string(v)
	}
	return m
}

// Compare makes a match with one value.
func Compare(f *Field, op Op, value any) Match {
	return Match{Field: f, Op: op, Values: []any{value}}
}

// Missing matches records without the field.
func Missing(f *Field) Match { return Match{Field: f, Op: OpMissing} }

// InForce matches records of n whose validity [from, to) holds the day; an
// unknown end is open. n must have validFrom and validTo.
func InForce(n *Noun, day Date) Filter {
	from, to := n.Field("validFrom"), n.Field("validTo")
	return And{
		Or{Missing(from), Compare(from, OpLte, string(day))},
		Or{Missing(to), Compare(to, OpGt, string(day))},
	}
}

// SearchFor makes the filter of a search text for records of n: each word of
// the text begins a token of the record, or for organisations one of its
// identifiers. A text without any token (made of symbols only) matches nothing.
func SearchFor(n *Noun, text string) Filter {
	tokens := Tokens(text)
	if len(tokens) == 0 {
		return Or{}
	}
	identifiers := n.Relation("identifiers")
	if identifiers == nil {
		return Words(tokens)
	}
	all := make(And, len(tokens))
	for i, token := range tokens {
		word := Words{token}
		all[i] = Or{word, Has{Relation: identifiers, Quantifier: Some, Where: word}}
	}
	return all
}

// SearchTokens gives the tokens that Words looks at: those of the Searched
// fields, sorted, without repetition.
func SearchTokens(r Record) []string {
	var all []string
	for _, f := range r.Noun().Fields {
		switch {
		case !f.Searched:
		case f.Type == TypeList:
			all = append(all, f.List(r)...)
		default:
			all = append(all, f.Text(r))
		}
	}
	return Tokens(all...)
}
