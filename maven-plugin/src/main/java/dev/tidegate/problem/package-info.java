/**
 * What went wrong, said so that a person alone at night can act on it.
 *
 * <p>Every other package may use this one and it uses none of them. Its one rule: a {@link
 * dev.tidegate.problem.Problem} answers five questions, always in the same order: code and fact,
 * detail, state of the database, hint, where to read more.
 */
@NullMarked
package dev.tidegate.problem;

import org.jspecify.annotations.NullMarked;
