def log = new File(basedir, 'build.log').text
assert log.contains('TG-4102 2 values do not fit the target')
assert log.contains('9223372036854775807')
assert log.contains("'abc'")
assert log.contains('nothing was changed')
