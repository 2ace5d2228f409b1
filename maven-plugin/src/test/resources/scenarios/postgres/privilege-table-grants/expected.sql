-- hazard privilege tg_reader on table public.orders: changes who may do what
REVOKE DELETE ON TABLE public.orders FROM tg_reader;

GRANT SELECT ON TABLE public.orders TO tg_reader WITH GRANT OPTION;

-- hazard privilege tg_writer on table public.orders: changes who may do what
GRANT INSERT, SELECT, UPDATE ON TABLE public.orders TO tg_writer;
