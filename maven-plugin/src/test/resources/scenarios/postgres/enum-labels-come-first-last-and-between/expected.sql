ALTER TYPE public.level ADD VALUE 'none' BEFORE 'low';

ALTER TYPE public.level ADD VALUE 'least' BEFORE 'low';

ALTER TYPE public.level ADD VALUE 'middle' BEFORE 'high';

ALTER TYPE public.level ADD VALUE 'more' BEFORE 'high';

ALTER TYPE public.level ADD VALUE 'highest';

ALTER TYPE public.level ADD VALUE 'it''s over';
