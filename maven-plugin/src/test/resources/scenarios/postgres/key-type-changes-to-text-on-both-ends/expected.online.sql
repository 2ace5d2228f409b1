-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.children DROP CONSTRAINT children_parent_fkey;

-- hazard breaks-readers public.children.parent: changes its type from integer to text
-- hazard table-rewrite public.children: writes the whole table anew
-- hazard blocks-reads public.children: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.parents: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.children ALTER COLUMN parent TYPE text;

-- hazard breaks-readers public.parents.id: changes its type from integer to text
-- hazard table-rewrite public.parents: writes the whole table anew
-- hazard blocks-reads public.parents: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.parents ALTER COLUMN id TYPE text;

ALTER TABLE public.children ADD CONSTRAINT children_parent_fkey FOREIGN KEY (parent) REFERENCES public.parents (id) NOT VALID;

-- part 2 of 2: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.children.children_parent_fkey: fails when a row refers to none of public.parents
-- hazard full-scan public.children: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.children VALIDATE CONSTRAINT children_parent_fkey;
