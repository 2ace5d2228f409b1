-- hazard privilege CURRENT_USER..SEQUENCES.tg_reader: changes who may do what with objects that are made later
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER REVOKE USAGE ON SEQUENCES FROM tg_reader;

-- hazard privilege CURRENT_USER..FUNCTIONS.PUBLIC: changes who may do what with objects that are made later
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- hazard privilege CURRENT_USER.app.TABLES.tg_reader: changes who may do what with objects that are made later
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER IN SCHEMA app GRANT INSERT, SELECT ON TABLES TO tg_reader WITH GRANT OPTION;

-- hazard privilege tg_app..TABLES.OWNER: changes who may do what with objects that are made later
ALTER DEFAULT PRIVILEGES FOR ROLE tg_app REVOKE DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLES FROM tg_app;

-- hazard privilege tg_app..TABLES.tg_reader: changes who may do what with objects that are made later
ALTER DEFAULT PRIVILEGES FOR ROLE tg_app GRANT SELECT ON TABLES TO tg_reader;
