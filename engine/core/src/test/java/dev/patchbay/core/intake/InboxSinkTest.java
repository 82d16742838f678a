package dev.patchbay.core.intake;

import static dev.patchbay.core.mapping.Drafts.column;
import static dev.patchbay.core.mapping.Drafts.route;
import static dev.patchbay.spi.intake.Receipt.Status.ACCEPTED;
import static dev.patchbay.spi.intake.Receipt.Status.CONFLICT;
import static dev.patchbay.spi.intake.Receipt.Status.DUPLICATE;
import static dev.patchbay.spi.intake.Receipt.Status.QUARANTINED;
import static dev.patchbay.spi.intake.Receipt.Status.UNREADABLE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.EventLimits;
import dev.patchbay.core.event.UuidV7;
import dev.patchbay.core.inbox.FakeInboxStore;
import dev.patchbay.core.inbox.Inbox;
import dev.patchbay.core.inbox.InboxLimits;
import dev.patchbay.core.route.Route;
import dev.patchbay.core.route.RouteTable;
import dev.patchbay.core.route.Router;
import dev.patchbay.core.route.Routes;
import dev.patchbay.model.intake.UnreadableView;
import dev.patchbay.model.route.CellType;
import dev.patchbay.spi.intake.Acceptance;
import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.spi.intake.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxSinkTest {
  private final FakeInboxStore store = new FakeInboxStore();
  private final KeptRecords kept = new KeptRecords();
  private final Inbox inbox = open(InboxLimits.DEFAULT);
  private final InboxSink sink =
      new InboxSink("redis", new EnvelopeReader(EventLimits.DEFAULT), inbox, kept);

  @AfterEach
  void close() {
    inbox.close();
  }

  @Test
  void answersEveryRecordInItsPlaceAndPutsAsideWhatIsNoEvent() throws Exception {
    var receipts =
        stored(
            structured("s@1", "a", "{'id':'r'}"),
            junk("s@2"),
            structured("s@3", "a", "{'id':'r'}"),
            structured("s@4", "a", "{'id':'other'}"),
            structured("s@5", "b", "{}"));

    assertThat(receipts)
        .extracting(Receipt::status)
        .containsExactly(ACCEPTED, UNREADABLE, DUPLICATE, CONFLICT, QUARANTINED);
    assertThat(receipts.getFirst().reasons()).isEmpty();
    assertThat(receipts.get(4).reasons()).containsExactly("/data/id is missing; it must be given");
    assertThat(kept.positions()).containsExactly("s@2");
  }

  @Test
  void knowsTheSameFactInBinaryAndStructuredMode() throws Exception {
    var attributes =
        Map.of("specversion", "1.0", "id", "a", "source", "/requests", "type", "request.created");
    var data = "{\"id\":\"r\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(stored(new RawEvent.Binary("t-0@7", attributes, data, null)))
        .extracting(Receipt::status)
        .containsExactly(ACCEPTED);
    assertThat(stored(structured("s@1", "a", "{'id':'r'}")))
        .extracting(Receipt::status)
        .containsExactly(DUPLICATE);
  }

  @Test
  void namesTheAttributeThatIsMissingInBinaryMode() throws Exception {
    var record = new RawEvent.Binary("t-0@7", Map.of("specversion", "1.0"), new byte[0], null);

    assertThat(stored(record).getFirst().reasons())
        .containsExactly(
            "id is missing; CloudEvents 1.0 demands it",
            "source is missing; CloudEvents 1.0 demands it",
            "type is missing; CloudEvents 1.0 demands it");
  }

  @Test
  void recordsItsNameBesideTheEvent() throws Exception {
    stored(structured("s@1", "a", "{'id':'r'}"));

    assertThat(store.calls().getFirst().getFirst().intake()).isEqualTo("redis");
  }

  @Test
  void storesNothingWhileUnreadableRecordsCannotBePutAside() throws Exception {
    kept.broken = true;

    assertThat(bring(structured("s@1", "a", "{'id':'r'}"), junk("s@2")))
        .isInstanceOf(Acceptance.NotStored.class);
    assertThat(store.calls()).isEmpty();
  }

  @Test
  void putsAsideTheOneRecordThatBreaksTheHubAndStoresTheOthers() throws Exception {
    var receipts =
        stored(
            structured("s@1", "a", "{'id':'r'}"),
            structured("s@2", "b", "{'id':'poison'}"),
            structured("s@3", "c", "{'id':'r'}"),
            junk("s@4"));

    assertThat(receipts)
        .extracting(Receipt::status)
        .containsExactly(ACCEPTED, UNREADABLE, ACCEPTED, UNREADABLE);
    assertThat(kept.positions()).contains("s@2", "s@4").doesNotContain("s@1", "s@3");
    assertThat(store.deliveries(1)).hasSize(2);
  }

  @Test
  void storesALargeBatchInPartsAndInOrder() throws Exception {
    var records = many(1_201);

    assertThat(stored(records)).hasSize(1_201).allMatch(one -> one.status() == ACCEPTED);
    assertThat(store.calls()).extracting(List::size).containsExactly(500, 500, 201);
    assertThat(idsInOrder()).containsExactlyElementsOf(idsOf(1_201));
  }

  @Test
  void storesNothingBehindAPartThatCouldNotBeStored() throws Exception {
    var records = many(1_001);
    records[600] = junk("s@600");
    kept.broken = true;

    assertThat(bring(records)).isInstanceOf(Acceptance.NotStored.class);
    assertThat(idsInOrder()).containsExactlyElementsOf(idsOf(500));
  }

  private static RawEvent[] many(int count) {
    return idsOf(count).stream()
        .map(id -> structured("s@" + id, id, "{'id':'r'}"))
        .toArray(RawEvent[]::new);
  }

  private static List<String> idsOf(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private List<String> idsInOrder() {
    return store.calls().stream()
        .flatMap(List::stream)
        .map(entry -> entry.envelope().id())
        .toList();
  }

  @Test
  void saysInWordsForAPersonThatTheDatabaseTakesNothing() throws Exception {
    var now = Duration.ofMillis(1);
    store.fail(FakeInboxStore.Failure.BEFORE_COMMIT);
    try (var impatient = open(new InboxLimits(10, 1_000, 10, 1_000, now, now, now))) {
      var reader = new EnvelopeReader(EventLimits.DEFAULT);
      var record = structured("s@1", "a", "{'id':'r'}");

      var answer = new InboxSink("redis", reader, impatient, kept).accept(List.of(record));

      assertThat(answer.toCompletableFuture().get(60, SECONDS))
          .isEqualTo(
              new Acceptance.NotStored(
                  "The hub could not write the events to its database and tries again; its log"
                      + " says why",
                  Duration.ofSeconds(1)));
    }
  }

  @Test
  void asksToComeAgainWhenTheInboxTakesNoMore() throws Exception {
    inbox.close();

    assertThat(bring(structured("s@1", "a", "{'id':'r'}")))
        .isEqualTo(
            new Acceptance.NotStored("Too many events wait to be stored", Duration.ofSeconds(1)));
  }

  private List<Receipt> stored(RawEvent... records) throws Exception {
    return ((Acceptance.Stored) bring(records)).receipts();
  }

  private Acceptance bring(RawEvent... records) throws Exception {
    return sink.accept(List.of(records)).toCompletableFuture().get(60, SECONDS);
  }

  private static RawEvent structured(String position, String id, String data) {
    var body =
        "{'specversion':'1.0','id':'%s','source':'/requests','type':'request.created','data':%s}"
            .formatted(id, data)
            .replace('\'', '"');
    return new RawEvent.Structured(position, body.getBytes(StandardCharsets.UTF_8));
  }

  private static RawEvent junk(String position) {
    return new RawEvent.Structured(position, "no JSON".getBytes(StandardCharsets.UTF_8));
  }

  private Inbox open(InboxLimits limits) {
    var ids = new UuidV7(InstantSource.system(), new SplittableRandom(1));
    return Inbox.open(
        Routes.CONTRACTS,
        new Router(new RouteTable(List.of(fragile()))),
        new Inbox.Writing(store, ids, _ -> {}, limits));
  }

  /** A route whose filter has a bug. */
  private static Route fragile() {
    var route = Routes.compiled(1, route(column("/data/status", CellType.TEXT)), 1);
    return new Route(
        route.id(),
        route.draft(),
        route.version(),
        route.target(),
        route.lanes(),
        event -> {
          if (event.json().at("/data/id").asText().equals("poison")) {
            throw new IllegalStateException("a bug");
          }
          return true;
        },
        route.key(),
        route.mapping(),
        route.enrichments());
  }

  /** Keeps records in memory, or fails. */
  private static final class KeptRecords implements UnreadableStore {
    private final List<UnreadableRecord> records = new ArrayList<>();
    private boolean broken;

    @Override
    public void keep(String intake, List<UnreadableRecord> more) {
      if (broken) {
        throw new IllegalStateException("the database is gone");
      }
      records.addAll(more);
    }

    @Override
    public List<UnreadableView> newest(String intake, int most) {
      return List.of();
    }

    List<String> positions() {
      return records.stream().map(kept -> kept.record().position()).toList();
    }
  }
}
