package dev.patchbay.server.rest;

import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** {@code /me}: who the caller is. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
  @GET
  @Allow({Role.VIEWER, Role.SERVICE})
  public Caller me(@Context SecurityContext security) {
    return CallerPrincipal.of(security);
  }
}
