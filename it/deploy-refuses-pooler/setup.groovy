import dev.tidegate.ItDatabases

def project = basedir.toPath()
ItDatabases.postgres(project)
ItDatabases.pooler(project)
new File(basedir, 'both.env').text =
        new File(basedir, 'pooler.env').text + 'DIRECT_' + new File(basedir, 'database.env').text
return true
