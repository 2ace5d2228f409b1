def log = new File(basedir, 'build.log').text
assert log.contains('TG-1004')
def reports = new File(basedir, 'target/tidegate').listFiles().collect { it.text }
assert reports.size() == 2
for (text in [log] + reports) {
  assert !text.contains('s@cret-7f3a')
  assert !text.contains('s%40cret-7f3a')
}
