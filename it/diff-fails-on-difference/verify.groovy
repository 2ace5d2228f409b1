def log = new File(basedir, 'build.log').text
assert log.contains('TG-3002')
assert log.contains('email')
assert new File(basedir, 'src/main/resources/db/migration').list() == ['V1__users.sql']
