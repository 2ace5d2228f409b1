CREATE TABLE orders (id bigint PRIMARY KEY, total int, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, item text);

CREATE SCHEMA a; CREATE SCHEMA b;
CREATE PUBLICATION shop FOR TABLES IN SCHEMA a, TABLE orders;
