CREATE TABLE orders (id int PRIMARY KEY, note text);
CREATE VIEW short AS SELECT id, note FROM orders;
GRANT SELECT (id) ON short TO tg_reader;
