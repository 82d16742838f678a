package dev.patchbay.store.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.access.UserStore.NewKey;
import dev.patchbay.core.contract.StoredContract;
import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.route.RouteStore.Place;
import dev.patchbay.core.route.StoredRoute;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.Enrichment;
import dev.patchbay.model.route.Enrichment.WhenUnavailable;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.connector.JdbcConnectorStates;
import dev.patchbay.store.connector.StatusTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Configuration in a real database: versions, conflicts, audit, epoch. */
class ConfigStoresIT {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Place PLACE = new Place("book/Requests", "Book, Requests", 1);

  private final TestStore store = TestStore.create();
  private final ConfigStores config = new ConfigStores(store.database(), InstantSource.fixed(NOW));

  @AfterEach
  void close() {
    config.close();
    store.close();
  }

  @Test
  void keepsAConnectorWithItsSecretsByName() {
    var saved = config.connectors().create(connector("sheets", Map.of("subject", "a@b.c"), "key"));

    var expected =
        new PluginInstance(
            "sheets", "google-sheets", Map.of("subject", "a@b.c"), List.of("key"), true, 1);
    assertThat(saved).isEqualTo(new Saved.Done<>(expected));
    assertThat(config.connectors().find("sheets")).contains(expected);
    assertThat(config.credentials().find("sheets", "key").orElseThrow().ciphertext())
        .containsExactly(1, 2, 3);
  }

  @Test
  void registersVersionsOfAContractOneAfterTheOther() {
    var second = config.contracts().register("request.created", 1, 1, "{\"a\": 1}", "ada");
    var stale = config.contracts().register("request.created", 1, 1, "{}", "bob");
    config.contracts().register("request.created", 1, 2, "{}", "bob");
    config.contracts().register("bin.emptied", 0, 0, "{}", "bob");

    var expected = new StoredContract("request.created", 2, "{\"a\": 1}", NOW, "ada");
    assertThat(second).isEqualTo(new Saved.Done<>(expected));
    assertThat(stale).isEqualTo(new Saved.Stale<>(2));
    assertThat(config.source().load().contracts())
        .isEqualTo(config.contracts().all())
        .containsExactly(
            new StoredContract("bin.emptied", 1, "{}", NOW, "bob"),
            expected,
            new StoredContract("request.created", 3, "{}", NOW, "bob"));
  }

  @Test
  void refusesATakenName() {
    config.connectors().create(connector("sheets", Map.of()));

    assertThat(config.connectors().create(connector("sheets", Map.of())))
        .isEqualTo(new Saved.Taken<>());
  }

  @Test
  void refusesAChangeMadeForAnOlderVersion() {
    config.connectors().create(connector("sheets", Map.of()));
    config.connectors().update(connector("sheets", Map.of("subject", "first")), 1);

    var late = config.connectors().update(connector("sheets", Map.of("subject", "late")), 1);

    assertThat(late).isEqualTo(new Saved.Stale<>(2));
    assertThat(config.connectors().find("sheets").orElseThrow().settings())
        .containsEntry("subject", "first");
  }

  @Test
  void replacesOnlyTheSecretsThatAreNamed() {
    config.connectors().create(connector("sheets", Map.of(), "one", "two"));
    var first = config.credentials().find("sheets", "one").orElseThrow();
    var second = config.credentials().find("sheets", "two").orElseThrow();

    config.connectors().update(connector("sheets", Map.of(), "two"), 1);

    assertThat(config.credentials().find("sheets", "one").orElseThrow().id()).isEqualTo(first.id());
    assertThat(config.credentials().find("sheets", "two").orElseThrow().id())
        .isNotEqualTo(second.id());
  }

  @Test
  void aRefusedChangeLeavesNoAuditRowAndNoEpoch() {
    config.connectors().create(connector("sheets", Map.of()));
    var epoch = config.source().epoch();

    config.connectors().update(connector("sheets", Map.of()), 7);

    assertThat(config.source().epoch()).isEqualTo(epoch);
    assertThat(store.number("SELECT count(*) FROM audit")).isEqualTo(1);
  }

  @Test
  void aRouteGetsItsTargetAndLanesAndKeepsEveryVersion() {
    config.connectors().create(connector("sheets", Map.of()));

    var created = done(config.routes().create(route("requests", RouteState.ACTIVE), PLACE, "eve"));
    var changed =
        done(config.routes().update(route("requests", RouteState.SHADOW), PLACE, 1, "bob"));

    assertThat(created.lanes()).hasSize(1);
    assertThat(changed)
        .isEqualTo(
            new StoredRoute(
                created.id(),
                route("requests", RouteState.SHADOW),
                created.target(),
                created.lanes(),
                "Book, Requests",
                2,
                NOW,
                "bob"));
    assertThat(config.source().load().routes()).containsExactly(changed);
    assertThat(store.number("SELECT count(*) FROM route_version")).isEqualTo(2);
    assertThat(store.number("SELECT count(*) FROM audit WHERE subject = 'requests'")).isEqualTo(2);
  }

  @Test
  void aPlaceKeepsTheNameThatTheFarSideGaveIt() {
    config.connectors().create(connector("sheets", Map.of()));
    config.routes().create(route("requests", RouteState.ACTIVE), PLACE, "eve");
    var epoch = config.source().epoch();

    config.routes().entitle("sheets", PLACE.identity(), "City desk / Requests");
    config.routes().entitle("sheets", "elsewhere", "Nowhere");
    var changed =
        done(config.routes().update(route("requests", RouteState.SHADOW), PLACE, 1, "bob"));

    assertThat(changed.targetTitle()).isEqualTo("City desk / Requests");
    assertThat(config.source().epoch()).isEqualTo(epoch + 1);
  }

  @Test
  void routesToTheSamePlaceShareItsLanes() {
    config.connectors().create(connector("sheets", Map.of()));

    var one = done(config.routes().create(route("one", RouteState.ACTIVE), PLACE, "eve"));
    var two = done(config.routes().create(route("two", RouteState.ACTIVE), PLACE, "eve"));

    assertThat(two.lanes()).isEqualTo(one.lanes());
  }

  @Test
  void aDeletedRouteIsStillKnownForWhatItAcceptedAndItsNameIsFree() {
    config.connectors().create(connector("sheets", Map.of()));
    var created = done(config.routes().create(route("requests", RouteState.ACTIVE), PLACE, "eve"));

    config.routes().delete("requests", 1, "eve");
    var snapshot = config.source().load();
    var again = done(config.routes().create(route("requests", RouteState.ACTIVE), PLACE, "eve"));

    assertThat(snapshot.routes()).isEmpty();
    assertThat(snapshot.former()).extracting(StoredRoute::id).containsExactly(created.id());
    assertThat(again.version()).isEqualTo(2);
  }

  @Test
  void aConnectorInUseIsNotDeleted() {
    config.connectors().create(connector("sheets", Map.of()));
    config.routes().create(route("requests", RouteState.ACTIVE), PLACE, "eve");

    var refused = config.connectors().delete("sheets", 1, "eve");
    config.routes().delete("requests", 1, "eve");
    var deleted = config.connectors().delete("sheets", 1, "eve");

    assertThat(refused).isInstanceOf(Saved.Refused.class);
    assertThat(deleted).isInstanceOf(Saved.Done.class);
  }

  @Test
  void aServiceThatRoutesAskIsNotDeleted() {
    config.connectors().create(connector("sheets", Map.of()));
    config.services().create(connector("users", Map.of("url", "http://users"), "token"));
    config.services().create(connector("other", Map.of()));
    var asking = enriched("requests", "users");
    assertThat(config.routes().create(enriched("lost", "nobody"), PLACE, "eve"))
        .isEqualTo(new Saved.Refused<>("there is no service 'nobody'"));
    config.routes().create(asking, PLACE, "eve");

    assertThat(config.services().delete("users", 1, "eve"))
        .isEqualTo(new Saved.Refused<>("routes ask it: requests"));
    assertThat(config.services().delete("other", 1, "eve")).isInstanceOf(Saved.Done.class);
    assertThat(done(config.routes().setState("requests", RouteState.PAUSED, "eve")).draft())
        .isEqualTo(asking.withState(RouteState.PAUSED));
    assertThat(config.source().load().services())
        .isEqualTo(config.services().all())
        .extracting(PluginInstance::name)
        .containsExactly("users");
    assertThat(config.serviceCredentials().find("users", "token")).isPresent();
    config.routes().delete("requests", 2, "eve");
    assertThat(config.services().delete("users", 1, "eve")).isInstanceOf(Saved.Done.class);
    assertThat(config.serviceCredentials().find("users", "token")).isEmpty();
    assertThat(store.number("SELECT count(*) FROM audit WHERE what LIKE 'service.%'")).isEqualTo(4);
  }

  @Test
  void aRouteStoredBeforeThereWereEnrichmentsFetchesNothing() {
    config.connectors().create(connector("sheets", Map.of()));
    config.routes().create(route("requests", RouteState.ACTIVE), PLACE, "eve");
    assertThat(store.number("SELECT count(*) FROM route WHERE jsonb_exists(draft, 'enrichments')"))
        .isEqualTo(1);
    store.execute("UPDATE route SET draft = draft - 'enrichments'");

    assertThat(config.routes().find("requests").orElseThrow().draft())
        .isEqualTo(route("requests", RouteState.ACTIVE));
    config.services().create(connector("users", Map.of()));
    assertThat(config.services().delete("users", 1, "eve")).isInstanceOf(Saved.Done.class);
  }

  @Test
  void theStateOfAServiceIsKeptBesideIt() {
    var states = new JdbcConnectorStates(store.database(), StatusTable.SERVICES);
    config.services().create(connector("users", Map.of()));
    states.set("users", ConnectorState.BREAKER_OPEN, "it is down\0");
    states.set("nobody", ConnectorState.BREAKER_OPEN, "it is down");
    assertThat(states.of("users").state()).isEqualTo(ConnectorState.BREAKER_OPEN);
    assertThat(states.of("users").reason()).isEqualTo("it is down\uFFFD");
    assertThat(states.of("nobody").state()).isEqualTo(ConnectorState.UP);
  }

  private static RouteDraft enriched(String name, String service) {
    var enrichment =
        new Enrichment("user", service, "/users/{/data/reporter/id}", WhenUnavailable.WAIT, 60);
    return route(name, RouteState.ACTIVE).withEnrichments(List.of(enrichment));
  }

  @Test
  void theLastAdministratorStays() {
    config.users().create(new UserDraft("eve", Role.ADMIN, true), "system");

    assertThat(config.users().update(new UserDraft("eve", Role.ADMIN, false), 1, "eve"))
        .isInstanceOf(Saved.Refused.class);
  }

  @Test
  void aKeyIsFoundByItsIdAndItsUseIsNoted() {
    config.users().create(new UserDraft("eve", Role.ADMIN, true), "system");
    config.users().addKey("eve", new NewKey("k1", new byte[] {7}, "laptop"), "eve");

    config.users().used(Map.of("k1", NOW));

    assertThat(config.users().key("k1").orElseThrow().role()).isEqualTo(Role.ADMIN);
    assertThat(config.users().find("eve").orElseThrow().keys().getFirst().lastUsedAt())
        .isEqualTo(NOW);
  }

  private static <T> T done(Saved<T> saved) {
    return ((Saved.Done<T>) saved).value();
  }

  private static InstanceStore.Change connector(
      String name, Map<String, String> settings, String... secrets) {
    var sealed =
        Arrays.stream(secrets)
            .map(secret -> new SealedSecret(UUID.randomUUID(), secret, new byte[] {1, 2, 3}))
            .toList();
    return new InstanceStore.Change(name, "google-sheets", settings, sealed, true, "eve");
  }

  private static RouteDraft route(String name, RouteState state) {
    var column =
        new ColumnMapping("id", "Id", CellType.TEXT, "/data/id", null, List.of(), PiiPolicy.ALLOW);
    return new RouteDraft(
        name,
        List.of("request.created"),
        null,
        "/data/id",
        "sheets",
        Map.of("spreadsheet", "book", "tab", "Requests"),
        WriteMode.UPSERT,
        List.of(column),
        state);
  }
}
