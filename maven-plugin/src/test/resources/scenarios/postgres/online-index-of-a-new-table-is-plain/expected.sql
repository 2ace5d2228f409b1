CREATE TABLE public.u (
  id integer,
  a integer,
  t_id integer,
  CONSTRAINT u_a_key UNIQUE (a)
);

CREATE INDEX u_a ON public.u (id);

ALTER TABLE public.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t (id);
