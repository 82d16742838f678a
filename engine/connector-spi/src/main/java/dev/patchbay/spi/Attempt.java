package dev.patchbay.spi;

/**
 * One attempt, as handed to a connector.
 *
 * @param plan what {@link RowTarget#prepare} returned for this batch
 * @param lastRows where to look up rows that other batches wrote
 * @param deadline after which nothing may be sent any more
 */
public record Attempt(RowBatch batch, String plan, LastRows lastRows, Deadline deadline) {}
