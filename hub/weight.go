package hub

import "polehub/analysis"

// About how many bytes things take, as measured on synthetic hubs; the organisations,
// which all of one reading share, count in each.
const (
	memberWeight   = 600
	tieWeight      = 80
	contractWeight = 400
	ratingWeight   = 200
	stepWeight     = 600 // of a series: a measure
)

func networkWeight(members, ties int) int {
	return 2048 + memberWeight*members + tieWeight*ties + members*members/8 // a bit for each unknown pair
}

func weightOf(n *analysis.Network) int { return networkWeight(n.N(), n.M()) }

func (n *PoleNetwork) weight() int { return weightOf(n.Network) + memberWeight*len(n.PolesOf) }

// weight counts what dossiers share in each of them.
func (d *Dossier) weight() int {
	return networkWeight(len(d.Memberships)+len(d.Roles)+len(d.Observations), len(d.Ties)) + 3*contractWeight*len(d.Agreements)
}

func (l *PoleLedger) weight() int {
	return 1024 + memberWeight*l.Ledger.Members() + contractWeight*l.Ledger.Contracts()
}

// weight is that of the two networks, whose members it keeps by id.
func (c *PoleChange) weight() int {
	members := len(c.Change.Stayed) + len(c.Change.Joined) + len(c.Change.Left)
	return 3 * networkWeight(members, len(c.Change.Kept)+len(c.Change.Formed)+len(c.Change.Dissolved))
}

func (t *PoleTimeline) weight() int {
	bytes := 1024
	for _, s := range t.Series {
		bytes += stepWeight * (1 + len(s.Steps))
	}
	return bytes
}

func (l *PoleLayers) weight() int {
	return (2 + len(l.Layers.Relations())) * weightOf(l.Layers.Union())
}

func (t *PoleTwoMode) weight() int {
	return networkWeight(len(t.TwoMode.Rows())+len(t.TwoMode.Columns()), t.TwoMode.M())
}

func (s *PoleSurvey) weight() int {
	return weightOf(s.network) + ratingWeight*s.Survey.Ratings()
}
