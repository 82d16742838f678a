package dev.patchbay.server.demo;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.client.HubClient;
import java.util.Map;

/** Sets a server up by its API as an administrator would, and leaves alone what is there. */
public record SheetSetup(HubClient hub) {
  /** Name of the connector. */
  public static final String CONNECTOR = "google";

  private static final String TYPE = "google-sheets";
  private static final String KEY = "service-account-key";

  /** The connector to Google; its key is set anew, for it names where the stand-in listens. */
  public void connect(GoogleStandIn google) {
    var draft = new ConnectorDraft(CONNECTOR, TYPE, Map.of(), Map.of(KEY, google.key()), true);
    switch (hub.connector(CONNECTOR)) {
      case Answer.Done<ConnectorView>(var there) ->
          hub.changeConnector(draft, there.version()).orFail();
      case Answer.Refused<ConnectorView> _ -> hub.createConnector(draft).orFail();
      case Answer.Unreachable<ConnectorView>(var why) -> throw new DemoFailure(why);
    }
  }

  /** The route, if it is not there. */
  public void route(RouteDraft draft) {
    if (!(hub.route(draft.name()) instanceof Answer.Done)) {
      hub.createRoute(draft).orFail();
    }
  }
}
