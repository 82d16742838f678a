package dev.patchbay.server.demo.once;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.server.demo.DemoFailure;
import dev.patchbay.server.demo.GoogleCalls;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The figures of one run, as they are written for machines.
 *
 * @param eventsAccepted events stored, repeated rows not among them
 * @param googleReadCalls as the stand-in counted them, without the demo's own
 * @param retries calls that failed or were not answered, so that their rows had to be settled or
 *     sent again
 * @param seconds from the first event sent to the last row delivered
 */
public record Report(
    long eventsAccepted,
    long rowsInSheet,
    long duplicateKeys,
    long lostKeys,
    long wrongCells,
    long googleReadCalls,
    long googleWriteCalls,
    long retries,
    long kills,
    double seconds,
    double rowsPerSecond) {

  static Report of(long accepted, Findings findings, GoogleCalls calls, long kills, Duration took) {
    double seconds = took.toMillis() / 1000.0;
    return new Report(
        accepted,
        findings.rows(),
        findings.doubled(),
        findings.lost(),
        findings.wrong(),
        calls.reads(),
        calls.writes(),
        calls.failedWrites(),
        kills,
        seconds,
        Math.round(accepted / Math.max(seconds, 0.001)));
  }

  /** Whether nothing is lost, doubled or wrong. */
  public boolean allRight() {
    return lostKeys == 0 && duplicateKeys == 0 && wrongCells == 0;
  }

  /** Writes the figures as JSON. */
  public void write(Path file) {
    try {
      var parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, pretty() + "\n");
    } catch (IOException e) {
      throw new DemoFailure("the report cannot be written to " + file, e);
    }
  }

  private String pretty() throws JsonProcessingException {
    return ServerJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }
}
