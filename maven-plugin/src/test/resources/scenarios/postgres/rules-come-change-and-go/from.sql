create table logs (id int, note text);
create table archive (id int);
create rule keep as on delete to logs do instead nothing;
create rule copy as on insert to logs do also insert into archive values (new.id);
