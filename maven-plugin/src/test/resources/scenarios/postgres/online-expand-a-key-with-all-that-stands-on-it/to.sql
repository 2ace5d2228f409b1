create table u (id bigint not null default 7, code text, constraint u_pk primary key (id), constraint u_range check (id > 0));
create table o (id integer primary key, u_id integer constraint o_u references u on delete cascade);
create index u_both on u (code, id desc) include (id);
comment on column u.id is 'who';
comment on constraint u_pk on u is 'key';
