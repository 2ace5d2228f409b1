CREATE TABLE tidegate_new_users (
  id integer PRIMARY KEY,
  name text NOT NULL,
  email text,
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_name_check CHECK (length(name) > 0)
);

-- hazard table-rewrite users: copies all rows of users
-- hazard may-fail-on-data users.users_email_key: fails when rows of users have the same key
-- hazard may-fail-on-data users.users_name_check: fails when a row breaks CHECK (length(name) > 0)
INSERT INTO tidegate_new_users (id, name, email)
SELECT id, name, email FROM users;

DROP TABLE users;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_users RENAME TO users;

PRAGMA legacy_alter_table = OFF;
