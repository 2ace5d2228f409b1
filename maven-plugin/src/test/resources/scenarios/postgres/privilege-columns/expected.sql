-- hazard privilege tg_reader on column public.orders.note: changes who may do what
REVOKE SELECT (note) ON TABLE public.orders FROM tg_reader;

-- hazard privilege tg_reader on column public.orders.price: changes who may do what
GRANT SELECT (price), UPDATE (price) ON TABLE public.orders TO tg_reader;
