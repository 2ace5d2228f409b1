DROP INDEX public.t_a;

DROP INDEX public.t_b;
