/**
 * Holds on to what a deploy is about to destroy, and brings it back.
 *
 * <p>{@code deploy} asks for a backup after everything that can say no was asked and before the
 * first statement; {@code copy} restores one. Its one rule: a file counts as a backup only once it
 * was read back and holds as many rows as were counted in the snapshot that it was read from.
 */
@NullMarked
package dev.tidegate.backup;

import org.jspecify.annotations.NullMarked;
