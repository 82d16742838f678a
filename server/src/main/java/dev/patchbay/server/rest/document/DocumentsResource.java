package dev.patchbay.server.rest.document;

import dev.patchbay.core.document.DocumentRecipients;
import dev.patchbay.core.document.DocumentRegister;
import dev.patchbay.core.document.DocumentRegister.DocumentFilter;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.document.DocumentDetail;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.document.DocumentView;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /documents}: documents that were made, and what became of them. */
@Path("documents")
@Produces(MediaType.APPLICATION_JSON)
public final class DocumentsResource {
  private static final int MOST = 200;

  private final DocumentRegister register;
  private final DocumentRecipients recipients;

  public DocumentsResource(DocumentRegister register, DocumentRecipients recipients) {
    this.register = register;
    this.recipients = recipients;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<DocumentView> page(
      @QueryParam("status") @Nullable String status,
      @QueryParam("connector") @Nullable String connector,
      @QueryParam("template") @Nullable String template,
      @QueryParam("key") @Nullable String key,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int most = Query.limit(limit, MOST);
    var filter =
        new DocumentFilter(
            Query.oneOf(DocumentStatus.class, "status", status), connector, template, key);
    var page = register.page(filter, cursor, most + 1);
    return page.size() > most
        ? new Page<>(page.subList(0, most), page.get(most - 1).id())
        : new Page<>(page, null);
  }

  @GET
  @Path("{id}")
  @Allow(Role.VIEWER)
  public DocumentDetail one(@PathParam("id") String id) {
    var document =
        register
            .find(id)
            .orElseThrow(() -> ProblemException.notFound("There is no document '" + id + "'."));
    return new DocumentDetail(document, register.history(id), recipients.of(id));
  }
}
