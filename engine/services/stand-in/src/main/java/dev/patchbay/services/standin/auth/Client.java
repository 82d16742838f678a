package dev.patchbay.services.standin.auth;

import java.util.Set;

/**
 * Who may ask for tokens.
 *
 * @param secret never part of {@link #toString}
 * @param scopes what its tokens may be good for
 */
public record Client(String id, String secret, String name, Set<String> scopes) {
  public Client {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "Client[" + id + "]";
  }
}
