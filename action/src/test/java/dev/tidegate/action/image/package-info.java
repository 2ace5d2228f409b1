/** The real image, built from the Dockerfile and run as GitHub runs it. */
@NullMarked
package dev.tidegate.action.image;

import org.jspecify.annotations.NullMarked;
