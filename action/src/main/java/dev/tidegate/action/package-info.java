/**
 * The program inside the action's image.
 *
 * <p>Its one rule: it runs goals and reads their JSON reports; it knows nothing of schemas.
 */
@NullMarked
package dev.tidegate.action;

import org.jspecify.annotations.NullMarked;
