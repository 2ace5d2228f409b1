CREATE TEMP TABLE tidegate_guard (
  foreign_keys_enforced INTEGER CONSTRAINT "tables are rebuilt with foreign_keys off" CHECK (foreign_keys_enforced = 0),
  rows_without_parent INTEGER CONSTRAINT "rows break a foreign key, see PRAGMA foreign_key_check" CHECK (rows_without_parent = 0)
);

INSERT INTO temp.tidegate_guard (foreign_keys_enforced)
SELECT foreign_keys FROM pragma_foreign_keys;

CREATE TABLE tidegate_new_orders (
  id integer PRIMARY KEY,
  user_id integer,
  CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL
);

-- hazard table-rewrite orders: copies all rows of orders
-- hazard may-fail-on-data orders.orders_user_fk: fails when a row names none of users
INSERT INTO tidegate_new_orders (id, user_id)
SELECT id, user_id FROM orders;

DROP TABLE orders;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_orders RENAME TO orders;

PRAGMA legacy_alter_table = OFF;

INSERT INTO temp.tidegate_guard (rows_without_parent)
SELECT count(*) FROM pragma_foreign_key_check('orders');

DROP TABLE temp.tidegate_guard;
