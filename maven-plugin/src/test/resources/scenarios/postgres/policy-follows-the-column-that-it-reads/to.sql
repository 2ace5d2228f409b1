CREATE TABLE notes (id integer PRIMARY KEY, owner name NOT NULL);
CREATE POLICY by_id ON notes USING (id < 1000);
COMMENT ON POLICY by_id ON notes IS 'kept';
