package hub

import "io"

// The enumerations read and write themselves as GraphQL enum values; an empty
// one shows as null.

// MarshalGQL writes the value; the zero value is UNKNOWN.
func (v Tri) MarshalGQL(w io.Writer) {
	if v == "" {
		v = TriUnknown
	}
	writeQuoted(w, string(v))
}

// UnmarshalGQL reads a code.
func (v *Tri) UnmarshalGQL(raw any) error { return readEnum(v, raw, Tris) }

// MarshalGQL writes the code.
func (v SourceKind) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *SourceKind) UnmarshalGQL(raw any) error { return readEnum(v, raw, SourceKinds) }

// MarshalGQL writes the code.
func (v OrganisationKind) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *OrganisationKind) UnmarshalGQL(raw any) error { return readEnum(v, raw, OrganisationKinds) }

// MarshalGQL writes the code.
func (v PublicTier) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *PublicTier) UnmarshalGQL(raw any) error { return readEnum(v, raw, PublicTiers) }

// MarshalGQL writes the code.
func (v ClaimKind) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *ClaimKind) UnmarshalGQL(raw any) error { return readEnum(v, raw, ClaimKinds) }

// MarshalGQL writes the code.
func (v ClaimBasis) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *ClaimBasis) UnmarshalGQL(raw any) error { return readEnum(v, raw, ClaimBases) }

// MarshalGQL writes the code.
func (v LinkKind) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *LinkKind) UnmarshalGQL(raw any) error { return readEnum(v, raw, LinkKinds) }

// MarshalGQL writes the code.
func (v Sector) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *Sector) UnmarshalGQL(raw any) error { return readEnum(v, raw, Sectors) }

// MarshalGQL writes the code.
func (v StatusKind) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *StatusKind) UnmarshalGQL(raw any) error { return readEnum(v, raw, StatusKinds) }

// MarshalGQL writes the code.
func (v Circle) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *Circle) UnmarshalGQL(raw any) error { return readEnum(v, raw, Circles) }

// MarshalGQL writes the code.
func (v RoleKind) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *RoleKind) UnmarshalGQL(raw any) error { return readEnum(v, raw, RoleKinds) }

// MarshalGQL writes the code.
func (v RoleBasis) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *RoleBasis) UnmarshalGQL(raw any) error { return readEnum(v, raw, RoleBases) }

// MarshalGQL writes the code.
func (v TieType) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *TieType) UnmarshalGQL(raw any) error { return readEnum(v, raw, TieTypes) }

// MarshalGQL writes the code.
func (v Claimant) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *Claimant) UnmarshalGQL(raw any) error { return readEnum(v, raw, Claimants) }

// MarshalGQL writes the code.
func (v ObservationKind) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *ObservationKind) UnmarshalGQL(raw any) error { return readEnum(v, raw, ObservationKinds) }

// MarshalGQL writes the code.
func (v Coverage) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *Coverage) UnmarshalGQL(raw any) error { return readEnum(v, raw, Coverages) }

// MarshalGQL writes the code.
func (v ContractType) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *ContractType) UnmarshalGQL(raw any) error { return readEnum(v, raw, ContractTypes) }

// MarshalGQL writes the code.
func (v PartyRole) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *PartyRole) UnmarshalGQL(raw any) error { return readEnum(v, raw, PartyRoles) }

// MarshalGQL writes the code.
func (v AmountBasis) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *AmountBasis) UnmarshalGQL(raw any) error { return readEnum(v, raw, AmountBases) }

// MarshalGQL writes the code.
func (v TaxBasis) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *TaxBasis) UnmarshalGQL(raw any) error { return readEnum(v, raw, TaxBases) }

// MarshalGQL writes the code.
func (v ContractStatus) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *ContractStatus) UnmarshalGQL(raw any) error { return readEnum(v, raw, ContractStatuses) }

// MarshalGQL writes the code.
func (v DocumentKind) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *DocumentKind) UnmarshalGQL(raw any) error { return readEnum(v, raw, DocumentKinds) }

// MarshalGQL writes the code.
func (v Verdict) MarshalGQL(w io.Writer) { writeOptional(w, string(v)) }

// UnmarshalGQL reads a code.
func (v *Verdict) UnmarshalGQL(raw any) error { return readEnum(v, raw, Verdicts) }
