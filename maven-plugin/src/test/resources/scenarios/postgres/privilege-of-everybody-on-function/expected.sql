-- hazard privilege PUBLIC on function public.g(integer): changes who may do what
GRANT EXECUTE ON FUNCTION public.g(integer) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.h(integer)
 RETURNS integer
 LANGUAGE sql
RETURN 1;

-- hazard privilege PUBLIC on function public.f(integer): changes who may do what
REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

-- hazard privilege PUBLIC on function public.h(integer): changes who may do what
REVOKE EXECUTE ON FUNCTION public.h(integer) FROM PUBLIC;
