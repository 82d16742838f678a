package dev.patchbay.console.view.control;

import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.viewmodel.ChangeKind;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.route.RouteState;
import javafx.scene.control.Label;

/** A state as a word on a colour; the word alone says it all. */
public final class Pill extends Label {
  private static final String[] TONES = {"good", "bad", "warn", "busy", "calm"};

  public Pill() {
    getStyleClass().add("pill");
    setMinWidth(USE_PREF_SIZE);
  }

  public static Pill of(ConnectorState state) {
    return new Pill().show(word("connectorState", state), tone(state));
  }

  public static Pill of(RouteState state) {
    return new Pill()
        .show(
            word("routeState", state),
            switch (state) {
              case ACTIVE -> "good";
              case PAUSED -> "warn";
              case SHADOW -> "calm";
            });
  }

  public static Pill of(BulkRetryState state) {
    return new Pill()
        .show(
            word("runState", state),
            switch (state) {
              case RUNNING -> "busy";
              case PAUSED -> "warn";
              case CANCELLED -> "calm";
              case DONE -> "good";
            });
  }

  public static Pill of(RunState state) {
    return new Pill()
        .show(
            word("jobState", state),
            switch (state) {
              case RUNNING -> "busy";
              case DONE -> "good";
              case FAILED -> "bad";
              case SKIPPED -> "warn";
              case QUEUED, CANCELLED -> "calm";
            });
  }

  public static Pill of(ScheduleView schedule) {
    boolean goes = schedule.draft().enabled();
    return new Pill().show(text(goes ? "jobs.goes" : "jobs.resting"), goes ? "good" : "warn");
  }

  public static Pill of(DocumentStatus status) {
    return new Pill().show(word("documentStatus", status), tone(status));
  }

  public static String tone(DocumentStatus status) {
    return switch (status) {
      case ISSUED -> "calm";
      case RECEIVED, PROCESSING -> "busy";
      case SIGNED, DELIVERED, ARCHIVED -> "good";
      case REJECTED, FAILED -> "bad";
    };
  }

  public static Pill of(RecipientView.State state) {
    return new Pill()
        .show(
            word("recipientState", state),
            switch (state) {
              case ACCEPTED -> "good";
              case REFUSED -> "bad";
              case WAITING, UNKNOWN -> "warn";
            });
  }

  public static Pill of(ChangeKind kind) {
    return new Pill()
        .show(
            word("changeKind", kind),
            switch (kind) {
              case ADDED -> "good";
              case REMOVED -> "bad";
              case CHANGED -> "warn";
            });
  }

  public static Pill of(DeliverySummary delivery) {
    return new Pill().delivery(delivery);
  }

  public Pill delivery(DeliverySummary delivery) {
    boolean again = delivery.state() == DeliveryState.PENDING && delivery.tries() > 0;
    boolean held = delivery.state() == DeliveryState.PENDING && delivery.heldBy() != null;
    if (held) {
      return show(text("state.held"), "warn");
    }
    return again ? show(text("state.retrying"), "warn") : delivery(delivery.state());
  }

  public Pill delivery(DeliveryState state) {
    return show(
        word("state", state),
        switch (state) {
          case PENDING -> "busy";
          case UNKNOWN -> "warn";
          case DEAD -> "bad";
          case DELIVERED -> "good";
          case SUPERSEDED, CANCELLED -> "calm";
        });
  }

  public Pill show(String word, String tone) {
    setText(word);
    getStyleClass().removeAll(TONES);
    getStyleClass().add(tone);
    return this;
  }

  private static String tone(ConnectorState state) {
    return switch (state) {
      case UP -> "good";
      case BREAKER_OPEN, PAUSED -> "warn";
      case CREDENTIAL_REFUSED -> "bad";
      case DISABLED -> "calm";
    };
  }
}
