-- hazard breaks-readers users: programs that use the table by its old name fail
ALTER TABLE users RENAME TO people;
