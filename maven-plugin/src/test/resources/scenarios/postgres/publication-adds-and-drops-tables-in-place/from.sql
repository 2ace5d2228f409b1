CREATE TABLE orders (id bigint PRIMARY KEY, total int, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, item text);

CREATE TABLE old (id int PRIMARY KEY);
CREATE PUBLICATION shop FOR TABLE orders, old;
COMMENT ON PUBLICATION shop IS 'kept';
