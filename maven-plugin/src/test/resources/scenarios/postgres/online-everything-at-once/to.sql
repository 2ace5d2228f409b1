create table u (id integer primary key, email text not null constraint u_email unique, name text,
  token uuid default gen_random_uuid() not null);
create table o (id integer primary key, u_id integer constraint o_u references u, total integer not null,
  note text, constraint paid check (total >= 0));
create index o_u_total on o (u_id, total);
create index o_note on o (note) where note is not null;
create view totals as select u_id, sum(total) as total, count(*) as n from o group by u_id;
comment on constraint paid on o is 'no refunds';
