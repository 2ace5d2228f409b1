-- tidegate:allow drop-table public.orders because nobody orders any more
DROP TABLE orders;
-- tidegate:allow drop-column public.users.legacy because nothing reads it
ALTER TABLE users DROP COLUMN legacy;
