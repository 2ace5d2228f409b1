create table t (id int primary key);
create function count_t() returns bigint language sql as 'select count(*) from t';
create function a() returns int language plpgsql as $$ begin return b(); end $$;
create function b() returns int language plpgsql as $$ begin return 1; end $$;
create procedure p() language sql as $$ delete from t $$;
