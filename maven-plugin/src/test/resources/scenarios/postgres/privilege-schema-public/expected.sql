-- hazard privilege PUBLIC on schema public: changes who may do what
REVOKE USAGE ON SCHEMA public FROM PUBLIC;

-- hazard privilege tg_reader on schema public: changes who may do what
GRANT USAGE ON SCHEMA public TO tg_reader;
