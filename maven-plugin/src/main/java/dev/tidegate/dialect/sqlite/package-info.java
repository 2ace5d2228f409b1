/**
 * SQLite: its catalogue, what it can do in place, its SQL.
 *
 * <p>Its one rule: one file an object kind; facts about the library carry a link to its manual.
 */
@NullMarked
package dev.tidegate.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
