package dev.patchbay.google;

import com.google.api.client.http.HttpResponseException;

/** What the refusals of one service mean: its texts and reasons are its own. Thread-safe. */
@FunctionalInterface
public interface Refusals {
  /**
   * Reads a refusal.
   *
   * @param account address that files must be shared with
   */
  Failure read(HttpResponseException answer, String account);
}
