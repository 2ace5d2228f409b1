/**
 * A schema of one dialect as a schema of the other, and the value types that correspond.
 *
 * <p>Its one rule: one table a direction; what has no counterpart is named, never dropped in
 * silence.
 */
@NullMarked
package dev.tidegate.translate;

import org.jspecify.annotations.NullMarked;
