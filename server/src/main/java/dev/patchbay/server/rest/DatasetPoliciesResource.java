package dev.patchbay.server.rest;

import dev.patchbay.core.dataset.DatasetPolicies;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.server.config.CheckedStore;
import dev.patchbay.server.dataset.PolicyCheck;
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

/** {@code /dataset-policies}: what of a dataset is shown to whom. */
@Path("dataset-policies")
@Produces(MediaType.APPLICATION_JSON)
public final class DatasetPoliciesResource {
  private final DatasetPolicies store;
  private final NamedCalls<DatasetPolicyDraft, DatasetPolicyView> calls;

  public DatasetPoliciesResource(DatasetPolicies store, PolicyCheck check) {
    this.store = store;
    this.calls =
        new NamedCalls<>(
            new CheckedStore<>(store, check::faults),
            DatasetPolicyDraft::name,
            "policy for dataset");
  }

  @GET
  @Allow(Role.ADMIN)
  public Page<DatasetPolicyView> all() {
    return new Page<>(store.all(), null);
  }

  @GET
  @Path("{name}")
  @Allow(Role.ADMIN)
  public Response one(@PathParam("name") String name) {
    return tagged(200, calls.found(store.find(name), name));
  }

  @POST
  @Allow(Role.ADMIN)
  public Response create(DatasetPolicyDraft draft, @Context SecurityContext security) {
    return tagged(201, calls.create(draft, security));
  }

  @PUT
  @Path("{name}")
  @Allow(Role.ADMIN)
  public Response update(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      DatasetPolicyDraft draft,
      @Context SecurityContext security) {
    return tagged(200, calls.update(name, ifMatch, draft, security));
  }

  @DELETE
  @Path("{name}")
  @Allow(Role.ADMIN)
  public void delete(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext security) {
    calls.delete(name, ifMatch, security);
  }

  private static Response tagged(int status, DatasetPolicyView stored) {
    return Versions.tagged(status, stored, stored.version());
  }
}
