CREATE EXTENSION postgres_fdw;
CREATE FOREIGN DATA WRAPPER bare OPTIONS (debug 'true');
CREATE SERVER near TYPE 'file' VERSION '1.0' FOREIGN DATA WRAPPER bare OPTIONS (root '/data', "Odd name" 'it''s');
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db.example', dbname 'shop');
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'reader');
CREATE USER MAPPING FOR pg_monitor SERVER far OPTIONS (user 'monitor', password_required 'true');
COMMENT ON FOREIGN DATA WRAPPER bare IS 'without a handler';
COMMENT ON SERVER far IS 'the shop';
