create function note() returns trigger language plpgsql as $$ begin return null; end $$;
create table logs (id int, note text);
create trigger noted after insert on logs referencing new table as fresh for each statement execute function note();
create constraint trigger late after update on logs deferrable for each row execute function note();
alter table logs disable trigger noted;
