INSERT INTO places VALUES ('Ulm', '89073', 'de', 7);
