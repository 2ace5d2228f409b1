insert into m values ('2026-01-05', 7);
