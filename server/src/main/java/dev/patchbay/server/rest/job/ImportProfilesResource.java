package dev.patchbay.server.rest.job;

import dev.patchbay.core.imports.ColumnCheck;
import dev.patchbay.core.imports.ImportProfiles;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.imports.ImportProfileDraft;
import dev.patchbay.model.imports.ImportProfileView;
import dev.patchbay.server.config.CheckedStore;
import dev.patchbay.server.rest.NamedCalls;
import dev.patchbay.server.rest.NamedResource;
import dev.patchbay.server.security.AllowNamed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /import-profiles}: which columns of files fill which fields. */
@Path("import-profiles")
@Produces(MediaType.APPLICATION_JSON)
@AllowNamed(write = Role.SUPPORT)
public final class ImportProfilesResource
    extends NamedResource<ImportProfileDraft, ImportProfileView, ImportProfileView> {
  public ImportProfilesResource(ImportProfiles store) {
    super(
        new NamedCalls<>(
            new CheckedStore<>(store, draft -> ColumnCheck.faults(draft.columns())),
            ImportProfileDraft::name,
            "import profile"),
        Shown.asStored(store::all, store::find, ImportProfileView::version));
  }
}
