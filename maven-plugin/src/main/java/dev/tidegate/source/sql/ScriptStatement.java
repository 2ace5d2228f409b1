package dev.tidegate.source.sql;

import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param sql from its first word, without the semicolon at its end
 * @param line of the script on which it starts, from 1
 * @param data the lines that follow {@code COPY … FROM stdin}, without the {@code \.} at their end
 */
public record ScriptStatement(String sql, int line, Optional<String> data) {}
