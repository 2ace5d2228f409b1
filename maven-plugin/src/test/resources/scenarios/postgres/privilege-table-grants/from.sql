CREATE TABLE orders (id int PRIMARY KEY);
GRANT SELECT, DELETE ON orders TO tg_reader;
