/**
 * The four goals as protocols: each {@code run} reads as the list of its steps.
 *
 * <p>Its one rule: a command takes a request, returns a report, and knows nothing of Maven.
 */
@NullMarked
package dev.tidegate.command;

import org.jspecify.annotations.NullMarked;
