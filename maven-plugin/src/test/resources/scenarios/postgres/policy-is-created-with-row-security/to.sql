CREATE TABLE notes (id bigint PRIMARY KEY, owner name NOT NULL, shared boolean NOT NULL DEFAULT false);

ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = current_user) WITH CHECK (owner = current_user);
CREATE POLICY read_shared ON notes FOR SELECT TO pg_monitor, pg_read_all_data USING (shared);
CREATE POLICY never_delete_shared ON notes AS RESTRICTIVE FOR DELETE USING (NOT shared);
COMMENT ON POLICY own ON notes IS 'everybody sees their own';
