CREATE TABLE orders (id bigint PRIMARY KEY, total int, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, item text);

CREATE TABLE fresh (id int PRIMARY KEY);
CREATE PUBLICATION shop FOR TABLE orders, lines, fresh WITH (publish = 'insert', publish_via_partition_root = true);
COMMENT ON PUBLICATION shop IS 'kept';
