package dev.patchbay.server.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.testkit.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A hub whose read model holds the requests of a Request Service; one for all tests of this JVM.
 */
public final class FilledReadModel implements AutoCloseable {
  private static final int REQUESTS = 250;

  private final AtomicInteger events = new AtomicInteger();
  private final SandboxSheets google = new SandboxSheets();
  private final TestHub hub = TestHub.start(google);
  private final RequestService service;
  private final List<JsonNode> requests;

  private FilledReadModel() {
    this.service = new RequestService(REQUESTS);
    this.requests = service.all("-requestedAt");
    hub.admin().post("/read-models/requests").as(201, Object.class);
    post(requests.stream().map(data -> event("request.created", data)).toList());
  }

  public TestHub hub() {
    return hub;
  }

  /** The sheets that its connectors reach. */
  public SandboxSheets google() {
    return google;
  }

  public ApiCaller viewer() {
    return hub.as(Role.VIEWER);
  }

  public RequestService service() {
    return service;
  }

  /** What was posted when it was filled. */
  public List<JsonNode> requests() {
    return requests;
  }

  /** An event with an id of its own. */
  public Map<String, Object> event(String type, Object data) {
    return Map.of(
        "specversion",
        "1.0",
        "id",
        "e-" + events.incrementAndGet(),
        "source",
        "/request-service",
        "type",
        type,
        "data",
        data);
  }

  /** Posts events and waits until they are in the model. */
  public void post(List<Map<String, Object>> batch) {
    var receipts =
        hub.as(Role.SERVICE)
            .post("/events", "application/cloudevents-batch+json", batch)
            .as(202, EventReceipts.class);
    assertThat(receipts.receipts()).hasSize(batch.size());
    var posted = Instant.now();
    Eventually.soon()
        .passes(
            () ->
                assertThat(viewer().get("/requests/summary").as(200, RequestSummary.class).asOf())
                    .isAfter(posted));
  }

  @Override
  public void close() {
    service.close();
    hub.close();
    google.close();
  }

  /** Hands it to tests. */
  public static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == FilledReadModel.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(
              FilledReadModel.class, _ -> new FilledReadModel(), FilledReadModel.class);
    }
  }
}
