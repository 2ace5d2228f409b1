create table m (id bigint, n integer) partition by hash (id);
create table m_2 (id bigint, n integer);
