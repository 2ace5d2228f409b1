CREATE DOMAIN app.small AS integer;

-- hazard privilege PUBLIC on domain app.small: changes who may do what
REVOKE USAGE ON TYPE app.small FROM PUBLIC;

-- hazard privilege PUBLIC on type app.mood: changes who may do what
REVOKE USAGE ON TYPE app.mood FROM PUBLIC;

-- hazard privilege tg_reader on type app.mood: changes who may do what
GRANT USAGE ON TYPE app.mood TO tg_reader;

-- hazard privilege tg_reader on schema app: changes who may do what
GRANT CREATE ON SCHEMA app TO tg_reader;
