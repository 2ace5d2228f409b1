insert into m values (1, '2024-05-01', 1), (2, '2025-05-01', 2);
