import dev.tidegate.ItDatabases

def broken = new File(basedir, 'broken')
ItDatabases.postgres(basedir.toPath())
ItDatabases.execute(basedir.toPath(), new File(broken, 'V1__users.sql').text)
ItDatabases.execute(basedir.toPath(), 'INSERT INTO users VALUES (1, 20), (2, 0)')

def mended = new File(basedir, 'mended')
mended.mkdir()
broken.eachFile { new File(mended, it.name).text = it.text.replace('100 / age', '100 / nullif(age, 0)') }
