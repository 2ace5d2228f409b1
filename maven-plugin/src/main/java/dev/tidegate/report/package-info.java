/**
 * What a run did, as data, and the three ways to read it.
 *
 * <p>Last stage of the flow: a command returns a report record; text, JSON and Markdown are
 * renderings of it. Its one rule: only {@link dev.tidegate.report.Console} prints.
 */
@NullMarked
package dev.tidegate.report;

import org.jspecify.annotations.NullMarked;
