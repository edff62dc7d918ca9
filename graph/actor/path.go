package actor

import "polehub/hub"

// OrganisationPaths are the shortest paths between two organisations.
type OrganisationPaths struct {
	From, To          Organisation
	At                hub.Date
	Length            *int
	Paths             []*OrganisationPath
	Total             int64
	UndocumentedPairs int
	IsComplete        bool
	OrganisationsSeen int
}

// OrganisationPath is a way from one organisation to another.
type OrganisationPath struct{ Steps []*PathStep }

// PathStep is two organisations that follow each other on a path.
type PathStep struct {
	From, To Organisation
	Ties     []*hub.Tie
}

// Paths gives the organisations of paths the types of their kinds.
func Paths(p *hub.Paths) *OrganisationPaths {
	out := &OrganisationPaths{From: Of(p.From), To: Of(p.To), At: p.At, Length: p.Length, Total: p.Total,
		UndocumentedPairs: p.Undocumented, IsComplete: p.Complete, OrganisationsSeen: p.Seen}
	for _, path := range p.Paths {
		way := &OrganisationPath{}
		for _, s := range path.Steps {
			way.Steps = append(way.Steps, &PathStep{From: Of(s.From), To: Of(s.To), Ties: s.Ties})
		}
		out.Paths = append(out.Paths, way)
	}
	return out
}
