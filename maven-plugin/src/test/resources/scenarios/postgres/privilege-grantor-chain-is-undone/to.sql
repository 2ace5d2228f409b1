CREATE TABLE orders (id int);
GRANT SELECT ON orders TO tg_lead;
