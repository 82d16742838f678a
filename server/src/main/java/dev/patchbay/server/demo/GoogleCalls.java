package dev.patchbay.server.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Calls as the stand-in for Google counted them.
 *
 * @param failedWrites calls that change a spreadsheet and were answered by an error or not at all:
 *     what was in them had to be settled or sent again
 * @param overQuota calls refused with 429
 */
public record GoogleCalls(long reads, long writes, long failedWrites, long overQuota) {
  private static final String BATCH_UPDATE = "spreadsheets.batchUpdate";

  static GoogleCalls read(JsonNode stats) {
    return new GoogleCalls(
        stats.path("readCalls").asLong(),
        stats.path("writeCalls").asLong(),
        failed(stats.path("methods").path(BATCH_UPDATE)),
        overQuota(stats.path("methods")));
  }

  /** What came after an earlier count. */
  public GoogleCalls since(GoogleCalls earlier) {
    return new GoogleCalls(
        reads - earlier.reads,
        writes - earlier.writes,
        failedWrites - earlier.failedWrites,
        overQuota - earlier.overQuota);
  }

  private static long failed(JsonNode endings) {
    return endings
        .propertyStream()
        .filter(ending -> !ending.getKey().equals("200"))
        .mapToLong(ending -> ending.getValue().asLong())
        .sum();
  }

  private static long overQuota(JsonNode methods) {
    return methods.valueStream().mapToLong(endings -> endings.path("429").asLong()).sum();
  }
}
