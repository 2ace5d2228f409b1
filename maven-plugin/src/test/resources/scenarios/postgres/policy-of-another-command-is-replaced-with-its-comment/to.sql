CREATE TABLE notes (id bigint PRIMARY KEY, owner name NOT NULL, shared boolean NOT NULL DEFAULT false);

CREATE POLICY own ON notes AS RESTRICTIVE USING (owner = current_user);
CREATE POLICY write ON notes FOR UPDATE USING (owner = current_user);
COMMENT ON POLICY own ON notes IS 'kept';
