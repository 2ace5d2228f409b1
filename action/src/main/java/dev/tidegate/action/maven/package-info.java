/** Runs the goals with Maven, in a process of their own. */
@NullMarked
package dev.tidegate.action.maven;

import org.jspecify.annotations.NullMarked;
