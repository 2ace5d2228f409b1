/**
 * The goals as Maven sees them: parameters become a request, one command runs, its report is
 * printed.
 *
 * <p>Its one rule: a mojo only translates. Exceptions are translated in one place, {@code
 * AbstractTidegateMojo}.
 */
@NullMarked
package dev.tidegate.maven;

import org.jspecify.annotations.NullMarked;
