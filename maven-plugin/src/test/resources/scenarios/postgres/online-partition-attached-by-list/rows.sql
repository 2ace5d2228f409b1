insert into m_2 values (1, 'a'), (2, null);
