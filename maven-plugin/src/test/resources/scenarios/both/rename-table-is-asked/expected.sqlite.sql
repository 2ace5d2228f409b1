-- hazard drop-table users: deletes all rows of users
-- hazard breaks-readers users: looks like a rename to people, which would keep what it holds; if it is one: -Dtidegate.renames=users:people
DROP TABLE users;

CREATE TABLE people (
  id integer PRIMARY KEY,
  name text NOT NULL,
  email text
);
