ALTER TRIGGER before_write ON public.t RENAME TO on_write;
