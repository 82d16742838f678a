package dev.patchbay.core.readmodel;

/**
 * What a question uses a field for.
 *
 * @param parameter component of the question, such as {@code from} or {@code sort}
 * @param field that it looks at
 */
public record FieldUse(String parameter, String field) {}
