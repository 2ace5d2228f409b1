create table m (id bigint, n integer) partition by range (id);
create table m_2 partition of m for values from (10) to (maxvalue);
