ALTER VIEW public.named RESET (security_barrier);

ALTER VIEW public.named SET (check_option = 'local');
