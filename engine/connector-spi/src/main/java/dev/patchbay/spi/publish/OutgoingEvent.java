package dev.patchbay.spi.publish;

/**
 * One event of the hub, ready to be sent.
 *
 * @param id its CloudEvents {@code id}, the same whenever it is sent again
 * @param key events of one key stay in order at a broker that orders by key
 * @param json the whole event in the CloudEvents 1.0 JSON event format, UTF-8; not changed by
 *     anybody
 */
public record OutgoingEvent(String id, String key, byte[] json) {}
