-- The tables of the nouns, one for each file of the CSV bundle.
--
-- Every table has an integer key (the rowid: small in every index, and rows are
-- appended whatever the ids), the id that everybody uses, and a column for each
-- field. A missing value is NULL. Lists are JSON arrays of texts. A named text
-- has two companions: _key is its sort key, _fold its folded text, kept only
-- when it is longer than the key.

CREATE TABLE sources (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_key TEXT,
    title_fold TEXT,
    kind TEXT NOT NULL,
    publisher TEXT,
    url TEXT,
    licence TEXT,
    retrieved_on TEXT,
    sha256 TEXT,
    flags TEXT
) STRICT;

CREATE TABLE organisations (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT,
    name_fold TEXT,
    kind TEXT NOT NULL,
    aliases TEXT,
    public_tier TEXT,
    legal_category TEXT,
    kind_reason TEXT,
    activity_code TEXT,
    activity_nomenclature TEXT,
    commune TEXT,
    departement TEXT,
    region TEXT,
    epci TEXT,
    latitude REAL,
    longitude REAL,
    size_band TEXT,
    size_band_year INTEGER,
    created_on TEXT,
    closed_on TEXT,
    website TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE identifiers (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organisation_id TEXT NOT NULL REFERENCES organisations(id),
    scheme TEXT NOT NULL,
    value TEXT,
    raw TEXT NOT NULL,
    valid TEXT NOT NULL,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE claims (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organisation_id TEXT NOT NULL REFERENCES organisations(id),
    claim TEXT NOT NULL,
    value TEXT NOT NULL,
    basis TEXT NOT NULL,
    detail TEXT,
    valid_from TEXT,
    valid_to TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE links (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    child_id TEXT NOT NULL REFERENCES organisations(id),
    parent_id TEXT NOT NULL REFERENCES organisations(id),
    kind TEXT,
    valid_from TEXT,
    valid_to TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE poles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT,
    name_fold TEXT,
    summary TEXT,
    territory TEXT,
    communes TEXT,
    epcis TEXT,
    departements TEXT,
    regions TEXT,
    cog_year INTEGER,
    sectors TEXT,
    sector_label TEXT,
    started_on TEXT,
    ended_on TEXT,
    website TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE pole_statuses (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pole_id TEXT NOT NULL REFERENCES poles(id),
    status TEXT NOT NULL,
    label TEXT,
    valid_from TEXT,
    valid_to TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE sites (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pole_id TEXT NOT NULL REFERENCES poles(id),
    name TEXT NOT NULL,
    name_key TEXT,
    name_fold TEXT,
    address TEXT,
    commune TEXT,
    latitude REAL,
    longitude REAL,
    shared TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE memberships (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pole_id TEXT NOT NULL REFERENCES poles(id),
    organisation_id TEXT NOT NULL REFERENCES organisations(id),
    circle TEXT NOT NULL,
    college TEXT,
    votes INTEGER,
    valid_from TEXT,
    valid_to TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE roles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pole_id TEXT NOT NULL REFERENCES poles(id),
    organisation_id TEXT NOT NULL REFERENCES organisations(id),
    role TEXT NOT NULL,
    basis TEXT NOT NULL,
    seats INTEGER,
    seats_total INTEGER,
    capital_share INTEGER,
    amount INTEGER,
    currency TEXT,
    valid_from TEXT,
    valid_to TEXT,
    note TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE observations (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pole_id TEXT NOT NULL REFERENCES poles(id),
    kind TEXT,
    observed_from TEXT,
    observed_to TEXT,
    covers TEXT NOT NULL,
    tie_types TEXT,
    contract_types TEXT,
    title TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE roster (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    observation_id TEXT NOT NULL REFERENCES observations(id),
    organisation_id TEXT NOT NULL REFERENCES organisations(id),
    responded TEXT NOT NULL,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE ties (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    from_org TEXT NOT NULL REFERENCES organisations(id),
    to_org TEXT NOT NULL REFERENCES organisations(id),
    pole_id TEXT REFERENCES poles(id),
    strength TEXT,
    claimed_by TEXT NOT NULL,
    observation_id TEXT REFERENCES observations(id),
    valid_from TEXT,
    valid_to TEXT,
    note TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE contracts (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT,
    title_fold TEXT,
    object TEXT,
    amount INTEGER,
    currency TEXT,
    amount_basis TEXT,
    tax TEXT,
    signed_on TEXT,
    notified_on TEXT,
    starts_on TEXT,
    ends_on TEXT,
    duration_months INTEGER,
    status TEXT,
    nature TEXT,
    procedure TEXT,
    cpv TEXT,
    social_clause TEXT NOT NULL,
    reserved TEXT NOT NULL,
    public_subsidy INTEGER,
    framework TEXT,
    place_code TEXT,
    place_code_type TEXT,
    external_ids TEXT,
    poles TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE amendments (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    contract_id TEXT NOT NULL REFERENCES contracts(id),
    number TEXT NOT NULL,
    dated TEXT,
    published_on TEXT,
    object TEXT,
    new_amount INTEGER,
    new_duration_months INTEGER,
    replaces_parties TEXT NOT NULL,
    external_id TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE contract_parties (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    contract_id TEXT NOT NULL REFERENCES contracts(id),
    amendment TEXT,
    position INTEGER,
    organisation_id TEXT REFERENCES organisations(id),
    role TEXT NOT NULL,
    share INTEGER,
    amount INTEGER,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE documents (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pole_id TEXT NOT NULL REFERENCES poles(id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT,
    title_fold TEXT,
    dated TEXT,
    url TEXT,
    signatories TEXT,
    sources TEXT,
    flags TEXT
) STRICT;

CREATE TABLE assessments (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pole_id TEXT NOT NULL REFERENCES poles(id),
    grid TEXT NOT NULL,
    criterion TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reasons TEXT,
    author_organisation_id TEXT REFERENCES organisations(id),
    author TEXT,
    dated TEXT NOT NULL,
    sources TEXT,
    flags TEXT
) STRICT;

-- The other side of the lists of references that a relation follows.

CREATE TABLE contracts_poles (
    ref TEXT NOT NULL REFERENCES poles(id),
    key INTEGER NOT NULL,
    PRIMARY KEY (ref, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents_signatories (
    ref TEXT NOT NULL REFERENCES organisations(id),
    key INTEGER NOT NULL,
    PRIMARY KEY (ref, key)
) STRICT, WITHOUT ROWID;

-- The search tokens of each record, for seeks by prefix.

CREATE TABLE sources_words (token TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (token, key)) STRICT, WITHOUT ROWID;
CREATE TABLE organisations_words (token TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (token, key)) STRICT, WITHOUT ROWID;
CREATE TABLE identifiers_words (token TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (token, key)) STRICT, WITHOUT ROWID;
CREATE TABLE poles_words (token TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (token, key)) STRICT, WITHOUT ROWID;
CREATE TABLE contracts_words (token TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (token, key)) STRICT, WITHOUT ROWID;
CREATE TABLE documents_words (token TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (token, key)) STRICT, WITHOUT ROWID;

-- Every reference has an index, which foreign keys and relations need. Where
-- one record may have many children the id follows, so that the first children
-- in the order of ids are read without sorting.

CREATE INDEX identifiers_organisation ON identifiers(organisation_id, id);
CREATE INDEX identifiers_value ON identifiers(value);
CREATE INDEX claims_organisation ON claims(organisation_id, id);
CREATE INDEX links_child ON links(child_id, id);
CREATE INDEX links_parent ON links(parent_id, id);
CREATE INDEX pole_statuses_pole ON pole_statuses(pole_id, id);
CREATE INDEX sites_pole ON sites(pole_id, id);
CREATE INDEX memberships_pole ON memberships(pole_id, id);
CREATE INDEX memberships_organisation ON memberships(organisation_id, id);
CREATE INDEX roles_pole ON roles(pole_id, id);
CREATE INDEX roles_organisation ON roles(organisation_id, id);
CREATE INDEX observations_pole ON observations(pole_id, id);
CREATE INDEX roster_observation ON roster(observation_id, id);
CREATE INDEX roster_organisation ON roster(organisation_id, id);
CREATE INDEX ties_from ON ties(from_org, id);
CREATE INDEX ties_to ON ties(to_org, id);
CREATE INDEX ties_pole ON ties(pole_id, id);
CREATE INDEX ties_observation ON ties(observation_id, id);
CREATE INDEX amendments_contract ON amendments(contract_id);
-- Parties are the largest table: a contract has few, so the id is left out; an
-- organisation may have very many, which are looked at by role and followed to
-- their contracts without reading the table.
CREATE INDEX parties_contract ON contract_parties(contract_id);
CREATE INDEX parties_organisation ON contract_parties(organisation_id, role, contract_id);
CREATE INDEX documents_pole ON documents(pole_id, id);
CREATE INDEX assessments_pole ON assessments(pole_id, id);
CREATE INDEX assessments_author ON assessments(author_organisation_id, id);

-- The orders and conditions of the great lists.

CREATE INDEX sources_title ON sources(title_key);
CREATE INDEX organisations_name ON organisations(name_key);
CREATE INDEX organisations_kind ON organisations(kind, name_key);
CREATE INDEX organisations_commune ON organisations(commune);
CREATE INDEX organisations_departement ON organisations(departement);
CREATE INDEX poles_name ON poles(name_key);
-- Contracts of a type within bounds, without reading the table.
CREATE INDEX contracts_type ON contracts(type, signed_on, amount, id);
CREATE INDEX contracts_signed ON contracts(signed_on);
CREATE INDEX contracts_amount ON contracts(amount);
CREATE INDEX documents_title ON documents(title_key);

-- The change log. The position of a change is its revision times 2^24 plus its
-- sequence in that revision, so the log is read in order by its key; a stamp is
-- known by the position of its first change. Records are whole, as JSON.

CREATE TABLE changes (
    position INTEGER PRIMARY KEY,
    stamp INTEGER NOT NULL,
    noun TEXT NOT NULL,
    id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    revision INTEGER AS (position >> 24),
    sequence INTEGER AS (position & 16777215)
) STRICT;

CREATE INDEX changes_id ON changes(id);

CREATE TABLE stamps (
    position INTEGER PRIMARY KEY,
    at INTEGER NOT NULL, -- milliseconds since 1970, UTC
    by TEXT NOT NULL
) STRICT;

-- The one row of the hub.

CREATE TABLE hub (
    revision INTEGER NOT NULL
) STRICT;

INSERT INTO hub VALUES (0);
