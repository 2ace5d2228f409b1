/**
 * Scratch databases: databases of our own, gone afterwards.
 *
 * <p>States are built and plans are proved here, on a server or in memory that nobody else uses.
 * Its one rule: whatever a {@link dev.tidegate.scratch.Scratch} makes is gone after it is closed,
 * and a later run sweeps what a killed one left.
 */
@NullMarked
package dev.tidegate.scratch;

import org.jspecify.annotations.NullMarked;
