def migration = new File(basedir, 'src/main/resources/db/migration/V2__add_email.sql').text
assert migration.contains('ADD COLUMN email text')
assert migration.contains('users_by_email')
