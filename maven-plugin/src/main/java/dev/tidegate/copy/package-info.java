/**
 * Carries rows from one database to the other without losing a value.
 *
 * <p>The target's catalogue and the storage class of every value decide each conversion. Its one
 * rule: what does not fit is listed and refused, never bent silently.
 */
@NullMarked
package dev.tidegate.copy;

import org.jspecify.annotations.NullMarked;
