CREATE TABLE tidegate_new_users (
  id integer PRIMARY KEY,
  name text NOT NULL,
  email text
);

-- hazard table-rewrite users: copies all rows of users
INSERT INTO tidegate_new_users (id, name, email)
SELECT id, name, email FROM users;

DROP TABLE users;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_users RENAME TO users;

PRAGMA legacy_alter_table = OFF;
