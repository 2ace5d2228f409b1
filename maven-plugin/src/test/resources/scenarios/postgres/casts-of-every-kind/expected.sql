DROP CAST (integer AS public.code);

DROP CAST (public.code AS text);

DROP CAST (public.level AS integer);

CREATE CAST (date AS oid) WITHOUT FUNCTION AS ASSIGNMENT;

CREATE CAST (integer AS public.code) WITH FUNCTION public.to_code(integer) AS IMPLICIT;

CREATE CAST (public.code AS text) WITH INOUT;

CREATE CAST (public.level AS text) WITH INOUT AS IMPLICIT;

COMMENT ON CAST (integer AS public.code) IS 'wraps';

COMMENT ON CAST (public.level AS text) IS 'spells';
