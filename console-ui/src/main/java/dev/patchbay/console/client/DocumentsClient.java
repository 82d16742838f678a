package dev.patchbay.console.client;

import static dev.patchbay.console.client.QueryString.encode;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.console.client.Transport.Call;
import dev.patchbay.model.Page;
import dev.patchbay.model.document.DocumentDetail;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.document.DocumentView;
import org.jspecify.annotations.Nullable;

/** Documents that routes made, as calls like those of {@link HubClient}. Thread-safe. */
public final class DocumentsClient {
  private final Transport transport;

  DocumentsClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * Which documents; null for any.
   *
   * @param connector through which they were put where they belong
   * @param key of what they are about
   */
  public record Filter(
      @Nullable DocumentStatus status,
      @Nullable String connector,
      @Nullable String template,
      @Nullable String key) {
    /** All of them. */
    public static final Filter ALL = new Filter(null, null, null, null);
  }

  /** One page of them, the newest first. */
  public Page<DocumentView> page(Filter filter, @Nullable String cursor, int limit)
      throws HubException, InterruptedException {
    var query =
        new QueryString()
            .with("status", filter.status())
            .with("connector", filter.connector())
            .with("template", filter.template())
            .with("key", filter.key())
            .with("limit", limit)
            .with("cursor", cursor);
    return transport.send(Call.get("/documents" + query), new TypeReference<>() {});
  }

  /** One document with all that became of it. */
  public DocumentDetail one(String id) throws HubException, InterruptedException {
    return transport.send(Call.get("/documents/" + encode(id)), new TypeReference<>() {});
  }
}
