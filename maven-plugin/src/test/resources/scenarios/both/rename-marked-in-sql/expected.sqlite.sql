-- hazard breaks-readers users.name: programs that use the column by its old name fail
ALTER TABLE users RENAME COLUMN name TO full_name;

-- hazard breaks-readers users: programs that use the table by its old name fail
ALTER TABLE users RENAME TO people;
