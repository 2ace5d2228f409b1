/**
 * The states that can be compared, and how each becomes a schema.
 *
 * <p>First stage of the flow: a word such as {@code migrations@7} is parsed into a {@link
 * dev.tidegate.source.State}; {@code StateReader} builds it in a scratch database where it is not a
 * database already, and has it inspected. Its one rule: a live database is only ever read.
 */
@NullMarked
package dev.tidegate.source;

import org.jspecify.annotations.NullMarked;
