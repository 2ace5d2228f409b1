CREATE TABLE public.bare (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL
);

CREATE TABLE public.given (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL
);

CREATE OR REPLACE FUNCTION public.closed()
 RETURNS integer
 LANGUAGE sql
RETURN 1;

CREATE OR REPLACE FUNCTION public.open()
 RETURNS integer
 LANGUAGE sql
RETURN 1;

-- hazard privilege of function public.open(): changes who owns it; needs to be a member of both roles
GRANT EXECUTE ON FUNCTION public.open() TO PUBLIC;

-- hazard privilege of sequence public.bare_id_seq: changes who owns it; needs to be a member of both roles
REVOKE USAGE ON SEQUENCE public.bare_id_seq FROM tg_reader;

-- hazard privilege of table public.bare: changes who owns it; needs to be a member of both roles
REVOKE SELECT ON TABLE public.bare FROM tg_reader;

-- hazard privilege PUBLIC on function public.closed(): changes who may do what
REVOKE EXECUTE ON FUNCTION public.closed() FROM PUBLIC;

-- hazard privilege tg_reader on sequence public.given_id_seq: changes who may do what
GRANT USAGE ON SEQUENCE public.given_id_seq TO tg_reader;

-- hazard privilege tg_reader on table public.given: changes who may do what
GRANT SELECT ON TABLE public.given TO tg_reader;
