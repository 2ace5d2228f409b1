create table m (id integer, at date) partition by range (at);
create table m_1 partition of m for values from ('2024-01-01') to ('2025-01-01');
create index m_id on m (id);
create table m_2 partition of m for values from ('2025-01-01') to ('2026-01-01');
