/** What went wrong, in one form. */
@NullMarked
package dev.tidegate.action.problem;

import org.jspecify.annotations.NullMarked;
