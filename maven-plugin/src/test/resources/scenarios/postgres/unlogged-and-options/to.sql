create unlogged table t (id int primary key) with (fillfactor = 80);
alter table t enable row level security;
