package involvement

import (
	"context"
	"encoding/json"
	"math"
	"slices"

	"polehub/analysis"
	"polehub/hub"
)

// Limits of comparison.
const (
	// MinPeers is how many other poles must have a value for it to be compared.
	MinPeers = 3
	// MaxPoles is how many poles a hub may have for them to be compared.
	MaxPoles = 2000
)

// SizeClass is a class of poles by their number of members: 3 to 4, 5 to 10 as the
// article of 2012 has them, 11 to 20 as later surveys found, and above. The borders
// are a convention of this hub.
type SizeClass struct {
	// Least and Most bound it; a Most of 0 is open.
	Least, Most int
}

// SizeClassOf is the class of a pole of so many members; false below 3.
func SizeClassOf(members int) (SizeClass, bool) {
	for _, c := range []SizeClass{{3, 4}, {5, 10}, {11, 20}, {21, 0}} {
		if members >= c.Least && (c.Most == 0 || members <= c.Most) {
			return c, true
		}
	}
	return SizeClass{}, false
}

// Profile is what is compared between poles.
type Profile struct {
	Pole    hub.ID
	Members int // nodes of the network on the last day
	Posture PostureCode
	values  map[Compared]*float64 // nil for what is undefined or unknown
}

// Compared is the stable name of a value that is compared.
type Compared string

// What is compared.
const (
	ComparedActors    Compared = "PUBLIC_ACTORS"
	ComparedMembers   Compared = "PUBLIC_MEMBERS_SHARE"
	ComparedMoney     Compared = "PUBLIC_MONEY_SHARE"
	ComparedContracts Compared = "PUBLIC_CONTRACT_SHARE"
	ComparedTies      Compared = "PUBLIC_TIES_DENSITY"
	ComparedEI        Compared = "EI_INDEX"
	ComparedLost      Compared = "CONNECTEDNESS_LOST"
)

// newProfile measures one pole at the time of the facts.
func newProfile(ctx context.Context, f *Facts) (*Profile, error) {
	actors := Actors(f)
	n, l, err := f.views()
	if err != nil {
		return nil, err
	}
	posture, err := newPosture(ctx, f, actors, DefaultThresholds())
	if err != nil {
		return nil, err
	}
	p := &Profile{Pole: f.Pole.ID, Members: n.N(), Posture: posture.Code, values: map[Compared]*float64{ComparedActors: new(float64(len(actors)))}}
	for _, m := range l.Measure([]analysis.Indicator{analysis.PublicMoneyShare, analysis.PublicContractShare}, false) {
		p.values[Compared(m.ID)] = m.Value
	}
	for _, m := range n.Measure(ctx, []analysis.Indicator{analysis.Composition, analysis.BlockDensity, analysis.EIIndex}, analysis.Options{Attributes: []string{hub.AttributePublic}, Workers: 1}) {
		switch keys := m.Scope.Keys; {
		case m.ID == analysis.EIIndex && m.Scope.Kind == analysis.ScopeNetwork:
			if !slices.Contains(m.Warnings, analysis.DegenerateRange) { // it could be nothing else
				p.values[ComparedEI] = m.Value
			}
		case m.ID == analysis.Composition && len(keys) == 1 && keys[0] == hub.ClassPublic:
			p.values[ComparedMembers] = m.Value
		case m.ID == analysis.BlockDensity && len(keys) == 2 && keys[0] != keys[1]:
			p.values[ComparedTies] = m.Value
		}
	}
	for _, in := range posture.Inputs {
		if in.Code == InputLost {
			p.values[ComparedLost] = in.Value
		}
	}
	return p, ctx.Err()
}

// Profiles are those of the poles of a hub at one time, by id.
type Profiles struct {
	poles []*Profile
	// tooMany says that there are more than MaxPoles, of which none is here.
	tooMany bool
}

// ReadProfiles measures all poles of a hub. The number of calls to the store does not
// depend on how many there are, and an unchanged hub answers from memory.
func ReadProfiles(ctx context.Context, h *hub.Hub, q Question) (*Profiles, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	var poles []hub.ID
	err := h.Store.View(ctx, func(r hub.Reader) error {
		poles = nil
		for row, err := range r.Rows(ctx, hub.Query{Noun: hub.PoleNoun, Limit: MaxPoles + 1, Fields: []*hub.Field{hub.PoleNoun.ID()}}) {
			if err != nil {
				return err
			}
			poles = append(poles, row.Record.Key())
		}
		return nil
	})
	if err != nil || len(poles) > MaxPoles {
		return &Profiles{tooMany: true}, err
	}
	key, _ := json.Marshal(q) // texts always encode
	all, err := hub.PerDossier(ctx, h, poles, "profile "+string(key), 1024, func(d *hub.Dossier) (*Profile, error) {
		return newProfile(ctx, look(d, q))
	})
	deleted := func(p *Profile) bool { return p == nil }
	return &Profiles{poles: slices.DeleteFunc(all, deleted)}, err
}

// Peers are the other poles of the size class of a pole, compared with it.
type Peers struct {
	Values   []*Comparison
	Postures []*PosturePeers // empty when there are too few
}

// Comparison is a value of a pole beside those of its peers.
type Comparison struct {
	Code Compared
	// Own is the value of the pole; nil when it is undefined or unknown.
	Own *float64
	// LeastMembers and MostMembers bound the size class; both are nil for a pole of
	// fewer than three members on the last day, which is compared with none, and the
	// second for the largest class.
	LeastMembers, MostMembers *int
	// N is how many peers have a value.
	N int
	// Q1, Median and Q3 are the quartiles of theirs, by linear interpolation between
	// the values in order; nil when there is a Reason.
	Q1, Median, Q3 *float64
	Reason         PeerReason
}

// PosturePeers is how many of N peers have a posture.
type PosturePeers struct {
	Posture  PostureCode
	Poles, N int
}

// PeerReason says why a value is not compared.
type PeerReason string

// The reasons.
const (
	TooSmall     PeerReason = "TOO_SMALL"      // the pole has fewer than 3 members
	TooFewPeers  PeerReason = "TOO_FEW_PEERS"  // fewer than 3 other poles have a value
	TooManyPoles PeerReason = "TOO_MANY_POLES" // the hub has more poles than are compared
)

// newPeers compares the profile of a pole with those of others.
func newPeers(own *Profile, all *Profiles) *Peers {
	class, inClass := SizeClassOf(own.Members)
	var others []*Profile
	for _, p := range all.poles {
		if c, ok := SizeClassOf(p.Members); ok && inClass && c == class && p.Pole != own.Pole {
			others = append(others, p)
		}
	}
	var why PeerReason
	switch {
	case all.tooMany:
		why = TooManyPoles
	case !inClass:
		why = TooSmall
	case len(others) < MinPeers:
		why = TooFewPeers
	}
	out := &Peers{Values: []*Comparison{}, Postures: []*PosturePeers{}}
	for _, code := range ComparedCodes() {
		c := compareOne(code, own, others, why)
		if inClass {
			c.LeastMembers = &class.Least
		}
		if class.Most > 0 {
			c.MostMembers = &class.Most
		}
		out.Values = append(out.Values, c)
	}
	if why == "" {
		for _, code := range PostureCodes() {
			out.Postures = append(out.Postures, posturePeers(code, others))
		}
	}
	return out
}

func posturePeers(code PostureCode, others []*Profile) *PosturePeers {
	p := &PosturePeers{Posture: code, N: len(others)}
	for _, o := range others {
		if o.Posture == code {
			p.Poles++
		}
	}
	return p
}

// compareOne compares one value, unless there is a reason not to.
func compareOne(code Compared, own *Profile, others []*Profile, why PeerReason) *Comparison {
	c := &Comparison{Code: code, Own: own.values[code], Reason: why}
	var values []float64
	for _, p := range others {
		if v := p.values[code]; v != nil {
			values = append(values, *v)
		}
	}
	if c.N = len(values); c.N < MinPeers && why == "" {
		c.Reason = TooFewPeers
	}
	if c.Reason == "" {
		slices.Sort(values)
		c.Q1, c.Median, c.Q3 = new(quantile(values, .25)), new(quantile(values, .5)), new(quantile(values, .75))
	}
	return c
}

// quantile of sorted values by linear interpolation at p(n−1): type 7 of Hyndman & Fan
// 1996, which is also that of R and of spreadsheets.
func quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	low := int(math.Floor(at))
	if low+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[low] + float64((at-float64(low))*(sorted[low+1]-sorted[low]))
}
