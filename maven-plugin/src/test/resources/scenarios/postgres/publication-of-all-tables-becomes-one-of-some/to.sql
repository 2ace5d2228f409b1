CREATE TABLE orders (id bigint PRIMARY KEY, total int, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, item text);

CREATE PUBLICATION shop FOR TABLE orders;
COMMENT ON PUBLICATION shop IS 'kept';
