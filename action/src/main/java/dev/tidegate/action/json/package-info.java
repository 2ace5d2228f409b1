/**
 * Reads JSON that others wrote: GitHub's answers and event payloads.
 *
 * <p>Its one rule: what is not as expected is said with its place; what is not asked for is passed
 * over, so that a field GitHub adds tomorrow changes nothing.
 */
@NullMarked
package dev.tidegate.action.json;

import org.jspecify.annotations.NullMarked;
