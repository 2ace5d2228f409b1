/**
 * Migration files and the history of those applied: Flyway behind narrow types.
 *
 * <p>Its one rule: no other package imports Flyway, and the history table stays what Flyway makes
 * of it, so that a project can go back to Flyway by removing a plugin.
 */
@NullMarked
package dev.tidegate.migration;

import org.jspecify.annotations.NullMarked;
