CREATE UNLOGGED SEQUENCE public.sessions_id_seq AS integer;

ALTER SEQUENCE public.was_logged CACHE 5;

ALTER SEQUENCE public.was_logged SET UNLOGGED;

ALTER SEQUENCE public.was_unlogged SET LOGGED;

CREATE UNLOGGED TABLE public.sessions (
  id integer DEFAULT nextval('public.sessions_id_seq'::regclass) NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (id)
);

ALTER SEQUENCE public.sessions_id_seq OWNED BY public.sessions.id;
