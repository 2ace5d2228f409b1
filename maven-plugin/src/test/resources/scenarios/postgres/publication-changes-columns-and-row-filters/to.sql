CREATE TABLE orders (id bigint PRIMARY KEY, total int, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, item text);

CREATE PUBLICATION shop FOR TABLE orders (id, total) WHERE (total > 100), lines;
