/**
 * Puts changes into an order a database accepts, and says what each step may cost.
 *
 * <p>Third stage of the flow: {@code diff} says what differs, {@code plan} says in which steps,
 * {@code render} says it in SQL. Its one rule: nothing here knows SQL; a step that a dialect cannot
 * take is replaced here, through {@link dev.tidegate.plan.PlanRules}, never refused later.
 */
@NullMarked
package dev.tidegate.plan;

import org.jspecify.annotations.NullMarked;
