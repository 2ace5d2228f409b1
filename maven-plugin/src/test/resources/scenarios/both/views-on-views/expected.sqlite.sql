DROP VIEW b;

DROP VIEW a;

CREATE VIEW a AS
select name, id, email from users;

CREATE VIEW b AS
select id from a;
