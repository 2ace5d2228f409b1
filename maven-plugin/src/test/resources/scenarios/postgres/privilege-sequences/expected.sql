-- hazard privilege tg_reader on sequence public.s: changes who may do what
GRANT USAGE ON SEQUENCE public.s TO tg_reader;

-- hazard privilege tg_reader on sequence public.t_id_seq: changes who may do what
GRANT SELECT, USAGE ON SEQUENCE public.t_id_seq TO tg_reader;

-- hazard privilege tg_reader on sequence public.t_n_seq: changes who may do what
GRANT SELECT ON SEQUENCE public.t_n_seq TO tg_reader;
