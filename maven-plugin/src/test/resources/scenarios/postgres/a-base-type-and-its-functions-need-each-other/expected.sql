DROP TYPE public.later;

-- hazard privilege public.list: needs a superuser
CREATE TYPE public.list;

-- hazard privilege public.number: needs a superuser
CREATE TYPE public.number;

-- hazard privilege public.sooner: needs a superuser
CREATE TYPE public.sooner;

CREATE OR REPLACE FUNCTION public.list_in(cstring)
 RETURNS public.list
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textin$function$;

CREATE OR REPLACE FUNCTION public.list_out(public.list)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textout$function$;

CREATE OR REPLACE FUNCTION public.list_typmod_in(cstring[])
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varchartypmodin$function$;

CREATE OR REPLACE FUNCTION public.list_typmod_out(integer)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varchartypmodout$function$;

-- hazard privilege public.list: needs a superuser
CREATE TYPE public.list (
  INPUT = public.list_in,
  OUTPUT = public.list_out,
  TYPMOD_IN = public.list_typmod_in,
  TYPMOD_OUT = public.list_typmod_out,
  INTERNALLENGTH = VARIABLE,
  STORAGE = extended,
  COLLATABLE = true
);

CREATE OR REPLACE FUNCTION public.number_in(cstring)
 RETURNS public.number
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;

CREATE OR REPLACE FUNCTION public.number_out(public.number)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;

CREATE OR REPLACE FUNCTION public.number_receive(internal)
 RETURNS public.number
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4recv$function$;

CREATE OR REPLACE FUNCTION public.number_send(public.number)
 RETURNS bytea
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4send$function$;

-- hazard privilege public.number: needs a superuser
CREATE TYPE public.number (
  INPUT = public.number_in,
  OUTPUT = public.number_out,
  RECEIVE = public.number_receive,
  SEND = public.number_send,
  INTERNALLENGTH = 4,
  PASSEDBYVALUE,
  STORAGE = plain,
  CATEGORY = 'N',
  PREFERRED = true,
  DEFAULT = '7',
  DELIMITER = ';'
);

CREATE TABLE public.numbers (
  id integer NOT NULL,
  n public.number,
  l public.list(9) COLLATE pg_catalog."C",
  CONSTRAINT numbers_pkey PRIMARY KEY (id)
);

CREATE OR REPLACE FUNCTION public.number_text(public.number)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ($1)::text;

COMMENT ON TYPE public.number IS 'whole';

COMMENT ON FUNCTION public.number_in(cstring) IS 'reads';
