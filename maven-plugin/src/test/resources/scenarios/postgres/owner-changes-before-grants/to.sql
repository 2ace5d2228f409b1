CREATE TABLE orders (id int);
ALTER TABLE orders OWNER TO tg_new;
GRANT SELECT ON orders TO tg_reader;
REVOKE DELETE ON orders FROM tg_new;
