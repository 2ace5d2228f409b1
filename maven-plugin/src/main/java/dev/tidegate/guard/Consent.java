package dev.tidegate.guard;

/**
 * What a person said to a coding agent, so that it might do what cannot be undone.
 *
 * @param agent which one was at the keyboard
 * @param words of the person
 */
public record Consent(String agent, String words) {}
