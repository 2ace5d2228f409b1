create function tag() returns text language plpgsql as $$begin return 'x' || random(); end$$;
create function fixed() returns text language sql immutable as $$select 'y'::text$$;
create table t (id integer primary key, a integer, b text, c text default tag() not null, d text default fixed() not null);
