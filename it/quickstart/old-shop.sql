-- the application's data until today; SQLite has neither booleans nor decimals nor times
CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  newsletter INTEGER NOT NULL
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  total REAL NOT NULL,
  placed_at INTEGER
);

CREATE TABLE reviews (
  order_id INTEGER PRIMARY KEY REFERENCES orders (id),
  stars INTEGER NOT NULL,
  words TEXT
);

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
INSERT INTO customers SELECT i, 'Zoë ' || i, 'zoe' || i || '@example.com', i % 2 FROM n;

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
INSERT INTO orders SELECT i, 1 + i % 500, (i % 9000) / 100.0, 1700000000000 + i * 1000 FROM n;

INSERT INTO reviews SELECT id, 1 + id % 5, CASE id % 3 WHEN 0 THEN 'fine 👍' END FROM orders WHERE id % 10 = 0;
