CREATE TABLE orders (id int PRIMARY KEY, note text, price int);
GRANT SELECT (id, price), UPDATE (price) ON orders TO tg_reader;
