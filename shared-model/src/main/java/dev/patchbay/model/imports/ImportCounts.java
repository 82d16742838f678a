package dev.patchbay.model.imports;

/**
 * What became of the rows of a file.
 *
 * @param read rows that hold a value, without the header
 * @param valid good rows that no import brought before
 * @param faulty rows with an error
 * @param duplicates rows that the file or an earlier import holds already
 * @param made requests that were made
 * @param existed rows whose request was there already, made by others
 * @param refused rows that the service did not take
 */
public record ImportCounts(
    long read, long valid, long faulty, long duplicates, long made, long existed, long refused) {}
