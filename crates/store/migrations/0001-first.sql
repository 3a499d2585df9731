-- One text for SQLite and PostgreSQL: TEXT, BIGINT and BLOB only (on PostgreSQL, blob is a domain over bytea).
-- Times are UTC milliseconds since 1970. Identifiers are 16 random bytes. What each column gives away: columns.toml.

-- The journal: the only truth. Everything about cases below it can be rebuilt from it.

CREATE TABLE entry (
    seq      BIGINT PRIMARY KEY,
    case_id  BLOB,
    group_id BLOB   NOT NULL,
    actor_id BLOB   NOT NULL,
    at_ms    BIGINT NOT NULL,
    class    BIGINT NOT NULL,
    header   BLOB   NOT NULL,
    body     BLOB   NOT NULL,
    detail   BLOB
);
-- By class, because the looks at a case (class 7) may be many more than what happened in it.
CREATE INDEX entry_case ON entry (case_id, class, seq);
CREATE INDEX entry_actor ON entry (actor_id, seq);
-- what powers are read from: few, and read at every decision
CREATE INDEX entry_administration ON entry (seq) WHERE class = 8;

CREATE TABLE head (
    id       BIGINT PRIMARY KEY CHECK (id = 1),
    size     BIGINT NOT NULL CHECK (size >= 0),
    frontier BLOB   NOT NULL,
    mac      BLOB   NOT NULL,
    last_ms  BIGINT NOT NULL
);

CREATE TABLE checkpoint (
    size  BIGINT PRIMARY KEY,
    note  TEXT   NOT NULL,
    at_ms BIGINT NOT NULL
);

-- Projections of the journal.

CREATE TABLE case_state (
    case_id     BLOB   NOT NULL PRIMARY KEY,
    holder      BLOB   NOT NULL,
    offered_to  BLOB,
    class       BIGINT NOT NULL,
    due_ms      BIGINT,
    opened_ms   BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL
);
CREATE INDEX case_state_due ON case_state (due_ms, case_id) WHERE due_ms IS NOT NULL;

-- due_ms of a card without a date is the largest number, so that it sorts last on both engines.
CREATE TABLE card (
    group_id   BLOB   NOT NULL,
    case_id    BLOB   NOT NULL,
    class      BIGINT NOT NULL,
    due_ms     BIGINT NOT NULL,
    changed_ms BIGINT NOT NULL,
    sealed     BLOB   NOT NULL,
    PRIMARY KEY (group_id, case_id)
);
CREATE INDEX card_due ON card (group_id, due_ms, case_id, class);
CREATE INDEX card_changed ON card (group_id, changed_ms, case_id, class);

-- How many cards there are, so that nobody has to count them.
CREATE TABLE card_count (
    group_id BLOB   NOT NULL,
    class    BIGINT NOT NULL,
    cards    BIGINT NOT NULL,
    PRIMARY KEY (group_id, class)
);

CREATE TABLE letterbox (
    seq      BIGINT NOT NULL,
    to_group BLOB   NOT NULL,
    courier  BLOB   NOT NULL,
    case_id  BLOB,
    read_ms  BIGINT,
    PRIMARY KEY (to_group, seq)
);
CREATE INDEX letterbox_unread ON letterbox (to_group, seq) WHERE read_ms IS NULL;

CREATE TABLE fact (
    seq      BIGINT NOT NULL,
    to_group BLOB   NOT NULL,
    courier  BLOB   NOT NULL,
    case_id  BLOB,
    PRIMARY KEY (to_group, seq)
);

-- Keys of cases, always sealed.

CREATE TABLE case_grant (
    group_id    BLOB   NOT NULL,
    case_id     BLOB   NOT NULL,
    compartment BIGINT NOT NULL,
    version     BIGINT NOT NULL,
    sealed      BLOB   NOT NULL,
    provisional BIGINT NOT NULL,
    PRIMARY KEY (group_id, case_id, compartment, version)
);
CREATE INDEX case_grant_case ON case_grant (case_id);

CREATE TABLE package (
    transfer_id BLOB   NOT NULL PRIMARY KEY,
    case_id     BLOB   NOT NULL,
    from_group  BLOB   NOT NULL,
    to_group    BLOB   NOT NULL,
    sealed      BLOB   NOT NULL,
    at_ms       BIGINT NOT NULL,
    state       BIGINT NOT NULL
);
CREATE INDEX package_to ON package (to_group, state, at_ms, transfer_id);
CREATE INDEX package_case ON package (case_id, at_ms, transfer_id);

CREATE TABLE courier (
    id       BLOB   NOT NULL PRIMARY KEY,
    to_group BLOB   NOT NULL,
    epoch    BIGINT NOT NULL,
    sealed   BLOB   NOT NULL,
    home     BLOB,
    at_ms    BIGINT NOT NULL
);
CREATE INDEX courier_home ON courier (to_group, at_ms, id) WHERE home IS NOT NULL;
CREATE INDEX courier_waiting ON courier (to_group, at_ms, id) WHERE home IS NULL;

-- Who there is.

CREATE TABLE organisation (
    id   BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL
);

CREATE TABLE team (
    id           BLOB   NOT NULL PRIMARY KEY,
    organisation BLOB   NOT NULL REFERENCES organisation (id),
    kind         TEXT   NOT NULL,
    code         TEXT   NOT NULL UNIQUE,
    name         TEXT   NOT NULL,
    epoch        BIGINT NOT NULL,
    public_key   BLOB   NOT NULL,
    certificate  BLOB   NOT NULL
);
CREATE INDEX team_organisation ON team (organisation);

CREATE TABLE account (
    user_id      BLOB   NOT NULL PRIMARY KEY,
    handle       BLOB   NOT NULL UNIQUE,
    organisation BLOB   NOT NULL REFERENCES organisation (id),
    status       BIGINT NOT NULL,
    profile      BLOB   NOT NULL,
    kdf          TEXT   NOT NULL,
    bundle       BLOB   NOT NULL,
    public_key   BLOB   NOT NULL,
    totp_step    BIGINT NOT NULL,
    epoch        BIGINT NOT NULL,
    created_ms   BIGINT NOT NULL
);
CREATE INDEX account_organisation ON account (organisation);

CREATE TABLE certificate (
    id         BLOB   NOT NULL PRIMARY KEY,
    user_id    BLOB   NOT NULL REFERENCES account (user_id),
    body       BLOB   NOT NULL,
    signatures BLOB   NOT NULL,
    state      BIGINT NOT NULL,
    at_ms      BIGINT NOT NULL
);
CREATE INDEX certificate_user ON certificate (user_id, state);
CREATE INDEX certificate_state ON certificate (state, at_ms);

CREATE TABLE membership (
    group_id BLOB   NOT NULL REFERENCES team (id),
    user_id  BLOB   NOT NULL REFERENCES account (user_id),
    epoch    BIGINT NOT NULL,
    sealed   BLOB   NOT NULL,
    PRIMARY KEY (group_id, user_id, epoch)
);
CREATE INDEX membership_user ON membership (user_id);

CREATE TABLE invitation (
    code_hash    BLOB   NOT NULL PRIMARY KEY,
    user_id      BLOB   NOT NULL,
    made_by      BLOB,
    organisation BLOB   NOT NULL REFERENCES organisation (id),
    group_id     BLOB   REFERENCES team (id),
    roles        TEXT   NOT NULL,
    profile      BLOB   NOT NULL,
    founding     BIGINT NOT NULL,
    expires_ms   BIGINT NOT NULL,
    state        BIGINT NOT NULL
);
CREATE INDEX invitation_organisation ON invitation (organisation, state);

CREATE TABLE delegation (
    id       BLOB NOT NULL PRIMARY KEY,
    user_id  BLOB NOT NULL REFERENCES account (user_id),
    power    TEXT NOT NULL,
    group_id BLOB REFERENCES team (id),
    from_day TEXT NOT NULL,
    to_day   TEXT
);
CREATE INDEX delegation_user ON delegation (user_id);

CREATE TABLE regrant (
    id          BLOB   NOT NULL PRIMARY KEY,
    user_id     BLOB   NOT NULL REFERENCES account (user_id),
    asked_by    BLOB   NOT NULL REFERENCES account (user_id),
    approved_by BLOB   REFERENCES account (user_id),
    state       BIGINT NOT NULL,
    at_ms       BIGINT NOT NULL,
    CHECK (approved_by <> asked_by)
);
CREATE INDEX regrant_user ON regrant (user_id, state);
CREATE INDEX regrant_state ON regrant (state, at_ms);

CREATE TABLE space (
    organisation BLOB   NOT NULL,
    year         BIGINT NOT NULL,
    persons      BIGINT NOT NULL CHECK (persons >= 0),
    PRIMARY KEY (organisation, year)
);

-- Housekeeping.

CREATE TABLE session (
    id_hash    BLOB   NOT NULL PRIMARY KEY,
    user_id    BLOB   NOT NULL REFERENCES account (user_id),
    capsule    BLOB   NOT NULL,
    created_ms BIGINT NOT NULL,
    seen_ms    BIGINT NOT NULL,
    ends_ms    BIGINT NOT NULL,
    user_epoch BIGINT NOT NULL
);
CREATE INDEX session_owner ON session (user_id);

CREATE TABLE opened (
    session BLOB   NOT NULL REFERENCES session (id_hash) ON DELETE CASCADE,
    case_id BLOB   NOT NULL,
    at_ms   BIGINT NOT NULL,
    PRIMARY KEY (session, case_id)
);

CREATE TABLE throttle (
    key_hash BLOB   NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    at_ms    BIGINT NOT NULL
);
CREATE INDEX throttle_at ON throttle (at_ms);

CREATE TABLE once (
    key_hash BLOB   NOT NULL PRIMARY KEY,
    at_ms    BIGINT NOT NULL,
    outcome  TEXT
);
CREATE INDEX once_at ON once (at_ms);

CREATE TABLE job (
    id       BLOB   NOT NULL PRIMARY KEY,
    kind     TEXT   NOT NULL,
    payload  TEXT   NOT NULL,
    run_ms   BIGINT NOT NULL,
    lease_ms BIGINT NOT NULL,
    attempts BIGINT NOT NULL
);
CREATE INDEX job_run ON job (run_ms, id);

CREATE TABLE object (
    document_id BLOB   NOT NULL PRIMARY KEY,
    case_id     BLOB   NOT NULL,
    size        BIGINT NOT NULL,
    state       BIGINT NOT NULL,
    at_ms       BIGINT NOT NULL
);
CREATE INDEX object_case ON object (case_id, at_ms, document_id);
CREATE INDEX object_state ON object (state, at_ms, document_id);

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
);
