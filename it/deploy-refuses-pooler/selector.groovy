def installed = dev.tidegate.scratch.PgBouncer.isInstalled()
if (!installed) {
    println 'skipped: pgbouncer is not installed'
}
return installed
