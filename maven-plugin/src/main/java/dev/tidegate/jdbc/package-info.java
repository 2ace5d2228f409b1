/**
 * Connections: how a database is named, reached and spoken to.
 *
 * <p>Every spelling of a URL ends in a {@link dev.tidegate.jdbc.DatabaseUrl}, every way to a
 * connection starts from {@link dev.tidegate.jdbc.ConnectionSettings}. Its one rule: a password
 * leaves this package only into a driver; {@code toString}, messages and logs show none.
 */
@NullMarked
package dev.tidegate.jdbc;

import org.jspecify.annotations.NullMarked;
