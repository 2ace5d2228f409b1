ALTER TABLE public.goods DROP CONSTRAINT positive;

ALTER TABLE public.goods ADD CONSTRAINT positive CHECK ((price > 0)) NOT ENFORCED;

ALTER TABLE public.goods ADD CONSTRAINT made FOREIGN KEY (maker) REFERENCES public.makers (id) NOT ENFORCED;
