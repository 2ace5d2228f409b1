/**
 * The comment on a pull request: from a model of its own to Markdown, and back from what stands on
 * GitHub to what was promised.
 *
 * <p>Its one rule: text of others stands in code and nowhere else, and every character that nobody
 * would see is made visible; so nothing in a plan can format, mention, link, or hide anything.
 */
@NullMarked
package dev.tidegate.action.comment;

import org.jspecify.annotations.NullMarked;
