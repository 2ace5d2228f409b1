package dev.tidegate.scratch;

import java.util.Optional;

/**
 * An extension that the SQL of a state creates.
 *
 * @param name as {@code CREATE EXTENSION} has it
 * @param schema the schema for its objects, which must exist; absent for the first of the search
 *     path
 */
public record WantedExtension(String name, Optional<String> schema) {}
