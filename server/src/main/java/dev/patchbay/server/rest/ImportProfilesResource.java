package dev.patchbay.server.rest;

import dev.patchbay.core.imports.ColumnCheck;
import dev.patchbay.core.imports.ImportProfiles;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.imports.ImportProfileDraft;
import dev.patchbay.model.imports.ImportProfileView;
import dev.patchbay.server.config.CheckedStore;
import dev.patchbay.server.security.Allow;
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

/** {@code /import-profiles}: which columns of files fill which fields. */
@Path("import-profiles")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportProfilesResource {
  private final ImportProfiles store;
  private final NamedCalls<ImportProfileDraft, ImportProfileView> calls;

  public ImportProfilesResource(ImportProfiles store) {
    this.store = store;
    this.calls =
        new NamedCalls<>(
            new CheckedStore<>(store, draft -> ColumnCheck.faults(draft.columns())),
            ImportProfileDraft::name,
            "import profile");
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<ImportProfileView> all() {
    return new Page<>(store.all(), null);
  }

  @GET
  @Path("{name}")
  @Allow(Role.VIEWER)
  public Response one(@PathParam("name") String name) {
    return tagged(200, calls.found(store.find(name), name));
  }

  @POST
  @Allow(Role.SUPPORT)
  public Response create(ImportProfileDraft draft, @Context SecurityContext security) {
    return tagged(201, calls.create(draft, security));
  }

  @PUT
  @Path("{name}")
  @Allow(Role.SUPPORT)
  public Response update(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ImportProfileDraft draft,
      @Context SecurityContext security) {
    return tagged(200, calls.update(name, ifMatch, draft, security));
  }

  @DELETE
  @Path("{name}")
  @Allow(Role.SUPPORT)
  public void delete(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext security) {
    calls.delete(name, ifMatch, security);
  }

  private static Response tagged(int status, ImportProfileView stored) {
    return Versions.tagged(status, stored, stored.version());
  }
}
