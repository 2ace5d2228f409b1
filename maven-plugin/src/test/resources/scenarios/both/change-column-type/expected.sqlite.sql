CREATE TABLE tidegate_new_users (
  id bigint PRIMARY KEY,
  name varchar(100) NOT NULL,
  email text
);

-- hazard table-rewrite users: copies all rows of users
-- hazard breaks-readers users.id: the type changes to bigint
-- hazard breaks-readers users.name: the type changes to varchar(100)
INSERT INTO tidegate_new_users (id, name, email)
SELECT id, name, email FROM users;

DROP TABLE users;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_users RENAME TO users;

PRAGMA legacy_alter_table = OFF;
