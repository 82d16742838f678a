package dev.patchbay.console.viewmodel.deliveries;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A delivery against the row that stands in the sheet from before it. */
public final class DeliveryDiffModel implements AutoCloseable {
  private static final int PAGE = 100;

  /** Where the comparison stands. */
  public sealed interface State {
    /** The earlier deliveries of the key are fetched. */
    record Looking() implements State {}

    /** Nothing was written for this key before. */
    record NothingBefore() implements State {}

    /** Compared. */
    record Compared(DeliveryDiff diff) implements State {}

    /** It could not be fetched. */
    record Failed(Failure failure) implements State {}
  }

  private final Session session;
  private final DeliveryDetail now;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Looking());
  private UiTask looking = UiTask.none();

  /** Looks at once for what was written before. */
  public DeliveryDiffModel(Session session, DeliveryDetail now) {
    this.session = session;
    this.now = now;
    look();
  }

  /** The delivery that is compared. */
  public DeliveryDetail now() {
    return now;
  }

  /** Where the comparison stands. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Looks again. */
  public void look() {
    looking.cancel();
    state.set(new State.Looking());
    looking =
        session.run(this::compare, state::set, failure -> state.set(new State.Failed(failure)));
  }

  private State compare() throws HubException, InterruptedException {
    var before = writtenBefore();
    if (before.isEmpty()) {
      return new State.NothingBefore();
    }
    var detail = session.client().delivery(before.get().id());
    return new State.Compared(DeliveryDiff.between(detail, now));
  }

  /** The newest written one of those that follow this delivery in the list of its key. */
  private Optional<DeliverySummary> writtenBefore() throws HubException, InterruptedException {
    var mine = now.summary();
    var sameKey = new DeliveryFilter(null, mine.route(), mine.key(), null, null, null);
    boolean older = false;
    @Nullable String cursor = null;
    do {
      var page = session.client().deliveries(sameKey, cursor, PAGE);
      for (var one : page.items()) {
        if (older && one.state() == DeliveryState.DELIVERED) {
          return Optional.of(one);
        }
        older |= one.id().equals(mine.id());
      }
      cursor = page.next();
    } while (cursor != null);
    return Optional.empty();
  }

  @Override
  public void close() {
    looking.cancel();
  }
}
