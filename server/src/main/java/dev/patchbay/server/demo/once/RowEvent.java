package dev.patchbay.server.demo.once;

/**
 * The event of one row.
 *
 * @param line of the file that it comes from
 * @param id CloudEvents {@code id}
 * @param json the CloudEvent
 */
record RowEvent(long line, String id, byte[] json) {}
