package dev.patchbay.server.demo.live;

import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.model.service.ServiceView;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.DemoFailure;
import dev.patchbay.services.standin.CoreServices;
import dev.patchbay.services.standin.CoreServicesOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A list that an office kept by hand, to be imported, and a stand-in for the Request Service that
 * makes requests of its rows. Two of the rows are faulty, and one stands there twice.
 *
 * @param file the list
 */
record OldList(CoreServices service, Path file) implements AutoCloseable {
  private static final String SERVICE = "requests";
  private static final String ROWS =
      """
      Id,Title,Status,Category,Address,Requested at,Lat,Lon
      OLD-001,Street lamp flickers,open,Lighting,12 Mill Lane,2026-01-05T08:15:00Z,52.5163,13.3777
      OLD-002,Bench without a seat,open,Parks,Riverside Park,2026-01-07T16:40:00Z,52.5121,13.3889
      OLD-003,"Pothole, as deep as a boot",in progress,Streets,3 Station Road,2026-01-09T07:05:00Z,52.5208,13.4095
      OLD-004,,open,Streets,41 Harbour Street,2026-01-12T11:30:00Z,52.5009,13.4211
      OLD-005,Graffiti on the school wall,open,Buildings,7 School Street,next Tuesday,52.4987,13.3903
      OLD-006,Bin was not emptied,closed,Sanitation,18 Mill Lane,2026-01-15T06:55:00Z,52.5160,13.3771
      OLD-002,Bench without a seat,open,Parks,Riverside Park,2026-01-07T16:40:00Z,52.5121,13.3889
      """;

  /** Starts the stand-in and writes the list where it is not there yet. */
  static OldList start(Path directory) {
    var file = directory.resolve("old-list.csv");
    try {
      Files.createDirectories(directory);
      if (!Files.exists(file)) {
        Files.writeString(file, ROWS);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new OldList(CoreServices.start(CoreServicesOptions.usual()), file);
  }

  /** The hub knows the service; anew, for each start has a place and a secret of its own. */
  void connect(HubClient hub) {
    switch (hub.service(SERVICE)) {
      case Answer.Done<ServiceView>(var there) ->
          hub.changeService(draft(), there.version()).orFail();
      case Answer.Refused<ServiceView> _ -> hub.createService(draft()).orFail();
      case Answer.Unreachable<ServiceView>(var why) -> throw new DemoFailure(why);
    }
  }

  private ServiceDraft draft() {
    var client = service.register("patchbay");
    var settings =
        Map.of(
            "url", service.uri().toString(),
            "authentication", "client-credentials",
            "tokenUrl", service.uri().resolve("/oauth2/token").toString(),
            "clientId", client.id());
    return new ServiceDraft(
        SERVICE, "rest", settings, Map.of("clientSecret", client.secret()), true);
  }

  @Override
  public void close() {
    service.close();
  }
}
