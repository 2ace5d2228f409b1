CREATE TABLE notes (id bigint PRIMARY KEY, owner name NOT NULL, shared boolean NOT NULL DEFAULT false);

CREATE POLICY by_id ON notes USING (id < 1000);
CREATE POLICY by_share ON notes USING (shared);
COMMENT ON POLICY by_id ON notes IS 'kept';
