package dev.patchbay.model.intake;

import java.time.Instant;

/**
 * A gap: records that the hub should have got from a broker and can not get any more, or may not.
 *
 * @param stream where: a stream's key, a topic's partition
 * @param detail what is missing as far as is known, and what was done
 */
public record IncidentView(
    long id, String intake, IncidentKind kind, String stream, String detail, Instant at) {}
