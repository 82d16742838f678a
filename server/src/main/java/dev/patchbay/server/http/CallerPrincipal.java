package dev.patchbay.server.http;

import dev.patchbay.model.access.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The caller as JAX-RS knows one. */
public record CallerPrincipal(Caller caller) implements Principal {
  /** The caller of a request. */
  public static Caller of(SecurityContext security) {
    if (security.getUserPrincipal() instanceof CallerPrincipal(var caller)) {
      return caller;
    }
    throw new IllegalStateException("nobody authenticated this request");
  }

  @Override
  public String getName() {
    return caller.user();
  }
}
