create type status as enum ('new', 'open', 'done');
comment on type status is 'of an order';
create domain active as status default 'open' constraint not_done check (value <> 'done');
create type step as (at timestamp, reached status);
create type steps as (name text, all_steps step[]);
create table orders (
  id integer primary key,
  status status not null default 'new',
  past status[] not null default '{}',
  next active,
  last step,
  path steps,
  is_open boolean generated always as (status = 'open') stored,
  again status generated always as (status) stored,
  constraint known check (status in ('new', 'open', 'done')),
  unique (id, status)
);
create table lines (
  id integer,
  status status,
  foreign key (id, status) references orders (id, status)
);
create index orders_open on orders (status) where status = 'open';
create index orders_text on orders (id, status desc);
create view open_orders as select id, status from orders where status = 'open';
create view open_ids as select id from open_orders;
create materialized view counted as select status, count(*) as number from orders group by status;
create unique index counted_status on counted (status);
create function next_of(status) returns status language sql immutable return case $1 when 'new' then 'open'::status else 'done' end;
create function many(variadic all_of status[]) returns integer language plpgsql as 'begin return cardinality(all_of); end';
create procedure finish(which integer, how status default 'done') language sql as 'update orders set status = how where id = which';
create function touched() returns trigger language plpgsql as 'begin return new; end';
create trigger on_open before update on orders for each row when (new.status = 'open') execute function touched();
create rule keep as on delete to orders where old.status = 'open' do instead nothing;
create policy mine on orders using (status <> 'done');
create cast (status as integer) with inout;
comment on column orders.status is 'where it stands';
comment on view open_orders is 'to do';
comment on function next_of(status) is 'goes on';
comment on column step.reached is 'then';
