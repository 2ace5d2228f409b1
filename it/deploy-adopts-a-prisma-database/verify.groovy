def log = new File(basedir, 'build.log').text
def dry = log.indexOf('dry run: the database would be adopted at version 20240202101500')
assert dry > 0
assert log.contains('to be written  V20240101093000__init.sql')
def adopted = log.indexOf('adopted at version 20240202101500, nothing was run', dry)
assert adopted > dry
assert log.contains('Prisma has applied 2 migrations, the last is 20240202101500_add_posts')
def deployed = log.indexOf('1 of 1 pending migrations applied', adopted)
assert deployed > adopted
assert log.indexOf('drift: none', deployed) > deployed

def prisma = new File(basedir, 'prisma/migrations')
def flyway = new File(basedir, 'src/main/resources/db/migration')
assert new File(flyway, 'V20240202101500__add_posts.sql').bytes ==
        new File(prisma, '20240202101500_add_posts/migration.sql').bytes
