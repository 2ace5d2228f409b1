create table m (id integer, at date not null, a integer) partition by range (at);
create table m_1 partition of m for values from ('2024-01-01') to ('2025-01-01');
create table m_2 partition of m for values from ('2025-01-01') to ('2026-01-01') partition by list (id);
create table m_2_1 partition of m_2 for values in (1, 2, 3);
