def log = new File(basedir, 'build.log').text
assert log.count('1 of 1 pending migrations applied') == 1
assert log.count('BUILD SUCCESS') == 2
