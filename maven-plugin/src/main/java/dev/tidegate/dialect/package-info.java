/**
 * What a dialect is: the bundle of answers that the stages of the flow ask for.
 *
 * <p>Each dialect lives in a package of its own beneath, with the same class names, one file an
 * object kind. Its one rule: the interface belongs to the package that asks; there is no {@code if
 * (postgres)} outside of {@code dialect} and {@code copy}.
 */
@NullMarked
package dev.tidegate.dialect;

import org.jspecify.annotations.NullMarked;
