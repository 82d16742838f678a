package dev.patchbay.console.viewmodel.deliveries;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One delivery with its attempts, payload and row, and what can be done about it. */
public final class DeliveryModel {
  /** What the pane shows. */
  public sealed interface State {
    /** No delivery is chosen. */
    record Nothing() implements State {}

    /** A delivery is on its way. */
    record Loading(String id) implements State {}

    /** This one. */
    record Shown(DeliveryDetail detail) implements State {}

    /** It could not be fetched. */
    record Failed(String id, Failure failure) implements State {}
  }

  private final Session session;
  private final Consumer<DeliverySummary> changed;
  private final Consumer<Notice> notices;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Nothing());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private UiTask loading = UiTask.none();

  /** Tells {@code changed} of every newer state it learns. */
  public DeliveryModel(
      Session session, Consumer<DeliverySummary> changed, Consumer<Notice> notices) {
    this.session = session;
    this.changed = changed;
    this.notices = notices;
  }

  /** What the pane shows. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether a retry or cancel is on its way. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Shows a delivery. */
  public void open(String id) {
    loading.cancel();
    if (!(state.get() instanceof State.Shown shown) || !shown.detail().summary().id().equals(id)) {
      state.set(new State.Loading(id));
    }
    loading =
        session.run(
            () -> session.client().delivery(id),
            detail -> state.set(new State.Shown(detail)),
            failure -> state.set(new State.Failed(id, failure)));
  }

  /** Shows nothing. */
  public void close() {
    loading.cancel();
    state.set(new State.Nothing());
  }

  /** A live change: the open delivery is fetched again, its attempts may have grown. */
  public void changed(DeliverySummary newer) {
    if (state.get() instanceof State.Shown(var detail)
        && detail.summary().id().equals(newer.id())
        && !detail.summary().equals(newer)) {
      open(newer.id());
    }
  }

  /** Whether this delivery may be retried: it is dead, and nothing else may be. */
  public static boolean canRetry(DeliverySummary delivery) {
    return delivery.state() == DeliveryState.DEAD;
  }

  /** Whether this delivery may be given up: it is still open. */
  public static boolean canCancel(DeliverySummary delivery) {
    return switch (delivery.state()) {
      case PENDING, DEAD -> true;
      case UNKNOWN, DELIVERED, SUPERSEDED, CANCELLED -> false;
    };
  }

  /** Retries the shown delivery. */
  public void retry() {
    act(id -> session.client().retry(id), "notice.retried");
  }

  /** Gives the shown delivery up. */
  public void cancel() {
    act(id -> session.client().cancel(id), "notice.cancelled");
  }

  /** One change of one delivery. */
  private interface Action {
    DeliveryDetail apply(String id) throws HubException, InterruptedException;
  }

  private void act(Action action, String notice) {
    if (state.get() instanceof State.Shown(var detail) && !busy.get()) {
      busy.set(true);
      session.run(
          () -> action.apply(detail.summary().id()),
          after -> done(after, text(notice, after.summary().key())),
          this::refused);
    }
  }

  private void done(DeliveryDetail after, String message) {
    busy.set(false);
    state.set(new State.Shown(after));
    changed.accept(after.summary());
    notices.accept(Notice.success(message));
  }

  private void refused(Failure failure) {
    busy.set(false);
    notices.accept(Notice.of(failure));
    if (state.get() instanceof State.Shown(var detail)) {
      open(detail.summary().id());
    }
  }
}
