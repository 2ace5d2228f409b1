CREATE TABLE orders (id int PRIMARY KEY, note text);
CREATE PUBLICATION shop FOR TABLE orders (id) WHERE (id > 5);
COMMENT ON PUBLICATION shop IS 'kept';
