package hub

// Source is where facts come from: a data set, a survey, a document, a
// declaration, or the demonstration. Every fact names its sources.
type Source struct {
	ID ID
	// Title names the source for people.
	Title     string
	Kind      SourceKind
	Publisher Text
	URL       Text
	Licence   Text
	// RetrievedOn is the day the source was read.
	RetrievedOn Date
	// SHA256 is the digest of the file, in hexadecimal.
	SHA256 Text
	Flags  []Flag
}

// Key is the id.
func (r *Source) Key() ID { return r.ID }

// Noun is the table of sources.
func (r *Source) Noun() *Noun { return SourceNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Source) IsNode() {}

func sourceNoun() *Noun {
	n := &Noun{
		Name: "source", Prefix: "source", File: "sources",
		New: func() Record { return new(Source) },
		Fields: join([]*Field{
			idField(func(r *Source) *ID { return &r.ID }),
			field("title", TypeText, func(r *Source) any { return &r.Title }, required, named, searched),
			field("kind", TypeEnum, func(r *Source) any { return (*string)(&r.Kind) }, required, sortable, codes(SourceKinds)),
			field("publisher", TypeText, func(r *Source) any { return (*string)(&r.Publisher) }, long),
			field("url", TypeText, func(r *Source) any { return (*string)(&r.URL) }, long),
			field("licence", TypeText, func(r *Source) any { return (*string)(&r.Licence) }, long),
			field("retrievedOn", TypeDate, func(r *Source) any { return (*string)(&r.RetrievedOn) }, sortable),
			field("sha256", TypeText, func(r *Source) any { return (*string)(&r.SHA256) }),
		}, []*Field{field("flags", TypeFlags, func(r *Source) any { return &r.Flags })}),
	}
	return n
}
