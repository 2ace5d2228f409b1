create table logs (id int, note text);
create table archive (id int);
create rule copy as on insert to logs where new.id > 0 do also insert into archive values (new.id);
create rule stop as on update to logs do instead nothing;
