create table m (id bigint, n integer) partition by range (id);
create table m_2 (id bigint, n integer);
