CREATE TABLE orders (id int);
GRANT SELECT ON orders TO tg_lead WITH GRANT OPTION;
SET ROLE tg_lead;
GRANT SELECT ON orders TO tg_member;
RESET ROLE;
