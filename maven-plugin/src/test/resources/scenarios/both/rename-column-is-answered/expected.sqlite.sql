-- hazard breaks-readers users.name: programs that use the column by its old name fail
ALTER TABLE users RENAME COLUMN name TO full_name;

DROP VIEW names;

CREATE VIEW names AS
select id, full_name as name from users;
