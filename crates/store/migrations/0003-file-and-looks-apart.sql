-- What happened in a case and the looks at it (class 7), which may be many more, each in an index of its own: a file is
-- read with one seek, and an act writes no page more.
DROP INDEX entry_case;
CREATE INDEX entry_file ON entry (case_id, seq) WHERE class <> 7;
CREATE INDEX entry_looks ON entry (case_id, seq) WHERE class = 7;
