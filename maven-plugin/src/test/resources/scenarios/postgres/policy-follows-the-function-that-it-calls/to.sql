CREATE TABLE notes (id bigint PRIMARY KEY, owner name NOT NULL, shared boolean NOT NULL DEFAULT false);

CREATE FUNCTION may_see(person name) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT person = session_user';
CREATE TABLE friends (who name PRIMARY KEY);
CREATE POLICY own ON notes USING (may_see(owner));
CREATE POLICY friends ON notes USING (EXISTS (SELECT FROM friends f WHERE f.who = owner));
COMMENT ON POLICY own ON notes IS 'kept';
