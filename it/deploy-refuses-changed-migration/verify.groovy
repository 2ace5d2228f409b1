def log = new File(basedir, 'build.log').text
assert log.contains('TG-2101')
assert log.contains('V1__users.sql')
assert log.contains('nothing was changed')
