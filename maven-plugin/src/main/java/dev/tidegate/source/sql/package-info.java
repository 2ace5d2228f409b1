/**
 * SQL files: split by the database's own rules, and run statement by statement.
 *
 * <p>Part of the first stage of the flow, under {@code source}. Its one rule: what a file says runs
 * in a scratch database and nowhere else, and what cannot run there is refused with its line.
 */
@NullMarked
package dev.tidegate.source.sql;

import org.jspecify.annotations.NullMarked;
