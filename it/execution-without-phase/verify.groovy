// deploy and status have a default phase; diff has none, and Maven leaves it out without a word
def log = new File(basedir, 'build.log').text
assert log.contains(':deploy (deploy)')
assert log.contains(':status (status)')
assert !log.contains(':diff (diff)')
