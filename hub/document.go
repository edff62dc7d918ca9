package hub

// Document is a text of a pole: strategy, charter, statutes, evaluation.
type Document struct {
	ID           ID
	PoleID       ID
	Kind         DocumentKind
	Title        string
	Dated        Date
	URL          Text
	SignatoryIDs []ID
	Fact
}

// Key is the id.
func (r *Document) Key() ID { return r.ID }

// Noun is the table of documents.
func (r *Document) Noun() *Noun { return DocumentNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Document) IsNode() {}

func documentNoun() *Noun {
	n := &Noun{
		Name: "document", Prefix: "document", File: "documents",
		New: func() Record { return new(Document) },
		Fields: join([]*Field{
			idField(func(r *Document) *ID { return &r.ID }),
			ref("poleId", "pole", func(r *Document) *ID { return &r.PoleID }, required),
			field("kind", TypeEnum, func(r *Document) any { return (*string)(&r.Kind) }, required, sortable, codes(DocumentKinds)),
			field("title", TypeText, func(r *Document) any { return &r.Title }, required, named, searched),
			field("dated", TypeDate, func(r *Document) any { return (*string)(&r.Dated) }, sortable),
			field("url", TypeText, func(r *Document) any { return (*string)(&r.URL) }, long),
			refs("signatories", "organisation", func(r *Document) *[]ID { return &r.SignatoryIDs }),
		}, factFields(func(r *Document) *Fact { return &r.Fact })),
	}
	return n
}
