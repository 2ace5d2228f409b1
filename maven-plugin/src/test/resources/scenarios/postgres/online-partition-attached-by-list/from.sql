create table m (id integer, kind text) partition by list (kind);
create table m_2 (id integer, kind text);
