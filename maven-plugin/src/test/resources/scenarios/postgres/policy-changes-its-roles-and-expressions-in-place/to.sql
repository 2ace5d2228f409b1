CREATE TABLE notes (id bigint PRIMARY KEY, owner name NOT NULL, shared boolean NOT NULL DEFAULT false);

ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = session_user) WITH CHECK (owner = session_user);
CREATE POLICY read_shared ON notes FOR SELECT USING (shared);
COMMENT ON POLICY read_shared ON notes IS 'kept';
