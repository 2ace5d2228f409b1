CREATE TABLE orders (id int);
ALTER TABLE orders OWNER TO tg_old;
GRANT SELECT ON orders TO tg_new;
REVOKE UPDATE ON orders FROM tg_old;
