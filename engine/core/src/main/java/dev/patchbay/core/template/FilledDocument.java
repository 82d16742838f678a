package dev.patchbay.core.template;

import dev.patchbay.model.template.TemplateKind;

/**
 * A document that was made of a template; the bytes are the caller's.
 *
 * @param kind that of its template
 * @param content the file
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record FilledDocument(TemplateKind kind, byte[] content) {}
