/**
 * What the goals' JSON reports say, as far as the action needs it. The format is documented in
 * {@code docs/reports}; nothing else of a goal is read.
 */
@NullMarked
package dev.tidegate.action.report;

import org.jspecify.annotations.NullMarked;
