package dev.patchbay.sandbox.http;

import java.util.Set;

/**
 * One method of an API.
 *
 * @param name as in Google's discovery document, without the service: {@code
 *     spreadsheets.values.get}
 * @param scopes any of them suffices
 */
public record Operation(String name, Kind kind, Set<String> scopes, Handler handler) {

  /** What a call counts as, and whether it changes anything. */
  public enum Kind {
    SHEETS_READ,
    SHEETS_WRITE,
    DRIVE_READ,
    DRIVE_WRITE;

    public boolean writes() {
      return this == SHEETS_WRITE || this == DRIVE_WRITE;
    }

    public boolean sheets() {
      return this == SHEETS_READ || this == SHEETS_WRITE;
    }

    /** The host that Google serves it from, as errors name it. */
    public String service() {
      return sheets() ? "sheets.googleapis.com" : "drive.googleapis.com";
    }
  }

  /** Does the work; throws {@link ApiError} and then has changed nothing. */
  @FunctionalInterface
  public interface Handler {
    Answer run(Exchange exchange);
  }

  public Operation {
    scopes = Set.copyOf(scopes);
  }
}
