CREATE TABLE notes (id bigint PRIMARY KEY, owner name NOT NULL, shared boolean NOT NULL DEFAULT false);

CREATE FUNCTION may_see(who name) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT who = current_user';
CREATE POLICY own ON notes USING (may_see(owner));
COMMENT ON POLICY own ON notes IS 'kept';
