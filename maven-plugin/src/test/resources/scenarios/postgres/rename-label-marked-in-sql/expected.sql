-- hazard breaks-readers public.mood.sad: whoever still uses the old name fails; the new one is unhappy
ALTER TYPE public.mood RENAME VALUE 'sad' TO 'unhappy';
