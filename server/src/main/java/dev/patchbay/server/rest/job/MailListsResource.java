package dev.patchbay.server.rest.job;

import dev.patchbay.core.mail.MailListStore;
import dev.patchbay.model.mail.MailListDraft;
import dev.patchbay.model.mail.MailListView;
import dev.patchbay.server.config.CheckedStore;
import dev.patchbay.server.mail.MailListCheck;
import dev.patchbay.server.rest.NamedCalls;
import dev.patchbay.server.rest.NamedResource;
import dev.patchbay.server.security.AllowNamed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /mail-lists}: distribution lists. */
@Path("mail-lists")
@Produces(MediaType.APPLICATION_JSON)
@AllowNamed
public final class MailListsResource
    extends NamedResource<MailListDraft, MailListView, MailListView> {
  public MailListsResource(MailListStore store) {
    super(
        new NamedCalls<>(
            new CheckedStore<>(store, MailListCheck::faults), MailListDraft::name, "list"),
        Shown.asStored(store::all, store::find, MailListView::version));
  }
}
