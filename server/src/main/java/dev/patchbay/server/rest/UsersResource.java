package dev.patchbay.server.rest;

import dev.patchbay.core.access.UserStore;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.KeyDraft;
import dev.patchbay.model.access.NewApiKey;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.access.UserView;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.security.ApiKey;
import dev.patchbay.server.security.KeyCache;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** {@code /users}: who may use the hub, and their keys. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource {
  private final UserStore users;
  private final KeyCache keys;

  public UsersResource(UserStore users, KeyCache keys) {
    this.users = users;
    this.keys = keys;
  }

  @GET
  @Allow(Role.ADMIN)
  public Page<UserView> all() {
    return new Page<>(users.all(), null);
  }

  @GET
  @Path("{name}")
  @Allow(Role.ADMIN)
  public Response one(@PathParam("name") String name) {
    var user =
        users.find(name).orElseThrow(() -> ProblemException.notFound("There is no such user."));
    return Versions.tagged(200, user, user.version());
  }

  @POST
  @Allow(Role.ADMIN)
  public Response create(UserDraft draft, @Context SecurityContext security) {
    Names.check(draft.name());
    var user = Versions.done(users.create(draft, who(security)), "user '" + draft.name() + "'");
    return Versions.tagged(201, user, user.version());
  }

  @PUT
  @Path("{name}")
  @Allow(Role.ADMIN)
  public Response update(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      UserDraft draft,
      @Context SecurityContext security) {
    Names.same(name, draft.name());
    var saved = users.update(draft, Versions.expected(ifMatch), who(security));
    keys.clear();
    var user = Versions.done(saved, "user '" + name + "'");
    return Versions.tagged(200, user, user.version());
  }

  @POST
  @Path("{name}/keys")
  @Allow(Role.ADMIN)
  public Response addKey(
      @PathParam("name") String name, KeyDraft draft, @Context SecurityContext security) {
    var key = ApiKey.random();
    var stored = new UserStore.NewKey(key.id(), key.hash(), draft.note());
    Versions.done(users.addKey(name, stored, who(security)), "user '" + name + "'");
    return Response.status(201).entity(new NewApiKey(key.id(), key.text())).build();
  }

  @DELETE
  @Path("{name}/keys/{id}")
  @Allow(Role.ADMIN)
  public void removeKey(
      @PathParam("name") String name,
      @PathParam("id") String id,
      @Context SecurityContext security) {
    var saved = users.removeKey(name, id, who(security));
    keys.clear();
    Versions.done(saved, "key '" + id + "' of user '" + name + "'");
  }

  private static String who(SecurityContext security) {
    return CallerPrincipal.of(security).user();
  }
}
