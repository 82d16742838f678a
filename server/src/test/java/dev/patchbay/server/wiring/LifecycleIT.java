package dev.patchbay.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.server.management.Readiness.Part;
import dev.patchbay.server.management.Readiness.Report;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.server.security.TinkSealer;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.Fault;
import dev.patchbay.testkit.TcpFaultProxy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A hub's life from its first start to the loss of its database. */
class LifecycleIT {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void firstStartsKeyFilesAndALostDatabase() throws IOException {
    var database = TestDatabase.create();
    try (var network = TcpFaultProxy.to(URI.create(database.jdbcUrl().substring(5)).getPort())) {
      var options = options(database, network);
      var keyOut = options.adminKeyOut().orElseThrow();
      theFirstKeyIsWrittenToAPrivateFileAndWorks(options, keyOut);
      noSecondKeyIsMade(options, keyOut);
      aLostKeyFileStopsTheStart(options);
      aWrongKeyFileStopsTheStart(options);
      aLostDatabaseIsToldUntilItIsBack(options, network);
      withoutADatabaseItStopsSoon(options, network);
    }
  }

  private void theFirstKeyIsWrittenToAPrivateFileAndWorks(HubOptions options, Path keyOut)
      throws IOException {
    try (var hub = Hub.start(options)) {
      assertThat(hub.firstKey()).isEmpty();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyOut)))
          .isEqualTo("rw-------");
      var admin = caller(hub.api()).as(Files.readString(keyOut).strip());
      assertThat(admin.get("/me").as(200, Caller.class)).isEqualTo(new Caller("admin", Role.ADMIN));
      var draft =
          new ConnectorDraft(
              "sheets", "google-sheets", Map.of(), Map.of("oauth-client-secret", "s"), true);
      admin.post("/connectors", draft).as(201, ConnectorView.class);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(options.keyFile())))
          .isEqualTo("rw-------");
    }
  }

  private static void noSecondKeyIsMade(HubOptions options, Path keyOut) throws IOException {
    Files.delete(keyOut);
    try (var hub = Hub.start(options)) {
      assertThat(hub.firstKey()).isEmpty();
      assertThat(keyOut).doesNotExist();
    }
  }

  private static void aLostKeyFileStopsTheStart(HubOptions options) throws IOException {
    var aside = options.keyFile().resolveSibling("aside");
    Files.move(options.keyFile(), aside);
    assertThatThrownBy(() -> Hub.start(options))
        .hasMessageContaining("missing")
        .hasMessageContaining(options.keyFile().toString());
    assertThat(options.keyFile()).doesNotExist();
    Files.move(aside, options.keyFile());
  }

  private static void aWrongKeyFileStopsTheStart(HubOptions options) throws IOException {
    var right = Files.readString(options.keyFile());
    Files.delete(options.keyFile());
    new TinkSealer(options.keyFile()).seal("a", "b");
    assertThatThrownBy(() -> Hub.start(options))
        .hasMessageContaining("is not the key file that opens them")
        .hasMessageContaining(options.keyFile().toString());
    Files.writeString(options.keyFile(), "no key set");
    assertThatThrownBy(() -> Hub.start(options))
        .hasMessageContaining("is not the key file that opens them")
        .hasMessageContaining(options.keyFile().toString());
    Files.writeString(options.keyFile(), right);
  }

  private void aLostDatabaseIsToldUntilItIsBack(HubOptions options, TcpFaultProxy network) {
    try (var hub = Hub.start(options)) {
      var management = caller(hub.management());
      Eventually.soon()
          .passes(() -> assertThat(management.get("//health/ready").status()).isEqualTo(200));
      network.inject(new Fault.Cut());
      Eventually.soon()
          .passes(
              () ->
                  assertThat(management.get("//health/ready").as(503, Report.class).parts())
                      .contains(new Part("database", false, "does not answer")));
      assertThat(management.get("//health/live").status()).isEqualTo(200);
      network.heal();
      Eventually.soon()
          .passes(() -> assertThat(management.get("//health/ready").status()).isEqualTo(200));
    }
  }

  private void withoutADatabaseItStopsSoon(HubOptions options, TcpFaultProxy network) {
    var hub = Hub.start(options);
    network.inject(new Fault.Cut());
    Eventually.soon()
        .passes(
            () ->
                assertThat(caller(hub.management()).get("//health/ready").status()).isEqualTo(503));

    var start = System.nanoTime();
    hub.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_STOP);
  }

  private ApiCaller caller(URI root) {
    return new ApiCaller(http, root, Optional.empty(), _ -> {});
  }

  private static HubOptions options(TestDatabase database, TcpFaultProxy network) {
    var directory = TestHub.directory();
    return HubOptions.in(directory)
        .withDatabase(
            new HubOptions.DatabaseSource.External(
                database.jdbcUrl().replaceFirst(":\\d+/", ":" + network.port() + "/"),
                Optional.of(database.user()),
                Optional.of(database.password())))
        .withAdminKeyOut(directory.resolve("admin.key"));
  }
}
