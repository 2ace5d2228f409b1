/**
 * Says a plan in SQL.
 *
 * <p>Fourth stage of the flow: each {@link dev.tidegate.plan.Step} becomes one or more {@link
 * dev.tidegate.render.Statement}s that know their step and their hazards. Its one rule: no
 * statement is put together from strings by hand; {@link dev.tidegate.render.SqlBuilder} quotes,
 * spaces and wraps.
 */
@NullMarked
package dev.tidegate.render;

import org.jspecify.annotations.NullMarked;
