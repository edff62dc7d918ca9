package hub

// Tri is a three-state fact: unknown is not no.
type Tri string

// The values of Tri, with labels in the table of that name.
const (
	TriYes     Tri = "YES"
	TriNo      Tri = "NO"
	TriUnknown Tri = "UNKNOWN"
)

// SourceKind is where facts come from.
type SourceKind string

// The values of SourceKind, with labels in the table of that name.
const (
	SourceOpenData      SourceKind = "OPEN_DATA"
	SourceSurvey        SourceKind = "SURVEY"
	SourceDocument      SourceKind = "DOCUMENT"
	SourceDeclaration   SourceKind = "DECLARATION"
	SourceDemonstration SourceKind = "DEMONSTRATION"
)

// OrganisationKind is what an organisation is.
type OrganisationKind string

// The values of OrganisationKind, with labels in the table of that name.
const (
	KindEnterprise     OrganisationKind = "ENTERPRISE"
	KindLocalAuthority OrganisationKind = "LOCAL_AUTHORITY"
	KindResearchCentre OrganisationKind = "RESEARCH_CENTRE"
	KindTrainingBody   OrganisationKind = "TRAINING_BODY"
	KindPublicBody     OrganisationKind = "PUBLIC_BODY"
	KindNetwork        OrganisationKind = "NETWORK"
	KindOther          OrganisationKind = "OTHER"
)

// PublicTier is the level of government of a public actor.
type PublicTier string

// The values of PublicTier, with labels in the table of that name.
const (
	TierMunicipality      PublicTier = "MUNICIPALITY"
	TierIntermunicipality PublicTier = "INTERMUNICIPALITY"
	TierDepartment        PublicTier = "DEPARTMENT"
	TierRegion            PublicTier = "REGION"
	TierState             PublicTier = "STATE"
	TierEuropean          PublicTier = "EUROPEAN"
	TierOtherPublic       PublicTier = "OTHER_PUBLIC"
)

// ClaimKind is a status that a source states of an organisation.
type ClaimKind string

// The values of ClaimKind, with labels in the table of that name.
const (
	ClaimEss              ClaimKind = "ESS"
	ClaimScic             ClaimKind = "SCIC"
	ClaimScop             ClaimKind = "SCOP"
	ClaimEsus             ClaimKind = "ESUS"
	ClaimSiae             ClaimKind = "SIAE"
	ClaimMissionCompany   ClaimKind = "MISSION_COMPANY"
	ClaimEmployerGroup    ClaimKind = "EMPLOYER_GROUP"
	ClaimTrainingProvider ClaimKind = "TRAINING_PROVIDER"
	ClaimQualiopi         ClaimKind = "QUALIOPI"
)

// ClaimBasis is what a claim rests on.
type ClaimBasis string

// The values of ClaimBasis, with labels in the table of that name.
const (
	BasisLegalForm    ClaimBasis = "LEGAL_FORM"
	BasisOfficialList ClaimBasis = "OFFICIAL_LIST"
	BasisRegisterFlag ClaimBasis = "REGISTER_FLAG"
	BasisDeclared     ClaimBasis = "DECLARED"
)

// LinkKind is how an organisation is part of another.
type LinkKind string

// The values of LinkKind, with labels in the table of that name.
const (
	LinkGroup      LinkKind = "GROUP"
	LinkFederation LinkKind = "FEDERATION"
)

// Sector is a field of activity of a pole (filière).
type Sector string

// The values of Sector, with labels in the table of that name.
const (
	SectorCulture         Sector = "CULTURE"
	SectorFood            Sector = "FOOD"
	SectorEcoConstruction Sector = "ECO_CONSTRUCTION"
	SectorMobility        Sector = "MOBILITY"
	SectorEnergy          Sector = "ENERGY"
	SectorReuse           Sector = "REUSE"
	SectorDigital         Sector = "DIGITAL"
	SectorHealthAndCare   Sector = "HEALTH_AND_CARE"
	SectorHousing         Sector = "HOUSING"
	SectorTourism         Sector = "TOURISM"
	SectorEmployment      Sector = "EMPLOYMENT"
	SectorServices        Sector = "SERVICES"
	SectorOther           Sector = "OTHER"
)

// StatusKind is a status claimed for a pole, at a date, by a source.
type StatusKind string

// The values of StatusKind, with labels in the table of that name.
const (
	StatusPilot2012        StatusKind = "PILOT_2012"
	StatusLaureate2013     StatusKind = "LAUREATE_2013"
	StatusLaureate2015     StatusKind = "LAUREATE_2015"
	StatusLaureate         StatusKind = "LAUREATE"
	StatusPhase1           StatusKind = "PHASE_1"
	StatusPhase2           StatusKind = "PHASE_2"
	StatusCharterSignatory StatusKind = "CHARTER_SIGNATORY"
	StatusDeclared         StatusKind = "DECLARED"
)

// Circle is the circle of a member in a pole.
type Circle string

// The values of Circle, with labels in the table of that name.
const (
	CircleCarrier Circle = "CARRIER"
	CircleFounder Circle = "FOUNDER"
	CirclePartner Circle = "PARTNER"
)

// RoleKind is what an organisation does for a pole besides being a member.
type RoleKind string

// The values of RoleKind, with labels in the table of that name.
const (
	RoleInitiator      RoleKind = "INITIATOR"
	RoleGovernanceSeat RoleKind = "GOVERNANCE_SEAT"
	RoleCapitalHolder  RoleKind = "CAPITAL_HOLDER"
	RoleGrantFunder    RoleKind = "GRANT_FUNDER"
	RoleBuyer          RoleKind = "BUYER"
	RoleHost           RoleKind = "HOST"
	RoleAnimator       RoleKind = "ANIMATOR"
	RoleConvener       RoleKind = "CONVENER"
	RoleEvaluator      RoleKind = "EVALUATOR"
)

// RoleBasis is what a role rests on; CONTRACT is derived on read and never stored.
type RoleBasis string

// The values of RoleBasis, with labels in the table of that name.
const (
	RoleBasisDeclared   RoleBasis = "DECLARED"
	RoleBasisDocumented RoleBasis = "DOCUMENTED"
	RoleBasisContract   RoleBasis = "CONTRACT"
)

// TieType is the kind of a cooperation tie.
type TieType string

// The values of TieType, with labels in the table of that name.
const (
	TieSharedPremises      TieType = "SHARED_PREMISES"
	TieSharedStaff         TieType = "SHARED_STAFF"
	TieSharedEquipment     TieType = "SHARED_EQUIPMENT"
	TieJointPurchasing     TieType = "JOINT_PURCHASING"
	TieSharedSupport       TieType = "SHARED_SUPPORT"
	TieJointOffer          TieType = "JOINT_OFFER"
	TieSupply              TieType = "SUPPLY"
	TieJointProject        TieType = "JOINT_PROJECT"
	TieResearch            TieType = "RESEARCH"
	TieTraining            TieType = "TRAINING"
	TieReferral            TieType = "REFERRAL"
	TieCoGovernance        TieType = "CO_GOVERNANCE"
	TieFinancialSolidarity TieType = "FINANCIAL_SOLIDARITY"
	TieInformation         TieType = "INFORMATION"
	TieTrust               TieType = "TRUST"
)

// Claimant is who states a cooperation tie.
type Claimant string

// The values of Claimant, with labels in the table of that name.
const (
	ByFirst    Claimant = "FIRST"
	BySecond   Claimant = "SECOND"
	ByDocument Claimant = "DOCUMENT"
)

// ObservationKind is how facts were searched for.
type ObservationKind string

// The values of ObservationKind, with labels in the table of that name.
const (
	ObservationSurvey ObservationKind = "SURVEY"
	ObservationReview ObservationKind = "REVIEW"
)

// Coverage is the facts an observation searched for.
type Coverage string

// The values of Coverage, with labels in the table of that name.
const (
	CoversTies        Coverage = "TIES"
	CoversMemberships Coverage = "MEMBERSHIPS"
	CoversRoles       Coverage = "ROLES"
	CoversDocuments   Coverage = "DOCUMENTS"
	CoversContracts   Coverage = "CONTRACTS"
)

// ContractType is what a contract is.
type ContractType string

// The values of ContractType, with labels in the table of that name.
const (
	ContractObjectivesAgreement ContractType = "OBJECTIVES_AGREEMENT"
	ContractGrant               ContractType = "GRANT"
	ContractPublicProcurement   ContractType = "PUBLIC_PROCUREMENT"
	ContractConcession          ContractType = "CONCESSION"
	ContractService             ContractType = "SERVICE"
	ContractPremises            ContractType = "PREMISES"
	ContractSecondment          ContractType = "SECONDMENT"
	ContractEmployerGroup       ContractType = "EMPLOYER_GROUP"
	ContractGie                 ContractType = "GIE"
	ContractCapital             ContractType = "CAPITAL"
	ContractPartnership         ContractType = "PARTNERSHIP"
	ContractCoContracting       ContractType = "CO_CONTRACTING"
	ContractLoanOrGuarantee     ContractType = "LOAN_OR_GUARANTEE"
	ContractCharter             ContractType = "CHARTER"
	ContractOther               ContractType = "OTHER"
)

// PartyRole is what a party does in a contract.
type PartyRole string

// The values of PartyRole, with labels in the table of that name.
const (
	PartyBuyer         PartyRole = "BUYER"
	PartySupplier      PartyRole = "SUPPLIER"
	PartyCoSupplier    PartyRole = "CO_SUPPLIER"
	PartySubcontractor PartyRole = "SUBCONTRACTOR"
	PartyFunder        PartyRole = "FUNDER"
	PartyBeneficiary   PartyRole = "BENEFICIARY"
	PartyLessor        PartyRole = "LESSOR"
	PartyLessee        PartyRole = "LESSEE"
	PartyPartner       PartyRole = "PARTNER"
	PartyEmployer      PartyRole = "EMPLOYER"
	PartyShareholder   PartyRole = "SHAREHOLDER"
	PartyIssuer        PartyRole = "ISSUER"
	PartyLender        PartyRole = "LENDER"
	PartyBorrower      PartyRole = "BORROWER"
	PartyGuarantor     PartyRole = "GUARANTOR"
)

// AmountBasis is what the amount of a contract is.
type AmountBasis string

// The values of AmountBasis, with labels in the table of that name.
const (
	AmountFixed    AmountBasis = "FIXED"
	AmountMaximum  AmountBasis = "MAXIMUM"
	AmountEstimate AmountBasis = "ESTIMATE"
	AmountUnknown  AmountBasis = "UNKNOWN"
)

// TaxBasis is whether an amount includes tax.
type TaxBasis string

// The values of TaxBasis, with labels in the table of that name.
const (
	TaxExcluded TaxBasis = "EXCLUDED"
	TaxIncluded TaxBasis = "INCLUDED"
	TaxUnknown  TaxBasis = "UNKNOWN"
)

// ContractStatus is where a contract stands in its life.
type ContractStatus string

// The values of ContractStatus, with labels in the table of that name.
const (
	ContractStatusPending    ContractStatus = "PENDING"
	ContractStatusActive     ContractStatus = "ACTIVE"
	ContractStatusCancelled  ContractStatus = "CANCELLED"
	ContractStatusSuperseded ContractStatus = "SUPERSEDED"
	ContractStatusTerminated ContractStatus = "TERMINATED"
)

// DocumentKind is what a document is.
type DocumentKind string

// The values of DocumentKind, with labels in the table of that name.
const (
	DocumentStrategy   DocumentKind = "STRATEGY"
	DocumentCharter    DocumentKind = "CHARTER"
	DocumentStatutes   DocumentKind = "STATUTES"
	DocumentEvaluation DocumentKind = "EVALUATION"
	DocumentAgreement  DocumentKind = "AGREEMENT"
	DocumentStudy      DocumentKind = "STUDY"
)

// Verdict is a dated human judgement on one criterion: of fulfilment for a
// criterion, of being raised for an exclusion.
type Verdict string

// The values of Verdict, with labels in the table of that name.
const (
	VerdictSatisfied        Verdict = "SATISFIED"
	VerdictPartlySatisfied  Verdict = "PARTLY_SATISFIED"
	VerdictNotSatisfied     Verdict = "NOT_SATISFIED"
	VerdictInsufficientData Verdict = "INSUFFICIENT_DATA"
	VerdictRaised           Verdict = "RAISED"
	VerdictNotRaised        Verdict = "NOT_RAISED"
)
