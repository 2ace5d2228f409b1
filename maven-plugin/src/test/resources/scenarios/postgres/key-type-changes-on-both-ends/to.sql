create table parents (id bigint primary key);
create table children (id bigint primary key, parent bigint references parents on delete cascade);
create index on children (parent);
