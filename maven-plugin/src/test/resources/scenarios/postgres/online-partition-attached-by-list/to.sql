create table m (id integer, kind text) partition by list (kind);
create table m_2 partition of m for values in ('a', 'it''s', null);
