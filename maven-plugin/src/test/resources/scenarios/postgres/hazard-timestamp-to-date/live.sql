INSERT INTO t VALUES (1, '2024-01-01'), (2, '2024-01-01 10:00'), (3, 'infinity');
