/**
 * What the action is for, told from the pull request to production and on: the real program as a
 * process, real databases, a GitHub that remembers. Each story is written to {@code target/story}
 * as it goes, for a person to read.
 */
@NullMarked
package dev.tidegate.action.story;

import org.jspecify.annotations.NullMarked;
