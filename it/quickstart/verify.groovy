def log = new File(basedir, 'build.log').text
assert new File(basedir, 'src/main/resources/db/migration/V2__reviews.sql').text.contains('CREATE TABLE')
assert log.contains('2 of 2 pending migrations applied')
['diff', 'deploy', 'status', 'copy'].each { assert new File(basedir, "target/tidegate/${it}.json").isFile() }
