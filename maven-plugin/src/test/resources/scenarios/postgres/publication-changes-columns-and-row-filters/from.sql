CREATE TABLE orders (id bigint PRIMARY KEY, total int, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, item text);

CREATE PUBLICATION shop FOR TABLE orders WHERE (total > 10), lines (id);
