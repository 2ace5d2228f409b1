package dev.tidegate.guard;

import dev.tidegate.plan.Hazard;
import java.util.Optional;

/**
 * What the live database is asked about a hazard before anything runs.
 *
 * @param script the migration
 * @param hazard with the queries in the names that the live database has now; without one where it
 *     is about something that an earlier pending migration makes
 * @param repair why a bad answer stops nothing: what could change the rows before; empty where
 *     nothing does
 */
public record LiveQuestion(String script, Hazard hazard, Optional<String> repair) {}
