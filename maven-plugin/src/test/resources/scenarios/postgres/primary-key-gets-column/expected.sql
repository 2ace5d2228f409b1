ALTER TABLE public.notes DROP CONSTRAINT notes_doc_fkey;

ALTER TABLE public.lines DROP CONSTRAINT lines_pkey;

-- hazard may-fail-on-data public.lines.lines_pkey: fails when two rows conflict
-- hazard full-scan public.lines: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.lines: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.notes: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.lines ADD CONSTRAINT lines_pkey PRIMARY KEY (doc, pos);

-- hazard may-fail-on-data public.lines.one: fails when two rows conflict
-- hazard full-scan public.lines: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.lines: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.lines ADD CONSTRAINT one UNIQUE (doc);

-- hazard may-fail-on-data public.notes.notes_doc_fkey: fails when a row refers to none of public.lines
-- hazard full-scan public.notes: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.notes: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.notes ADD CONSTRAINT notes_doc_fkey FOREIGN KEY (doc) REFERENCES public.lines (doc);
