def log = new File(basedir, 'build.log').text
assert log.contains('TG-1005 login refused')
assert log.contains('nothing was changed')
