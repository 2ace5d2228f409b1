CREATE TABLE public.child (
  c text
) INHERITS (public.base);
