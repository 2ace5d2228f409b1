-- hazard privilege tg_new on table public.orders: changes who may do what
REVOKE SELECT ON TABLE public.orders FROM tg_new;

-- hazard privilege of table public.orders: changes who owns it; needs to be a member of both roles
ALTER TABLE public.orders OWNER TO tg_new;

-- hazard privilege OWNER on table public.orders: changes who may do what
REVOKE DELETE ON TABLE public.orders FROM tg_new;

GRANT UPDATE ON TABLE public.orders TO tg_new;

-- hazard privilege tg_reader on table public.orders: changes who may do what
GRANT SELECT ON TABLE public.orders TO tg_reader;
