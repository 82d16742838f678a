package dev.patchbay.core.template;

import dev.patchbay.model.template.TemplateKind;

/**
 * Which file documents are made of, without the file.
 *
 * @param number of the version
 * @param sha256 of the file, in hexadecimal digits: another one is another file
 */
public record TemplateSource(int number, String sha256, TemplateKind kind) {}
