create table t (id int primary key, at timestamptz);
create function touch() returns trigger language plpgsql as $$ begin new.at = now(); return new; end $$;
create trigger touch before update of id on t for each row when (old.id is distinct from new.id) execute function touch();
