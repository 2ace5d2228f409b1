create table cache (id int, body text) with (fillfactor = 80, autovacuum_enabled = false, toast.autovacuum_enabled = false);
alter table cache alter column body set statistics 500;
alter table cache replica identity full;
