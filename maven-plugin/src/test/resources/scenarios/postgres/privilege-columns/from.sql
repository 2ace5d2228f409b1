CREATE TABLE orders (id int PRIMARY KEY, note text, price int);
GRANT SELECT (id, note) ON orders TO tg_reader;
