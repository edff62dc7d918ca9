package criteria

import (
	"slices"
	"time"

	"polehub/hub"
)

// documents are those of the kinds of the criterion that were made by the end of
// the time asked about.
func (f *Facts) documents(v values) []*hub.Document {
	var found []*hub.Document
	for _, d := range f.Documents {
		if v.has("documents", string(d.Kind)) && d.Dated != "" && d.Dated < f.To {
			found = append(found, d)
		}
	}
	return found
}

func documentIDs(documents []*hub.Document) []hub.ID {
	out := make([]hub.ID, len(documents))
	for i, d := range documents {
		out[i] = d.ID
	}
	return out
}

// unlessSearched is yes for what is there; what is not is absent only when an
// observation has looked for it.
func (f *Facts) unlessSearched(what hub.Coverage, there bool) tri {
	switch {
	case there:
		return yes
	case f.searched(what):
		return no
	}
	return unknown
}

// signedDocument is criterion M3: a strategy or charter exists, and members have
// signed it.
func signedDocument(f *Facts, v values) (out finding) {
	documents := f.documents(v)
	signed, signers, unsigned := no, count{}, []hub.ID{}
	for _, d := range documents {
		c := f.tally(f.Members, func(m *Member) tri { return is(slices.Contains(d.SignatoryIDs, m.ID)) })
		if len(d.SignatoryIDs) == 0 {
			unsigned = append(unsigned, d.ID)
		}
		if len(c.yes) > 0 && c.share(v.number("signedShare"), 0, false) == yes {
			signed = yes
		}
		if len(c.yes) > len(signers.yes) {
			signers = c
		}
	}
	there := f.unlessSearched(hub.CoversDocuments, len(documents) > 0)
	out.show("DOCUMENTS", float64(len(documents)), 0, documentIDs(documents))
	out.show("SIGNATORY_MEMBERS", float64(len(signers.yes)), len(f.counted()), signers.yes)
	if there == unknown {
		out.needPole(GapStrategy)
	}
	out.need(GapSignatories, unsigned)
	if there != yes {
		signed = there
	}
	out.grade(signed, there)
	return out
}

// evaluation is criterion T3: a dated evaluation that several have signed.
func evaluation(f *Facts, v values) (out finding) {
	var evaluations, unsigned []hub.ID
	most := 0
	for _, d := range f.Documents {
		if d.Kind != hub.DocumentEvaluation || d.Dated == "" || d.Dated >= f.To {
			continue
		}
		evaluations = append(evaluations, d.ID)
		if most = max(most, len(d.SignatoryIDs)); len(d.SignatoryIDs) == 0 {
			unsigned = append(unsigned, d.ID) // as far as anybody recorded
		}
	}
	out.show("EVALUATIONS", float64(len(evaluations)), 0, evaluations)
	out.show("SIGNATORIES", float64(most), 0, nil)
	shared, some := is(float64(most) >= v.number("signatories")), is(most > 0)
	switch {
	case len(evaluations) == 0:
		shared = f.unlessSearched(hub.CoversDocuments, false)
		if some = shared; some == unknown {
			out.needPole(GapEvaluation)
		}
	case shared != yes && len(unsigned) > 0:
		shared, some = unknown, max(some, unknown)
		out.need(GapSignatories, unsigned)
	}
	out.grade(shared, some)
	return out
}

// judgement is for what only people can say: it shows the documents they may
// read and never decides.
func judgement(f *Facts, v values) (out finding) {
	documents := f.documents(v)
	out.show("DOCUMENTS", float64(len(documents)), 0, documentIDs(documents))
	out.state = Insufficient
	out.needPole(GapJudgement)
	return out
}

// sharedSite is criterion T1: a place with an address that several use.
func sharedSite(f *Facts, _ values) (out finding) {
	var shared, incomplete []hub.ID
	for _, s := range f.Sites {
		if !f.during(s.ValidFrom, s.ValidTo) || s.Shared == hub.TriNo {
			continue
		}
		if s.Shared == hub.TriYes && (s.Address != "" || s.Commune != "") {
			shared = append(shared, s.ID)
		} else {
			incomplete = append(incomplete, s.ID)
		}
	}
	out.show("SHARED_SITES", float64(len(shared)), 0, shared)
	out.state = Satisfied
	if len(shared) == 0 {
		out.state = Insufficient
		out.missing = append(out.missing, Gap{Code: GapSite, About: incomplete})
	}
	return out
}

// territory is that the pole says where it is.
func territory(f *Facts, _ values) (out finding) {
	p := f.Pole
	places := len(p.Communes) + len(p.EPCIs) + len(p.Departements) + len(p.Regions)
	out.show("PLACES", float64(places), 0, []hub.ID{p.ID})
	out.state = Satisfied
	switch {
	case places > 0:
	case p.Territory != "":
		out.state = Partly
		out.needPole(GapTerritory)
	default:
		out.state = Insufficient
		out.needPole(GapTerritory)
	}
	return out
}

// monthsBetween counts whole calendar months from one day to another.
func monthsBetween(from, to hub.Date) int {
	a, errA := time.Parse(time.DateOnly, string(from))
	b, errB := time.Parse(time.DateOnly, string(to))
	if errA != nil || errB != nil {
		return 0
	}
	months := (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())
	if from.AddMonths(months) > to {
		months--
	}
	return months
}
