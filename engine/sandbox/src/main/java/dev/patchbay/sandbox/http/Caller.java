package dev.patchbay.sandbox.http;

import java.util.Set;

/**
 * Who calls, as an access token says it.
 *
 * @param email the account, the one that quotas count
 * @param scopes full scope URLs
 */
public record Caller(String email, Set<String> scopes) {

  public Caller {
    scopes = Set.copyOf(scopes);
  }
}
