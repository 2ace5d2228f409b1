ALTER TABLE users ADD COLUMN note text;

-- holds on an empty database, and not on this one
ALTER TABLE users ADD UNIQUE (name);
