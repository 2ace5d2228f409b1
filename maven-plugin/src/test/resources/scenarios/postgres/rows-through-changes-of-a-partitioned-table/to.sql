create table m (day date not null, region text not null, v bigint default 0, note text) partition by range (day);
create table m1 partition of m for values from ('2026-01-01') to ('2026-02-01') partition by list (region);
create table m1_eu partition of m1 for values in ('eu');
create table m1_us partition of m1 for values in ('us');
create index m_v on m (v);
