/**
 * GitHub's REST API, as far as a review and a deploy need it.
 *
 * <p>Its one rule: whatever fails is a {@link dev.tidegate.action.github.GitHubFailure} that says
 * what was asked, what GitHub answered and whether trying again makes sense, and no message ever
 * carries the token.
 */
@NullMarked
package dev.tidegate.action.github;

import org.jspecify.annotations.NullMarked;
