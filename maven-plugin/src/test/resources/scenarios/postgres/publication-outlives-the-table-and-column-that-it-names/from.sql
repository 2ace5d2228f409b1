CREATE TABLE orders (id bigint PRIMARY KEY, total int, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, item text);

CREATE PUBLICATION shop FOR TABLE orders (id, total) WHERE (id > 5), lines;
COMMENT ON PUBLICATION shop IS 'kept';
