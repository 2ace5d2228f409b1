CREATE TABLE notes (id bigint PRIMARY KEY, owner name NOT NULL, shared boolean NOT NULL DEFAULT false);

CREATE TABLE drafts (id bigint PRIMARY KEY);
CREATE POLICY all_drafts ON drafts USING (true);
CREATE POLICY own ON notes USING (owner = current_user);
CREATE POLICY hide_odd ON notes AS RESTRICTIVE USING (id % 2 = 0);
