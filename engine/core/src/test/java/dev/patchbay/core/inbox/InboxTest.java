package dev.patchbay.core.inbox;

import static dev.patchbay.core.mapping.Drafts.column;
import static dev.patchbay.core.mapping.Drafts.route;
import static dev.patchbay.model.event.ReceiptStatus.ACCEPTED;
import static dev.patchbay.model.event.ReceiptStatus.CONFLICT;
import static dev.patchbay.model.event.ReceiptStatus.DUPLICATE;
import static dev.patchbay.model.event.ReceiptStatus.QUARANTINED;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.Sample;
import dev.patchbay.core.event.UuidV7;
import dev.patchbay.core.inbox.FakeInboxStore.Failure;
import dev.patchbay.core.route.RouteTable;
import dev.patchbay.core.route.Router;
import dev.patchbay.core.route.Routes;
import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.model.route.CellType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final FakeInboxStore store = new FakeInboxStore();
  private final Semaphore gate = new Semaphore(Integer.MAX_VALUE);
  private final Semaphore entered = new Semaphore(0);
  private final BlockingQueue<Set<Integer>> awakened = new LinkedBlockingQueue<>();
  private Inbox inbox = open(10_000, Duration.ofSeconds(10));

  @AfterEach
  void close() {
    openGate();
    inbox.close();
  }

  @Test
  void answersEveryEventAfterItsCommitAndAwakensLanes() throws Exception {
    var receipts = post(event("b", 1), event("a", 1));
    assertThat(receipts).extracting(EventReceipt::status).containsExactly(ACCEPTED, ACCEPTED);
    assertThat(receipts).extracting(EventReceipt::id).containsExactly("b", "a");
    assertThat(receipts)
        .extracting(EventReceipt::event)
        .containsExactlyElementsOf(store.deliveries(1).stream().map(Object::toString).toList());
    assertThat(awakened.poll(60, SECONDS)).containsExactly(1);
    assertThat(post(event("a", 1)).getFirst())
        .isEqualTo(new EventReceipt("/requests", "a", DUPLICATE, null, List.of()));
  }

  @Test
  void gathersWhatWaitsIntoOneCommitInTheOrderOfArrival() throws Exception {
    closeGate();
    var first = admit(event("x", 1));
    entered.acquire();
    var others = new ArrayList<Admission.Admitted>();
    for (var id : List.of("d", "b", "c", "a")) {
      others.add(admit(event(id, 1)));
    }
    openGate();
    assertThat(statuses(first)).containsExactly(ACCEPTED);
    for (var other : others) {
      assertThat(statuses(other)).containsExactly(ACCEPTED);
    }
    assertThat(store.calls()).hasSize(2);
    assertThat(store.calls().getLast())
        .extracting(entry -> entry.envelope().id())
        .containsExactly("d", "b", "c", "a");
    assertThat(store.deliveries(1)).isSorted();
  }

  @Test
  void tellsRepeatedFromChangedWithinOnePost() throws Exception {
    var receipts = post(event("a", 1), event("a", 1), event("a", 2), event("b", 1), event("a", 2));
    assertThat(receipts)
        .extracting(EventReceipt::status)
        .containsExactly(ACCEPTED, DUPLICATE, CONFLICT, ACCEPTED, CONFLICT);
    assertThat(receipts.get(2).reasons())
        .containsExactly("/id was accepted before with other content; give it a new id");
    assertThat(store.calls()).hasSize(2);
  }

  @Test
  void quarantinesWhatBreaksItsContractOrHasNoKeyBesideTheOthers() throws Exception {
    var receipts =
        post(
            Sample.request("a", "{'title':'no id'}"),
            event("b", 1),
            Sample.request("c", "{'id':' '}"),
            Sample.event("d", "nothing.known", "{}"));
    assertThat(receipts)
        .extracting(EventReceipt::status)
        .containsExactly(QUARANTINED, ACCEPTED, QUARANTINED, QUARANTINED);
    assertThat(receipts.getFirst())
        .isEqualTo(
            new EventReceipt(
                "/requests",
                "a",
                QUARANTINED,
                null,
                List.of("/data/id is missing; it must be given")));
  }

  @Test
  void writesTheSameBatchAgainWhateverWentWrong() throws Exception {
    store.fail(Failure.BEFORE_COMMIT);
    store.fail(Failure.AFTER_COMMIT);
    assertThat(post(event("a", 1), event("b", 1)))
        .extracting(EventReceipt::status)
        .containsExactly(ACCEPTED, ACCEPTED);
    assertThat(store.calls()).hasSize(3);
    assertThat(Set.copyOf(store.calls())).hasSize(1);
    assertThat(store.deliveries(1)).hasSize(2);
    assertThat(awakened.poll(60, SECONDS)).containsExactly(1);
  }

  @Test
  void tellsTheCallersWhenItGivesUpAndGoesOn() throws Exception {
    inbox.close();
    inbox = open(10_000, Duration.ZERO);
    store.fail(Failure.BEFORE_COMMIT);
    var failed = admit(event("a", 1)).receipts().toCompletableFuture();
    assertThatThrownBy(() -> failed.get(60, SECONDS))
        .hasCauseInstanceOf(InboxUnavailableException.class);
    assertThat(post(event("b", 1))).extracting(EventReceipt::status).containsExactly(ACCEPTED);
  }

  @Test
  void refusesWhenTooMuchWaitsAndStoresNothingOfIt() throws Exception {
    inbox.close();
    inbox = open(2, Duration.ofSeconds(10));
    closeGate();
    var first = admit(event("x", 1));
    entered.acquire();
    var second = admit(event("a", 1), event("b", 1));
    assertThat(inbox.accept(List.of(event("c", 1)), "http"))
        .isEqualTo(new Admission.Overloaded(Duration.ofSeconds(1)));
    openGate();
    assertThat(statuses(first)).containsExactly(ACCEPTED);
    assertThat(statuses(second)).containsExactly(ACCEPTED, ACCEPTED);
    assertThat(store.deliveries(1)).hasSize(3);
  }

  @Test
  void commitsWhatWaitsBeforeItCloses() throws Exception {
    closeGate();
    var first = admit(event("a", 1));
    entered.acquire();
    var second = admit(event("b", 1));
    openGate();
    inbox.close();
    assertThat(statuses(first)).containsExactly(ACCEPTED);
    assertThat(statuses(second)).containsExactly(ACCEPTED);
    assertThat(inbox.accept(List.of(event("c", 1)), "http"))
        .isInstanceOf(Admission.Overloaded.class);
  }

  @Test
  void answersAnEmptyPostAtOnce() throws Exception {
    assertThat(post()).isEmpty();
    assertThat(store.calls()).isEmpty();
  }

  private Inbox open(int queued, Duration giveUp) {
    var route = Routes.compiled(1, route(column("/data/status", CellType.TEXT)), 1);
    var ids = new UuidV7(InstantSource.system(), new SplittableRandom(1));
    var limits = new InboxLimits(1_000, 2 << 20, queued, 64 << 20, SOON, giveUp, SOON);
    InboxStore gated =
        entries -> {
          entered.release();
          gate.acquireUninterruptibly();
          return store.store(entries);
        };
    return Inbox.open(
        Routes.CONTRACTS,
        new Router(new RouteTable(List.of(route))),
        new Inbox.Writing(gated, ids, awakened::add, limits));
  }

  private void closeGate() {
    gate.drainPermits();
  }

  private void openGate() {
    gate.drainPermits();
    gate.release(Integer.MAX_VALUE);
  }

  private List<EventReceipt> post(Envelope... events) throws Exception {
    return admit(events).receipts().toCompletableFuture().get(60, SECONDS);
  }

  private Admission.Admitted admit(Envelope... events) {
    return (Admission.Admitted) inbox.accept(List.of(events), "http");
  }

  private static List<ReceiptStatus> statuses(Admission.Admitted admitted) throws Exception {
    return admitted.receipts().toCompletableFuture().get(60, SECONDS).stream()
        .map(EventReceipt::status)
        .toList();
  }

  private static Envelope event(String id, int version) {
    return Sample.request(id, "{'id':'r','version':" + version + "}");
  }
}
