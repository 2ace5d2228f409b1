/**
 * The runner's protocol: what a step is given (inputs, environment, event) and how it answers
 * (commands on its output, files for outputs and summary).
 *
 * <p>Its one rule: whatever leaves goes through {@link dev.tidegate.action.runner.Secrets}, and no
 * text of others is ever read as a command.
 */
@NullMarked
package dev.tidegate.action.runner;

import org.jspecify.annotations.NullMarked;
