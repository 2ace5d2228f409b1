def log = new File(basedir, 'build.log').text
assert log.contains('TG-1004')
def reports = new File(basedir, 'target/tidegate').listFiles().collect { it.text }
([log] + reports).each {
  assert !it.contains('s@cret-7f3a')
  assert !it.contains('s%40cret-7f3a')
}
