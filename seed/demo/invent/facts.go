package invent

import (
	"cmp"
	"fmt"

	"polehub/hub"
)

// roles lets the carrier animate, each public member fund, host or sit, and
// the first enterprise be the initiator.
func (v *inventor) roles(id hub.ID, p pole, members []hub.ID) {
	put := func(member hub.ID, kind hub.RoleKind, basis hub.RoleBasis, months int, fill func(*hub.Role)) {
		r := &hub.Role{PoleID: id, OrganisationID: member, Role: kind, Basis: basis, Period: hub.Period{ValidFrom: p.started.AddMonths(months)}, Fact: fact(declarations)}
		if fill != nil {
			fill(r)
		}
		v.put(r)
	}
	put(members[0], hub.RoleAnimator, hub.RoleBasisDocumented, 0, nil)
	put(members[1], hub.RoleInitiator, hub.RoleBasisDeclared, 0, nil)
	seats := 0
	for i, a := range p.members {
		switch {
		case a.tier == "":
			continue
		case i == p.funder:
			put(members[i], hub.RoleGrantFunder, hub.RoleBasisDocumented, 6, func(r *hub.Role) {
				r.Amount, r.Currency = new(hub.Money(60_000_00)), "EUR"
			})
			fallthrough
		case a.tier == hub.TierMunicipality, a.tier == hub.TierRegion:
			seats++
			put(members[i], hub.RoleGovernanceSeat, hub.RoleBasisDocumented, 3, func(r *hub.Role) {
				r.Seats, r.SeatsTotal = new(1), new(len(members))
			})
		case a.kind == hub.KindPublicBody && !p.members[0].isCooperative():
			put(members[i], hub.RoleGrantFunder, hub.RoleBasisDocumented, 12, func(r *hub.Role) { r.Amount, r.Currency = new(hub.Money(25_000_00)), "EUR" })
		case a.kind == hub.KindPublicBody:
			put(members[i], hub.RoleCapitalHolder, hub.RoleBasisDocumented, 12, func(r *hub.Role) {
				r.CapitalShare, r.Amount, r.Currency = new(hub.Ratio(150_000)), new(hub.Money(25_000_00)), "EUR"
			})
		case a.kind == hub.KindResearchCentre:
			put(members[i], hub.RoleEvaluator, hub.RoleBasisDeclared, 24, nil)
		}
		if a.tier == hub.TierMunicipality {
			put(members[i], hub.RoleHost, hub.RoleBasisDeclared, 6, nil)
			put(members[i], hub.RoleConvener, hub.RoleBasisDeclared, 0, nil)
		}
	}
}

// observe makes the surveys: who was asked, and who answered.
func (v *inventor) observe(id hub.ID, p pole, members []hub.ID) {
	wave := func(name string, from, to hub.Date, source hub.ID, asked []hub.ID, percent int) {
		o := hub.ID(fmt.Sprintf("observation:%s-%s", p.id, name))
		v.put(&hub.Observation{
			ID: o, PoleID: id, Kind: hub.ObservationSurvey, ObservedFrom: from, ObservedTo: to, Covers: []hub.Coverage{hub.CoversTies},
			TieTypes: []string{hub.AllTypes}, Title: hub.Text("Qui coopère avec qui ? " + name), Fact: fact(source),
		})
		for i, member := range asked {
			e := &hub.RosterEntry{ObservationID: o, OrganisationID: member, Responded: hub.TriNo, Fact: fact(source)}
			// Spread over the list, so that not only the last are silent.
			if (i*37)%100 < percent || i == 0 {
				e.Responded = hub.TriYes
			}
			v.put(e)
		}
	}
	if p.olderSurvey {
		wave("2018", "2018-03-01", "2018-05-01", olderSurvey, members[:len(members)/2], 90)
	}
	wave("2025", "2025-02-01", "2025-04-01", survey, members, p.answered)
	if p.documents > 1 {
		types, title := []string{string(hub.ContractGrant)}, hub.Text("Revue des subventions 2025")
		if p.dominated {
			types, title = []string{hub.AllTypes}, "Revue des contrats 2025"
		}
		v.put(&hub.Observation{
			ID: hub.ID("observation:" + p.id + "-revue-2025"), PoleID: id, Kind: hub.ObservationReview, ObservedFrom: "2025-01-01", ObservedTo: "2026-01-01",
			Covers: []hub.Coverage{hub.CoversContracts, hub.CoversDocuments}, ContractTypes: types, Title: title, Fact: fact(agreements),
		})
	}
}

// ties draws the cooperation of a pole in its shape.
func (v *inventor) ties(id hub.ID, p pole, members []hub.ID) {
	n := len(members)
	for i := range n {
		for j := i + 1; j < n; j++ {
			if v.tied(p.shape, i, j, n) {
				v.tie(id, p, members[i], members[j], i+j)
			}
		}
	}
}

// tied says whether members i < j of n cooperate, by the shape of the pole.
func (v *inventor) tied(s shape, i, j, n int) bool {
	switch s {
	case star:
		return i == 0
	case dense:
		return v.rand.IntN(100) < 85
	case split:
		// The first half and the second half, each loosely tied.
		return (i < n/2) == (j < n/2) && v.rand.IntN(100) < 60
	case sparse:
		return i == 0 && j == 1
	}
	return j-i <= 2 || i == 0 && j%3 == 0 || v.rand.IntN(100) < 8
}

// tie makes one to three ties between two members: of different types, claimed
// by one or both sides, some ended and renewed as another type.
func (v *inventor) tie(id hub.ID, p pole, a, b hub.ID, turn int) {
	types := hub.TieTypes.Values
	for k := range 1 + v.rand.IntN(3) {
		kind := hub.TieType(types[(turn*3+k*5)%len(types)].Code)
		t := &hub.Tie{
			Type: kind, FromID: a, ToID: b, PoleID: id, ClaimedBy: []hub.Claimant{hub.ByFirst}, ObservationID: hub.ID("observation:" + p.id + "-2025"),
			Period: hub.Period{ValidFrom: hub.Date(fmt.Sprintf("%d-%02d-01", max(2013+turn%9, 2012), 1+turn%12))}, Fact: fact(survey),
		}
		if t.ValidFrom < p.started {
			t.ValidFrom = p.started
		}
		switch v.rand.IntN(4) {
		case 0, 1:
			t.ClaimedBy = append(t.ClaimedBy, hub.BySecond)
			t.Strengths = []int{1 + v.rand.IntN(4), 1 + v.rand.IntN(4)}
		case 2:
			t.Strengths = []int{2 + v.rand.IntN(3)}
		case 3:
			t.ClaimedBy, t.SourceIDs = append(t.ClaimedBy, hub.ByDocument), []hub.ID{survey, agreements}
		}
		if k == 2 {
			t.ValidTo, t.Note = "2024-07-01", "Terminé avec le projet."
		}
		v.put(t)
	}
}

// documents gives a pole its texts and the human judgements on it.
func (v *inventor) documents(id hub.ID, p pole, members []hub.ID) {
	kinds := []struct {
		kind  hub.DocumentKind
		title string
		year  int
	}{
		{hub.DocumentStatutes, "Statuts", 1}, {hub.DocumentStrategy, "Stratégie de coopération", 24}, {hub.DocumentCharter, "Charte du pôle", 30}, {hub.DocumentEvaluation, "Évaluation partagée", 72},
	}
	for k, d := range kinds {
		if k > p.documents {
			break
		}
		local := fmt.Sprintf("document:%s-%d", p.id, k+1)
		signatories := members[:min(len(members), 2+k*2)]
		v.put(&hub.Document{
			ID: hub.ID(local), PoleID: id, Kind: d.kind, Title: d.title + " – " + p.name, Dated: p.started.AddMonths(d.year),
			SignatoryIDs: append([]hub.ID(nil), signatories...), Fact: fact(statutes),
		})
	}
}

// judge puts the human judgements on a pole beside it.
func (v *inventor) judge(id hub.ID, p pole) {
	grids := map[byte]string{'L': "loi-2014-art-9", 'D': "decret-2015-431"}
	for _, judged := range p.verdicts {
		v.put(&hub.Assessment{
			PoleID: id, Grid: cmp.Or(grids[judged.criterion[0]], "labo-2012"), Criterion: judged.criterion, Verdict: judged.verdict, Reasons: hub.Text(judged.reasons),
			Author: "Comité d'évaluation (démonstration)", Dated: cmp.Or(p.judged, "2025-11-20"), Fact: fact(declarations),
		})
	}
}
