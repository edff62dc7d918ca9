package analysis

// publicMoney is the share of public payers in the same. Where nobody knows whether a
// payer is public, the bounds are those of all such money out, and all in.
func (r *ledgerRun) publicMoney() {
	class := func(f Flow) string {
		switch public := r.l.known[f.From].Public; {
		case public == nil:
			return "UNCLASSED"
		case *public:
			return "PUBLIC"
		}
		return "OTHER"
	}
	m, defined := r.of(r.l.gather(func(f Flow) (string, bool, bool) {
		return class(f), r.l.member(f.To), class(f) != "UNCLASSED"
	}), Scope{Kind: ScopeNetwork})
	all := r.l.gather(func(f Flow) (string, bool, bool) { return class(f), r.l.member(f.To), true })
	share := func(parts ...string) (of float64) {
		for _, key := range parts {
			of += float64(all.parts[key])
		}
		return of
	}
	if defined {
		m.value(share("PUBLIC") / share("PUBLIC", "OTHER"))
	}
	if _, unclassed := all.parts["UNCLASSED"]; unclassed && all.why == "" {
		m.Bounds = &Bounds{Lower: share("PUBLIC") / float64(all.total), Upper: share("PUBLIC", "UNCLASSED") / float64(all.total), Method: ClosedForm}
	}
	r.add(m)
}

// publicContracts counts agreements, whatever they are worth.
func (r *ledgerRun) publicContracts() {
	public, unknown := int64(0), int64(0)
	for i := range r.l.entries {
		yes, maybe := false, false
		for _, id := range r.l.entries[i].parties {
			switch p := r.l.known[id].Public; {
			case p == nil:
				maybe = true
			case *p:
				yes = true
			}
		}
		switch {
		case yes:
			public++
		case maybe:
			unknown++
		}
	}
	m := r.start(Scope{Kind: ScopeNetwork})
	m.undefined(NoFacts)
	m.shareOf(public, unknown, int64(len(r.l.entries)))
	r.add(m)
}
