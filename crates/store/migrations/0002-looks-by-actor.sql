-- Of what somebody did, only looks and sign-ins are found by an index: an act writes one page less. Each act follows a
-- look of the same session; the rest of an actor's trail is read backwards from the journal's end.
DROP INDEX entry_actor;
CREATE INDEX entry_seen ON entry (actor_id, seq) WHERE class = 7;
