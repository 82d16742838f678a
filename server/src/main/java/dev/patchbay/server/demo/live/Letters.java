package dev.patchbay.server.demo.live;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.SheetSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A letter to whoever reports something, made of a Word template; set up by the API and only if it
 * is not.
 *
 * @param store name of the connector that the letters leave through
 */
record Letters(HubClient hub, String store) {
  private static final String CONNECTOR = "letters";
  private static final String TEMPLATE = "Acknowledgement";

  /** Each new request has its letter from now on. */
  void setUp() {
    if (!(hub.template(TEMPLATE) instanceof Answer.Done)) {
      hub.keepTemplate(TEMPLATE, file()).orFail();
    }
    if (!(hub.connector(CONNECTOR) instanceof Answer.Done)) {
      hub.createConnector(
              new ConnectorDraft(CONNECTOR, "documents", Map.of("store", store), Map.of(), true))
          .orFail();
    }
    new SheetSetup(hub).route(route());
  }

  private static RouteDraft route() {
    return new RouteDraft(
        "letters",
        List.of("request.created"),
        null,
        "/data/id",
        CONNECTOR,
        Map.of("template", TEMPLATE, "path", "letters/{date}/{key}-{document}.docx"),
        WriteMode.APPEND,
        List.of(CityRoute.column("request", "Request", CellType.TEXT, "/data/id")),
        RouteState.ACTIVE);
  }

  private static byte[] file() {
    try (var file = Letters.class.getResourceAsStream("acknowledgement.docx")) {
      return Objects.requireNonNull(file, "the template is part of the server").readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
