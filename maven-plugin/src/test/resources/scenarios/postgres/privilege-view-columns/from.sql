CREATE TABLE orders (id int PRIMARY KEY, note text);
CREATE VIEW short AS SELECT id, note FROM orders;
