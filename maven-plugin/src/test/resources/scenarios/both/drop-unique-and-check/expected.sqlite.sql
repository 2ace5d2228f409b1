CREATE TABLE tidegate_new_users (
  id integer PRIMARY KEY,
  name text NOT NULL,
  email text
);

INSERT INTO tidegate_new_users (id, name, email)
SELECT id, name, email FROM users;

DROP TABLE users;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_users RENAME TO users;

PRAGMA legacy_alter_table = OFF;
