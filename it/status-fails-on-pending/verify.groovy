def log = new File(basedir, 'build.log').text
assert log.contains('TG-2109')
assert log.contains('V2__email.sql')
