package dev.patchbay.server.rest.connector;

import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.server.config.ConnectorTypes;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.stream.Stream;

/** {@code /connector-types}: the plugins that connectors can be made of. */
@Path("connector-types")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectorTypesResource {
  private final ConnectorTypes types;

  public ConnectorTypesResource(ConnectorTypes types) {
    this.types = types;
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<ConnectorTypeView> all() {
    var rows = types.all().stream().map(SpiViews::type);
    var files = types.allStores().stream().map(SpiViews::type);
    var messages = types.allMessages().stream().map(SpiViews::type);
    return new Page<>(
        Stream.of(rows, files, messages)
            .flatMap(all -> all)
            .sorted(Comparator.comparing(ConnectorTypeView::name))
            .toList(),
        null);
  }
}
