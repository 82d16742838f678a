package dev.patchbay.console.viewmodel.connectors;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.Switch;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.session.SwitchList;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorView;

/** How connectors are paused and resumed. */
record ConnectorSwitch(Session session) implements SwitchList.Kind<ConnectorView> {
  @Override
  public String name(ConnectorView connector) {
    return connector.name();
  }

  @Override
  public Switch turn(ConnectorView connector) {
    return ConnectorsModel.isPaused(connector) ? Switch.RESUME : Switch.PAUSE;
  }

  /** What it was beside paused is not set but found out by the hub. */
  @Override
  public boolean canBeTurnedBack(ConnectorView connector) {
    return true;
  }

  @Override
  public ConnectorView after(ConnectorView connector, Switch wish) {
    return new ConnectorView(
        connector.name(),
        connector.type(),
        connector.settings(),
        connector.secretsSet(),
        connector.enabled(),
        wish == Switch.PAUSE ? ConnectorState.PAUSED : ConnectorState.UP,
        wish == Switch.PAUSE ? text("connectors.pausedBy", user()) : null,
        session.now(),
        connector.guarantee(),
        connector.held(),
        connector.version());
  }

  private String user() {
    return session.caller().get().user();
  }

  @Override
  public ConnectorView send(String name, Switch wish) throws HubException, InterruptedException {
    return session.client().switchConnector(name, wish);
  }

  @Override
  public String words(String name, Switch wish) {
    return text(wish == Switch.PAUSE ? "notice.connectorPaused" : "notice.connectorResumed", name);
  }
}
