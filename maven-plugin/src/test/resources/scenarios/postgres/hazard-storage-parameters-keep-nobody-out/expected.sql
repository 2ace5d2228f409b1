ALTER TABLE public.t SET (autovacuum_enabled = false);
