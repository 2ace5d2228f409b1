-- hazard breaks-readers public.mood.sad: whoever still uses the old name fails; the new one is unhappy
ALTER TYPE public.mood RENAME VALUE 'sad' TO 'unhappy';

-- hazard breaks-readers public.mood: whoever still uses the old name fails; the new one is feeling
ALTER TYPE public.mood RENAME TO feeling;

-- hazard breaks-readers public.email: whoever still uses the old name fails; the new one is mail
ALTER DOMAIN public.email RENAME TO mail;

-- hazard may-fail-on-data public.mail: fails when a row does not satisfy it
ALTER DOMAIN public.mail DROP CONSTRAINT email_check;

-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
ALTER DOMAIN public.mail ADD CONSTRAINT mail_check CHECK ((VALUE ~~ '%@%'::text));
