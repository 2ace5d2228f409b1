/** The real program as a process, as the runner starts it. */
@NullMarked
package dev.tidegate.action.process;

import org.jspecify.annotations.NullMarked;
