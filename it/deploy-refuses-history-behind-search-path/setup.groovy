dev.tidegate.ItDatabases.postgres(basedir.toPath())
// database.env, which leads to public, is what remains when somebody drops the schema from the URL
def url = new File(basedir, 'database.env').text.trim()
new File(basedir, 'app.env').text = url + '?schema=app\n'
return true
