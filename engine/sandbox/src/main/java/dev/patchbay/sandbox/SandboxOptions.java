package dev.patchbay.sandbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a sandbox is started.
 *
 * @param port 0 for a free one
 * @param data where files and the key survive a restart; in memory when absent
 * @param quota whether Google's calls per minute are enforced
 * @param acceptToken a bearer token that is accepted besides those handed out
 * @param clock tells the minute of the quota, expiry of tokens and times of files
 */
public record SandboxOptions(
    int port,
    Optional<Path> data,
    boolean quota,
    Optional<String> acceptToken,
    InstantSource clock) {

  /** In memory, on a free port, with quotas, by the system's clock. */
  public static SandboxOptions inMemory() {
    return new SandboxOptions(0, Optional.empty(), true, Optional.empty(), InstantSource.system());
  }

  public SandboxOptions withPort(int other) {
    return new SandboxOptions(other, data, quota, acceptToken, clock);
  }

  public SandboxOptions withData(Path directory) {
    return new SandboxOptions(port, Optional.of(directory), quota, acceptToken, clock);
  }

  public SandboxOptions withoutQuota() {
    return new SandboxOptions(port, data, false, acceptToken, clock);
  }

  public SandboxOptions withAcceptedToken(String token) {
    return new SandboxOptions(port, data, quota, Optional.of(token), clock);
  }

  public SandboxOptions withClock(InstantSource other) {
    return new SandboxOptions(port, data, quota, acceptToken, other);
  }
}
