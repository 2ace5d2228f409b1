create table parents (id text primary key);
create table children (id int primary key, parent text references parents);
