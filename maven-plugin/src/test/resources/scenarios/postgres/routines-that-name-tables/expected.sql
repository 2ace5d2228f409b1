CREATE TABLE public.t (
  id integer NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

CREATE OR REPLACE FUNCTION public.b()
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ begin return 1; end $function$;

CREATE OR REPLACE FUNCTION public.a()
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ begin return b(); end $function$;

CREATE OR REPLACE FUNCTION public.count_t()
 RETURNS bigint
 LANGUAGE sql
AS $function$select count(*) from t$function$;

CREATE OR REPLACE PROCEDURE public.p()
 LANGUAGE sql
AS $procedure$ delete from t $procedure$;
