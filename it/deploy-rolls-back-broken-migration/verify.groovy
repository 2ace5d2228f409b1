def log = new File(basedir, 'build.log').text
assert log.contains('TG-2103 migration V2__users_unique.sql')
assert log.contains('line 4')
assert log.contains('(name)=(Ada) is duplicated')
assert log.contains('this migration was rolled back; 1 applied before it remain')
