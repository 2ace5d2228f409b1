/** Workflows that we run or show, held against rules of our own and against GitHub's validators. */
@NullMarked
package dev.tidegate.action.workflow;

import org.jspecify.annotations.NullMarked;
