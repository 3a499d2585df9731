-- Marks of what records say of persons, to find the same person under another case. What makes a mark is sealed to one
-- group and to the server; the rows say that two cases share a mark, and nothing else.
CREATE TABLE likeness_key (
    group_id BLOB NOT NULL PRIMARY KEY,
    sealed   BLOB NOT NULL
);
CREATE TABLE likeness_case (
    case_id BLOB NOT NULL PRIMARY KEY,
    sealed  BLOB NOT NULL
);
CREATE TABLE likeness_mark (
    mark    BLOB NOT NULL,
    case_id BLOB NOT NULL,
    person  BLOB NOT NULL,
    PRIMARY KEY (mark, case_id, person)
);
CREATE INDEX likeness_mark_case ON likeness_mark (case_id);
-- How often each officer has checked within the hour.
CREATE TABLE likeness_check (
    actor_id BLOB   NOT NULL,
    at_ms    BIGINT NOT NULL
);
CREATE INDEX likeness_check_actor ON likeness_check (actor_id, at_ms);
