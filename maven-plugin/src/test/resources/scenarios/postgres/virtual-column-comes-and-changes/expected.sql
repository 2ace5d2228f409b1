ALTER TABLE public.goods DROP COLUMN net;

ALTER TABLE public.goods ADD COLUMN gross integer GENERATED ALWAYS AS ((price * 2)) VIRTUAL;

ALTER TABLE public.goods ADD COLUMN net integer GENERATED ALWAYS AS ((price - 2)) VIRTUAL;
