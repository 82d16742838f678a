package dev.patchbay.store.cleanup;

import static dev.patchbay.store.cleanup.RetentionRig.KEPT;
import static dev.patchbay.store.cleanup.RetentionRig.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.cleanup.OldThing;
import dev.patchbay.core.reconcile.Redeliveries.FoundKey;
import dev.patchbay.model.delivery.AttemptView;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.delivery.JdbcDeliveryDesk;
import dev.patchbay.store.reconcile.JdbcDeliveredKeys;
import dev.patchbay.store.reconcile.JdbcRedeliveries;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events, deliveries and attempts of a real database grow old: what is needed stays. */
class OldEventsIT {
  private final RetentionRig rig = new RetentionRig();
  private final TestStore store = rig.store();
  private final TestLane lane = rig.lane();
  private final TestLane other = rig.other();
  private final JdbcOldThings things = rig.things();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void daysOnWhichNothingIsNeededGoWholeAndTheirSpaceWithThem() {
    long old = rig.delivered(lane, "old");
    Ageing.pass(store, OLD);
    var day = store.text("SELECT to_char(uuid_extract_timestamp(id), 'YYYYMMDD') FROM event");
    var oldId = lane.id(old);
    long young = rig.delivered(lane, "young");
    Ageing.pass(store, KEPT);

    assertThat(things.count(OldThing.EVENTS, OLD)).isEqualTo(1);
    assertThat(rig.removed(rig.run(), OLD)).isEqualTo(1);

    assertThat(rig.history().find(oldId)).isEmpty();
    assertThat(rig.attempts(lane, young)).hasSize(1);
    assertThat(things.count(OldThing.EVENTS, OLD)).isZero();
    assertThat(rig.rows("event", "delivered", "attempt", "event_key")).isEqualTo("1 1 1 1");
    assertThat(rig.partitionsOf(rig.moved(day, KEPT))).isZero();
    assertThat(rig.log())
        .anyMatch(line -> line.endsWith(" is removed, all of it: 1 events with 1 deliveries."))
        .anyMatch(line -> line.endsWith(" is removed, all of it: 1 attempts."))
        .contains("In all, 1 events, 1 deliveries, 1 attempts and 1 identities removed.");
  }

  @Test
  void whatIsOpenOrEndedLatelyStaysWithItsEventAndAttemptsAndTheRestOfItsDayGoes() {
    long done = rig.delivered(lane, "done");
    var doneId = lane.id(done);
    long pending = lane.enqueue("pending");
    long retrying = lane.enqueue("retrying");
    rig.backOff(retrying);
    long dead = lane.enqueue("dead");
    lane.park("no such column", dead);
    long mended = lane.enqueue("mended");
    lane.park("no such column", mended);
    rig.both("event of two routes");
    long discarded = lane.enqueue("discarded");
    var discardedId = lane.id(discarded);
    new JdbcDeliveryDesk(store.database()).cancel(lane.lane(), discarded);
    long unknown = rig.unknown("unknown");
    Ageing.pass(store, OLD);
    new JdbcDeliveryDesk(store.database()).retry(lane.lane(), mended);
    lane.deliver(List.of(mended), List.of());

    assertThat(things.count(OldThing.EVENTS, KEPT)).isEqualTo(2);
    assertThat(rig.removed(rig.run(), KEPT)).isEqualTo(2);

    assertThat(rig.history().find(doneId)).isEmpty();
    assertThat(rig.history().find(discardedId)).isEmpty();
    assertThat(rig.state(lane, pending)).isEqualTo(DeliveryState.PENDING);
    assertThat(rig.state(lane, retrying)).isEqualTo(DeliveryState.PENDING);
    assertThat(rig.attempts(lane, retrying)).hasSize(1);
    assertThat(rig.state(lane, dead)).isEqualTo(DeliveryState.DEAD);
    assertThat(rig.attempts(lane, dead)).hasSize(1);
    assertThat(rig.state(lane, mended)).isEqualTo(DeliveryState.DELIVERED);
    assertThat(rig.attempts(lane, mended)).hasSize(2);
    assertThat(rig.state(other, unknown)).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(rig.attempts(other, unknown))
        .extracting(AttemptView::outcome)
        .containsExactly("OPEN");
    assertThat(rig.rows("event", "event_key", "delivery", "delivered")).isEqualTo("6 6 5 2");
    assertThat(rig.log())
        .contains("In all, 2 events, 2 deliveries, 1 attempts and 2 identities removed.");
  }

  @Test
  void whatIsNeededNoMoreGoesWithTheNextRun() {
    long dead = lane.enqueue("dead");
    lane.park("no such column", dead);
    Ageing.pass(store, OLD);
    assertThat(rig.removed(rig.run(), KEPT)).isZero();

    new JdbcDeliveryDesk(store.database()).cancel(lane.lane(), dead);
    assertThat(rig.removed(rig.run(), KEPT)).as("it was discarded just now").isZero();

    Ageing.pass(store, OLD);
    assertThat(rig.removed(rig.run(), KEPT)).isEqualTo(1);
    assertThat(rig.rows("event", "delivered", "attempt", "setback", "event_key", "retention_kept"))
        .isEqualTo("0 0 0 0 0 0");
  }

  @Test
  void whatWasDeliveredAgainIsKeptAsLongAsItWereNew() {
    long seq = rig.delivered(lane, "k");
    Ageing.pass(store, OLD);
    var run = rig.run();
    var found = List.of(new FoundKey(lane.lane(), "k", seq));
    new JdbcRedeliveries(store.database()).redeliver(run, found, Map.of("k", Set.of(seq)));
    assertThat(rig.removed(run, KEPT)).isZero();
    rig.delivered(lane, List.of(seq + 1));
    assertThat(rig.removed(rig.run(), KEPT)).isZero();
    Ageing.pass(store, KEPT + 3);
    assertThat(rig.removed(rig.run(), KEPT)).isEqualTo(1);
    assertThat(rig.rows("delivered", "event")).isEqualTo("0 0");
  }

  @Test
  void anEventThatIsSentAgainIsKnownAsLongAsItIsStored() {
    assertThat(rig.sent("e-1")).isEqualTo(ReceiptStatus.ACCEPTED);
    Ageing.pass(store, OLD);
    assertThat(rig.sent("e-1")).isEqualTo(ReceiptStatus.DUPLICATE);
    rig.removed(rig.run(), KEPT);
    assertThat(rig.sent("e-1")).isEqualTo(ReceiptStatus.ACCEPTED);
  }

  @Test
  void eventsThatStrayedIntoTheDefaultPartitionGoToo() {
    rig.delivered(lane, "strayed");
    store.execute("DELETE FROM event_key");
    Ageing.pass(store, OLD);
    store.execute(
        """
        WITH gone AS (DELETE FROM event RETURNING *)
        INSERT INTO event SELECT '00000000-0000-7000-8000-000000000000', type, intake, payload
        FROM gone
        """);
    store.execute("UPDATE delivered SET event = '00000000-0000-7000-8000-000000000000'");
    assertThat(things.count(OldThing.EVENTS, KEPT)).isEqualTo(1);
    assertThat(rig.removed(rig.run(), KEPT)).isEqualTo(1);
    assertThat(rig.rows("event", "delivered")).isEqualTo("0 0");
  }

  /** A comparison neither calls such a row unknown nor what is compared incomplete. */
  @Test
  void aKeyWhoseDeliveriesAreGoneIsKnownButNotCompared() {
    rig.delivered(lane, "gone");
    store.execute(
        "INSERT INTO row_version (lane_id, key, marks) VALUES (?, 'gone', '')", lane.lane());
    var keys = new JdbcDeliveredKeys(store.database());
    assertThat(keys.page(lane.lane(), "", 9)).containsExactly("gone");
    Ageing.pass(store, OLD);
    rig.removed(rig.run(), KEPT);
    assertThat(keys.page(lane.lane(), "", 9)).isEmpty();
    assertThat(keys.known(lane.lane(), Set.of("gone", "strange"))).containsExactly("gone");
  }
}
