create table t (id integer primary key);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger before_write before insert on t for each row execute function f();
