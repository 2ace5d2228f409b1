CREATE OR REPLACE VIEW public.named AS
SELECT id,
    name,
    born
   FROM public.people;
