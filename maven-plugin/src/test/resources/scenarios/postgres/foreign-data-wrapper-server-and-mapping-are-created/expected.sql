-- hazard privilege postgres_fdw: needs the right to create the extension, for some a superuser's
CREATE EXTENSION IF NOT EXISTS postgres_fdw WITH SCHEMA public;

-- hazard privilege bare: needs a superuser
CREATE FOREIGN DATA WRAPPER bare OPTIONS (debug 'true');

CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'shop', host 'db.example');

CREATE SERVER near TYPE 'file' VERSION '1.0' FOREIGN DATA WRAPPER bare OPTIONS ("Odd name" 'it''s', root '/data');

CREATE USER MAPPING FOR pg_monitor SERVER far OPTIONS (password_required 'true', "user" 'monitor');

CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS ("user" 'reader');

COMMENT ON FOREIGN DATA WRAPPER bare IS 'without a handler';

COMMENT ON SERVER far IS 'the shop';
