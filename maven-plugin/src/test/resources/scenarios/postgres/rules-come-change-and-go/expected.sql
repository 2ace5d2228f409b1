DROP RULE keep ON public.logs;

CREATE OR REPLACE RULE copy AS
    ON INSERT TO public.logs
   WHERE (new.id > 0) DO  INSERT INTO public.archive (id)
  VALUES (new.id);

CREATE RULE stop AS
    ON UPDATE TO public.logs DO INSTEAD NOTHING;
