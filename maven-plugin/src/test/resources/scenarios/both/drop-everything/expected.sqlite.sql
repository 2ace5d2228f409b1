CREATE TEMP TABLE tidegate_guard (
  foreign_keys_enforced INTEGER CONSTRAINT "tables are rebuilt with foreign_keys off" CHECK (foreign_keys_enforced = 0),
  rows_without_parent INTEGER CONSTRAINT "rows break a foreign key, see PRAGMA foreign_key_check" CHECK (rows_without_parent = 0)
);

INSERT INTO temp.tidegate_guard (foreign_keys_enforced)
SELECT foreign_keys FROM pragma_foreign_keys;

DROP VIEW names;

-- hazard drop-table orders: deletes all rows of orders
DROP TABLE orders;

-- hazard drop-table users: deletes all rows of users
DROP TABLE users;

DROP TABLE temp.tidegate_guard;
