CREATE TABLE public.jobs_b (
  id integer,
  k text
);

ALTER TABLE public.jobs ATTACH PARTITION public.jobs_b FOR VALUES IN ('b');

CREATE TRIGGER stamped BEFORE INSERT ON public.jobs FOR EACH ROW EXECUTE FUNCTION public.stamp();

CREATE TRIGGER only_a AFTER UPDATE ON public.jobs_a FOR EACH ROW EXECUTE FUNCTION public.stamp();
