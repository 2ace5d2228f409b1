def log = new File(basedir, 'build.log').text
assert log.contains('MultiThreadedBuilder')
assert !log.contains('thread-safe')
// one module waits for the other and finds nothing left to do
assert log.count('2 of 2 pending migrations applied') == 1
