package quality

import "polehub/hub"

// memory is what a check remembers from one noun to the next.
type memory struct {
	flags  map[hub.FlagCode]bool // those that ask for something: whether the value was left out
	leaves bool                  // whether the noun being read has such values

	numbers  map[string][]hub.ID // organisations by number, such as "SIREN 356000000"
	claims   map[claimKey][]*hub.Claim
	links    []*hub.Link
	lives    map[hub.ID]*hub.Pole
	members  map[memberKey][]*hub.Membership
	carriers map[hub.ID][]*hub.Membership // by pole
	roles    map[hub.ID][]*hub.Role       // those with seats or shares, by pole
	local    map[hub.ID]bool              // the local authorities among their holders
	asking   []hub.ID                     // observations that ask for ties
	rosters  map[hub.ID]bool              // observations with a roster
	answered map[rosterKey]bool
	amounts  map[hub.ID]bool // contracts whose amount an amendment states
	amended  map[amendKey][]*hub.Amendment
	run      run
	short    map[hub.ID]bool // contracts of which two parties were not read together
}

type (
	claimKey struct {
		organisation hub.ID
		claim        hub.ClaimKind
	}
	memberKey struct{ pole, organisation hub.ID }
	rosterKey struct{ observation, organisation hub.ID }
	amendKey  struct {
		contract hub.ID
		dated    hub.Date
	}
)

func newMemory() memory {
	m := memory{
		flags: map[hub.FlagCode]bool{}, numbers: map[string][]hub.ID{}, claims: map[claimKey][]*hub.Claim{},
		lives: map[hub.ID]*hub.Pole{}, members: map[memberKey][]*hub.Membership{}, carriers: map[hub.ID][]*hub.Membership{},
		roles: map[hub.ID][]*hub.Role{}, local: map[hub.ID]bool{}, answered: map[rosterKey]bool{}, rosters: map[hub.ID]bool{},
		amounts: map[hub.ID]bool{}, amended: map[amendKey][]*hub.Amendment{}, short: map[hub.ID]bool{},
	}
	for _, row := range flagRules() {
		m.flags[row.code] = row.isGone
	}
	return m
}
