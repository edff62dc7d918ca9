package analysis

import (
	"cmp"
	"context"
	"crypto/sha256"
	"maps"
	"slices"
)

// Rating is what one member thinks of another in one dimension, from 1 to 4.
type Rating struct {
	From, To string
	About    Topic
	// Dimension is data, for labels differ between publications: reliability, support
	// of the mission and openness are of trust; influence, involvement and resources of
	// value.
	Dimension string
	Value     int
}

// Topic is what ratings are about.
type Topic string

// The topics of the PARTNER survey.
const (
	AboutTrust Topic = "TRUST"
	AboutValue Topic = "VALUE"
)

// Survey is what the members of a network think of one another. It is immutable.
type Survey struct {
	network     *Network
	ratings     []Rating // of others, both ends members, by topic, rated, dimension, rater
	coordinator map[string]bool
	self        int
	outside     int
	digest      [32]byte
}

// SurveyInput is what a survey is made of besides the network of its members.
type SurveyInput struct {
	Ratings []Rating
	// Coordinators are the members that coordinate the others without producing with
	// them.
	Coordinators []string
}

// NewSurvey keeps the ratings that members give others; those of oneself and of
// organisations outside are counted. A rater that rates one in one dimension
// several times counts with the mean. The error is an [*InputError]: a rating
// outside 1 to 4, or about something else.
func NewSurvey(n *Network, in SurveyInput) (*Survey, error) {
	s := &Survey{network: n, coordinator: map[string]bool{}}
	for _, id := range in.Coordinators {
		s.coordinator[id] = true
	}
	for _, r := range in.Ratings {
		_, rater := n.Index(r.From)
		_, rated := n.Index(r.To)
		switch {
		case r.Value < 1 || r.Value > 4:
			return nil, &InputError{Field: "ratings", Item: r.From + " " + r.To, Msg: "is not rated from 1 to 4"}
		case r.About != AboutTrust && r.About != AboutValue:
			return nil, &InputError{Field: "ratings", Item: string(r.About), Msg: "is not one of TRUST, VALUE"}
		case r.From == r.To:
			s.self++
		case !rater || !rated:
			s.outside++
		default:
			s.ratings = append(s.ratings, r)
		}
	}
	slices.SortFunc(s.ratings, func(a, b Rating) int {
		return cmp.Or(cmp.Compare(a.About, b.About), cmp.Compare(a.To, b.To), cmp.Compare(a.Dimension, b.Dimension), cmp.Compare(a.From, b.From), cmp.Compare(a.Value, b.Value))
	})
	s.digest = s.hash(in)
	return s, nil
}

func (s *Survey) hash(in SurveyInput) [32]byte {
	e := encoder{sum: sha256.New()}
	e.text("polehub survey 1")
	e.buf = append(e.buf, s.network.digest[:]...)
	for _, r := range s.ratings {
		e.texts([]string{string(r.About), r.To, r.Dimension, r.From})
		e.int(r.Value)
		e.flush()
	}
	e.texts(sortedSet(in.Coordinators))
	e.sum.Write(e.buf)
	return [32]byte(e.sum.Sum(nil))
}

// Ratings is how many ratings are used, Self and Outside how many were left out, as
// given to oneself, or by or to an organisation outside.
func (s *Survey) Ratings() int { return len(s.ratings) }

// Self is how many ratings of oneself were left out.
func (s *Survey) Self() int { return s.self }

// Outside is how many ratings by or of organisations outside were left out.
func (s *Survey) Outside() int { return s.outside }

// Measure computes indicators of the survey; none asked for means all. Members have
// measures of their own when nodes is true. An id that is none panics.
func (s *Survey) Measure(ctx context.Context, ids []Indicator, nodes bool) []Measure {
	if len(ids) == 0 {
		ids = IndicatorsOf(SubjectSurvey)
	}
	r := &surveyRun{s: s, nodes: nodes}
	for _, id := range ids {
		r.definition = definitionFor(SubjectSurvey, id)
		switch id {
		case TrustScore:
			r.score(AboutTrust)
		case ValueScore:
			r.score(AboutValue)
		case GovernanceHint:
			r.governance(ctx)
		default:
			panic("analysis: indicator without a formula: " + string(id))
		}
	}
	return r.out
}

// surveyRun is one call of Measure.
type surveyRun struct {
	s          *Survey
	nodes      bool
	definition *Definition
	out        []Measure
}

func (r *surveyRun) start(scope Scope) Measure {
	n := r.s.network
	m := Measure{
		ID: r.definition.ID, Version: r.definition.Version, Scope: scope, Status: Undefined, N: n.N(), Ties: n.M(), Echo: n.echo,
	}
	digest := Network{digest: r.s.digest}
	m.InputHash = digest.inputHash(m.ID, m.Version)
	if n.echo != nil {
		m.when(&n.echo.Projection)
	}
	return m
}

// score is the mean of the scores of the rated members, and each of theirs.
func (r *surveyRun) score(about Topic) {
	scores, raters := r.s.scores(about)
	network := r.start(Scope{Kind: ScopeNetwork})
	network.undefined(NoRatings)
	var total sum
	rated, everybody := 0, map[string]bool{}
	members := make([]Measure, r.s.network.N())
	for i, id := range r.s.network.ids {
		m := r.start(Scope{Kind: ScopeNode, Keys: []string{id}})
		m.undefined(NoRatings)
		m.Raters = len(raters[id])
		if v, ok := scores[id]; ok {
			m.value(v)
			m.Reason = ""
			total.add(v)
			rated++
		}
		maps.Copy(everybody, raters[id])
		members[i] = m
	}
	network.Raters = len(everybody)
	if rated > 0 {
		network.value(total.value() / float64(rated))
		network.Reason = ""
	}
	if r.s.network.N() == 0 {
		network.undefined(NoNodes)
	}
	r.out = append(r.out, network)
	if r.nodes {
		r.out = append(r.out, members...)
	}
}

// scores gives each rated member the mean over dimensions of the mean rating, and
// the members that rated it.
func (s *Survey) scores(about Topic) (scores map[string]float64, raters map[string]map[string]bool) {
	scores, raters = map[string]float64{}, map[string]map[string]bool{}
	for of := range runs(s.ratings, func(a, b Rating) bool { return a.About == b.About && a.To == b.To }) {
		if of[0].About != about {
			continue
		}
		who := map[string]bool{}
		var dimensions, count = sum{}, 0
		for in := range runs(of, func(a, b Rating) bool { return a.Dimension == b.Dimension }) {
			var received sum
			by := 0
			for from := range runs(in, func(a, b Rating) bool { return a.From == b.From }) {
				var own sum
				for _, x := range from {
					own.add(float64(x.Value))
				}
				received.add(own.value() / float64(len(from)))
				by++
				who[from[0].From] = true
			}
			dimensions.add(received.value() / float64(by))
			count++
		}
		scores[of[0].To] = dimensions.value() / float64(count)
		raters[of[0].To] = who
	}
	return scores, raters
}

// runs yields the longest stretches of a list whose items are alike.
func runs(list []Rating, alike func(a, b Rating) bool) func(yield func([]Rating) bool) {
	return func(yield func([]Rating) bool) {
		for len(list) > 0 {
			n := 1
			for n < len(list) && alike(list[0], list[n]) {
				n++
			}
			if !yield(list[:n]) {
				return
			}
			list = list[n:]
		}
	}
}
