create table m (day date not null, v integer) partition by range (day);
create table m1 partition of m for values from ('2026-01-01') to ('2026-02-01');
create index m_v on m (v);
