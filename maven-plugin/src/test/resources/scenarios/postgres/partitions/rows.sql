insert into m values (1, '2024-05-05');
