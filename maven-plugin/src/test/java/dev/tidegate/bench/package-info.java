/**
 * Measurements, run by the profile {@code bench} and never by a plain build. Each states ratios of
 * two things that ran side by side; docs/benchmarks.md holds the figures.
 */
@NullMarked
package dev.tidegate.bench;

import org.jspecify.annotations.NullMarked;
