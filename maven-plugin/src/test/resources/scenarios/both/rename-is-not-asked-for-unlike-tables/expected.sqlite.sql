-- hazard drop-table users: deletes all rows of users
DROP TABLE users;

CREATE TABLE invoices (
  number text PRIMARY KEY,
  total numeric,
  paid_at text
);
