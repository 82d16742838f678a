package dev.patchbay.model.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document that was made.
 *
 * @param id of the delivery that it was made for; document systems call it by that
 * @param connector through which it was put where it belongs
 * @param template name of it
 * @param version of the template
 * @param key of what it is about
 * @param mediaType of the file
 * @param length in bytes
 * @param sha256 checksum of the file, hexadecimal
 * @param store connector and path of the file, null if it was only mailed
 * @param url where it stands in a document system, null if nobody told
 * @param reason of the status, null if nobody told
 * @param at when it was made
 * @param changedAt when its status changed last
 */
public record DocumentView(
    String id,
    String connector,
    String template,
    int version,
    String key,
    String mediaType,
    long length,
    String sha256,
    @Nullable String store,
    DocumentStatus status,
    @Nullable String url,
    @Nullable String reason,
    Instant at,
    Instant changedAt) {}
