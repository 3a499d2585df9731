-- First contacts: what somebody without an account tells a partner. Outside the journal, so that it can be destroyed; the
-- partner's copy of the key is a courier.

CREATE TABLE first_contact (
    courier  BLOB   NOT NULL PRIMARY KEY,
    to_group BLOB   NOT NULL,
    found_by BLOB   NOT NULL,
    own_key  BLOB   NOT NULL,
    state    BIGINT NOT NULL,
    until_ms BIGINT NOT NULL
);
CREATE UNIQUE INDEX first_contact_found ON first_contact (found_by);
CREATE INDEX first_contact_group ON first_contact (to_group, state);
CREATE INDEX first_contact_until ON first_contact (until_ms);

CREATE TABLE first_contact_message (
    courier  BLOB   NOT NULL,
    number   BIGINT NOT NULL,
    sealed   BLOB   NOT NULL,
    PRIMARY KEY (courier, number)
);

CREATE TABLE first_contact_file (
    courier  BLOB   NOT NULL,
    document BLOB   NOT NULL,
    PRIMARY KEY (courier, document)
);
