create function note() returns trigger language plpgsql as $$ begin return null; end $$;
create table logs (id int, note text);
create trigger noted after update on logs referencing old table as gone new table as fresh for each statement execute function note();
create constraint trigger late after update of note on logs deferrable initially deferred for each row when (new.id > 0) execute function note();
alter table logs enable always trigger noted;
