-- hazard privilege tg_reader on column public.short.id: changes who may do what
GRANT SELECT (id) ON TABLE public.short TO tg_reader;
