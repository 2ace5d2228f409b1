DROP INDEX users_email;

-- hazard drop-column users.email: deletes the values of users.email
ALTER TABLE users DROP COLUMN email;
