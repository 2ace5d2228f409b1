/**
 * Everything that can say no before a database is touched.
 *
 * <p>Its one rule: a guard reads and decides; it never repairs.
 */
@NullMarked
package dev.tidegate.guard;

import org.jspecify.annotations.NullMarked;
