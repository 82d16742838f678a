package dev.patchbay.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;

/**
 * One CloudEvents 1.0 event, read and found well-formed.
 *
 * @param source CloudEvents {@code source}
 * @param id CloudEvents {@code id}; (source, id) is the identity of the fact
 * @param type CloudEvents {@code type}
 * @param json the whole envelope in structured JSON form, {@code data} parsed; must not be changed
 * @param payload the same as bytes, in the form that is stored
 * @param digest 64 bits of the SHA-256 of the canonical content: equal for the same fact by any
 *     intake. Empty in an event read back from the log, which is compared with nothing
 */
public record Envelope(
    String source, String id, String type, ObjectNode json, byte[] payload, OptionalLong digest) {}
