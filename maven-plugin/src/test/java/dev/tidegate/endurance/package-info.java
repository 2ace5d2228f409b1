/**
 * Deploys that are killed, cut off and run beside each other, again and again: profile {@code
 * endurance}. Every build runs a few of them.
 */
@NullMarked
package dev.tidegate.endurance;

import org.jspecify.annotations.NullMarked;
