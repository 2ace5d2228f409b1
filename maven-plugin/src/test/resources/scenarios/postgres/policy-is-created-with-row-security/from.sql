CREATE TABLE notes (id bigint PRIMARY KEY, owner name NOT NULL, shared boolean NOT NULL DEFAULT false);
