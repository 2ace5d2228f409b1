CREATE TABLE orders (id bigint PRIMARY KEY, total int, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, item text);

CREATE PUBLICATION shop FOR TABLE orders, lines WITH (publish = 'insert, update');
CREATE PUBLICATION nothing_yet;
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_via_partition_root);
COMMENT ON PUBLICATION shop IS 'to the warehouse';
