create table m (id bigint, n integer) partition by hash (id);
create table m_2 partition of m for values with (modulus 1, remainder 0);
