def folder = new File(basedir, 'src/main/resources/db/migration')
def column = new File(folder, 'V2__add_email_1_of_2.sql').text
assert column.contains('ADD COLUMN email text')
assert column =~ /(?m)^-- tidegate:from \S+/
assert !new File(folder, 'V2__add_email_1_of_2.sql.conf').exists()
assert new File(folder, 'V3__add_email_2_of_2.sql').text.contains('CREATE UNIQUE INDEX CONCURRENTLY users_by_email')
assert new File(folder, 'V3__add_email_2_of_2.sql.conf').text.contains('executeInTransaction=false')
assert folder.list().length == 4
