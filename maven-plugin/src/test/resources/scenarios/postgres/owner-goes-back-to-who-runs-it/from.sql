CREATE TABLE orders (id serial);
ALTER TABLE orders OWNER TO tg_keeper;
GRANT SELECT ON orders TO CURRENT_USER;
