package hub

import (
	"cmp"
	"slices"
)

// ESSStatus is whether an organisation belongs to the social economy on a day,
// with what the answer rests on. Claims may disagree; Disagree says so and all
// of them stay readable.
type ESSStatus struct {
	Value Tri
	// Basis is what Value rests on; empty when nothing is known.
	Basis ClaimBasis
	// Derived is true when no claim says so and the legal category does.
	Derived bool
	// Disagree is true when claims in force say both yes and no.
	Disagree bool
	// SourceIDs are the sources of the claim used.
	SourceIDs []ID
}

// ESSOn weighs the ESS claims in force on the day: an official list before the
// legal form, before a register flag, before a declaration; the latest start
// among equals. Without a claim of yes or no, the legal category decides by its
// form. claims may hold claims of any kind, of this organisation only.
//
// No Filter says the same: which of two claims of one basis starts later is a
// comparison of two related records, and a Match compares a record with a value.
func ESSOn(o *Organisation, claims []*Claim, day Date) ESSStatus {
	rank := []ClaimBasis{BasisOfficialList, BasisLegalForm, BasisRegisterFlag, BasisDeclared}
	var best *Claim
	yes, no := false, false
	for _, c := range claims {
		if c.Claim != ClaimEss || !day.InForce(c.ValidFrom, c.ValidTo) || c.Value != TriYes && c.Value != TriNo {
			continue
		}
		yes, no = yes || c.Value == TriYes, no || c.Value == TriNo
		if best == nil || 0 > cmp.Or(
			cmp.Compare(slices.Index(rank, c.Basis), slices.Index(rank, best.Basis)),
			cmp.Compare(best.ValidFrom, c.ValidFrom),
			cmp.Compare(c.ID, best.ID)) {
			best = c
		}
	}
	if best != nil {
		return ESSStatus{Value: best.Value, Basis: best.Basis, Disagree: yes && no, SourceIDs: best.SourceIDs}
	}
	if category, ok := LegalCategory(string(o.LegalCategory)); ok && category.ESSForm != TriUnknown && category.ESSForm != "" {
		return ESSStatus{Value: category.ESSForm, Basis: BasisLegalForm, Derived: true}
	}
	return ESSStatus{Value: TriUnknown}
}

// The classes of Publicness.
const (
	ClassPublic    = "PUBLIC"
	ClassNonPublic = "NON_PUBLIC"
)

// Publicness says whether an organisation is a public actor: PUBLIC for local
// authorities, public bodies and whatever has a public tier; NON_PUBLIC for
// enterprises, networks and others; empty (unknown) for research centres and
// training bodies of no stated tier, which may be either.
func (r *Organisation) Publicness() string {
	switch {
	case r.Kind == KindLocalAuthority, r.Kind == KindPublicBody, r.PublicTier != "":
		return ClassPublic
	case r.Kind == KindResearchCentre, r.Kind == KindTrainingBody:
		return ""
	}
	return ClassNonPublic
}

// SCICCeiling is how much of the capital of a SCIC local authorities may hold
// together at most: half (loi n° 47-1775, art. 19 septies).
const SCICCeiling Ratio = 500_000

// IsLocal says whether an organisation is a local authority, a grouping of them, or a
// public body of theirs: UNKNOWN for a public body of no stated tier, and where nobody
// knows whether it is public.
func (r *Organisation) IsLocal() Tri {
	switch {
	case r.Publicness() == "":
		return TriUnknown
	case r.Kind == KindLocalAuthority, slices.Contains([]PublicTier{TierMunicipality, TierIntermunicipality, TierDepartment, TierRegion}, r.PublicTier):
		return TriYes
	case r.Kind == KindPublicBody && r.PublicTier == "":
		return TriUnknown
	}
	return TriNo
}
