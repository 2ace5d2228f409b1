/**
 * Says what differs between two schemas.
 *
 * <p>Second stage of the flow: {@code schema} says what is, {@code diff} says what differs, {@code
 * plan} says in which steps to get there. Its one rule: two states are always {@code from} and
 * {@code to} and travel together as a {@link dev.tidegate.diff.Pair}; what two objects have to
 * agree in is asked of the dialect through {@link dev.tidegate.diff.DiffRules}.
 */
@NullMarked
package dev.tidegate.diff;

import org.jspecify.annotations.NullMarked;
