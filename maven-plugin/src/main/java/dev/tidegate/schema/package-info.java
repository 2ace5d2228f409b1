/**
 * What a database holds, as values: the model that every stage of the flow speaks of.
 *
 * <p>A {@link dev.tidegate.schema.Schema} is one flat, sorted set of {@link
 * dev.tidegate.schema.SchemaObject}s with their dependencies. Whatever can be depended upon or be
 * changed by a statement of its own is an object of its own: a column, its default, a constraint, a
 * comment. Its one rule: nothing here knows SQL, JDBC or a dialect; types and expressions are
 * opaque text as the database itself prints them.
 */
@NullMarked
package dev.tidegate.schema;

import org.jspecify.annotations.NullMarked;
