insert into m_2 values (12, 1);
