package dev.patchbay.services.standin;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How the stand-in is started.
 *
 * @param port 0 for a free one
 * @param seed of people and requests: the same seed makes the same ones
 * @param requests how many there are, 0 to 100,000
 * @param tokenLife how long a token is good
 * @param clock tells times of changes and the end of tokens
 */
public record CoreServicesOptions(
    int port, long seed, int requests, Duration tokenLife, InstantSource clock) {
  private static final int MOST_REQUESTS = 100_000;

  public CoreServicesOptions {
    if (requests < 0 || requests > MOST_REQUESTS) {
      throw new IllegalArgumentException("requests must be from 0 to " + MOST_REQUESTS);
    }
  }

  /** On a free port, with 200 requests of seed 1, tokens of ten minutes, by the system's clock. */
  public static CoreServicesOptions usual() {
    return new CoreServicesOptions(0, 1, 200, Duration.ofMinutes(10), InstantSource.system());
  }

  public CoreServicesOptions withPort(int other) {
    return new CoreServicesOptions(other, seed, requests, tokenLife, clock);
  }

  public CoreServicesOptions withSeed(long other) {
    return new CoreServicesOptions(port, other, requests, tokenLife, clock);
  }

  public CoreServicesOptions withRequests(int other) {
    return new CoreServicesOptions(port, seed, other, tokenLife, clock);
  }

  public CoreServicesOptions withTokenLife(Duration other) {
    return new CoreServicesOptions(port, seed, requests, other, clock);
  }

  public CoreServicesOptions withClock(InstantSource other) {
    return new CoreServicesOptions(port, seed, requests, tokenLife, other);
  }
}
