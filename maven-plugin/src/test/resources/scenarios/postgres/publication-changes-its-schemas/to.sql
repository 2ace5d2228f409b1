CREATE TABLE orders (id bigint PRIMARY KEY, total int, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, item text);

CREATE SCHEMA b; CREATE SCHEMA "New";
CREATE PUBLICATION shop FOR TABLES IN SCHEMA b, "New";
