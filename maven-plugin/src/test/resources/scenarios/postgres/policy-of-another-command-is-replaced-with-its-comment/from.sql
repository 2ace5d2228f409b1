CREATE TABLE notes (id bigint PRIMARY KEY, owner name NOT NULL, shared boolean NOT NULL DEFAULT false);

CREATE POLICY own ON notes FOR SELECT USING (owner = current_user);
CREATE POLICY write ON notes FOR UPDATE USING (owner = current_user) WITH CHECK (NOT shared);
COMMENT ON POLICY own ON notes IS 'kept';
