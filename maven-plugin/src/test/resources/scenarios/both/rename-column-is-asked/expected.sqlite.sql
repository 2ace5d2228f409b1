CREATE TABLE tidegate_new_users (
  id integer PRIMARY KEY,
  full_name text NOT NULL,
  email text
);

-- hazard table-rewrite users: copies all rows of users
-- hazard drop-column users.name: deletes the values of users.name
-- hazard breaks-readers users.name: looks like a rename to full_name, which would keep what it holds; if it is one: -Dtidegate.renames=users.name:full_name
-- hazard may-fail-on-data users.full_name: fails when there are rows: no default for users.full_name
INSERT INTO tidegate_new_users (id, email)
SELECT id, email FROM users;

DROP TABLE users;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_users RENAME TO users;

PRAGMA legacy_alter_table = OFF;
