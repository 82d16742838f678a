package dev.patchbay.server.rest.dataset;

import dev.patchbay.core.dataset.DatasetPolicies;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.server.config.CheckedStore;
import dev.patchbay.server.dataset.PolicyCheck;
import dev.patchbay.server.rest.NamedCalls;
import dev.patchbay.server.rest.NamedResource;
import dev.patchbay.server.security.AllowNamed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /dataset-policies}: what of a dataset is shown to whom. */
@Path("dataset-policies")
@Produces(MediaType.APPLICATION_JSON)
@AllowNamed(read = Role.ADMIN)
public final class DatasetPoliciesResource
    extends NamedResource<DatasetPolicyDraft, DatasetPolicyView, DatasetPolicyView> {
  public DatasetPoliciesResource(DatasetPolicies store, PolicyCheck check) {
    super(
        new NamedCalls<>(
            new CheckedStore<>(store, check::faults),
            DatasetPolicyDraft::name,
            "policy for dataset"),
        Shown.asStored(store::all, store::find, DatasetPolicyView::version));
  }
}
