package dev.patchbay.model.template;

/**
 * A part of the data that a template uses.
 *
 * @param path names with dots between; {@code []} stands for the elements of a list, as in {@code
 *     items[].price}
 * @param where it is used first, for a person
 * @param tag as typed
 */
public record TemplateVariable(String path, String where, String tag) {}
