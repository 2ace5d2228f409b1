ALTER TYPE public.mood ADD VALUE 'ok' BEFORE 'happy';

ALTER TYPE public.mood ADD VALUE 'great';
