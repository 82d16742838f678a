package dev.patchbay.model.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document template.
 *
 * @param kind what all its versions are written in
 * @param contract the type of the events that it is filled in with, null if none was chosen
 * @param active number of the version that documents are made of
 * @param newest number of the version that came last
 * @param version counts the changes of the template, uploads among them, as its ETag
 */
public record TemplateView(
    String name,
    TemplateKind kind,
    @Nullable String contract,
    int active,
    int newest,
    long version,
    Instant changedAt,
    String changedBy) {}
