-- hazard breaks-readers app.users.name: whoever still uses the old name fails; the new one is full_name
ALTER TABLE app.users RENAME COLUMN name TO full_name;

-- hazard breaks-readers app.users: whoever still uses the old name fails; the new one is people
ALTER TABLE app.users RENAME TO people;

-- hazard breaks-readers app: whoever still uses the old name fails; the new one is core
ALTER SCHEMA app RENAME TO core;

-- hazard breaks-readers core.people.users_pkey: whoever still uses the old name fails; the new one is people_pkey
ALTER TABLE core.people RENAME CONSTRAINT users_pkey TO people_pkey;
