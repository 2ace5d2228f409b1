INSERT INTO notes VALUES (1, 'postgres', true), (2, 'ada', false);
