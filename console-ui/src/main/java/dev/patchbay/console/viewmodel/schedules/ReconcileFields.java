package dev.patchbay.console.viewmodel.schedules;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.Reconciliation;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A comparison of rows in the form of a schedule. */
public final class ReconcileFields {
  /** Where the hub tells what is wrong with the route. */
  public static final String ROUTE = "/reconcile/route";

  private final StringProperty route = new SimpleStringProperty("");
  private final BooleanProperty repair = new SimpleBooleanProperty();

  ReconcileFields(@Nullable Reconciliation before) {
    if (before != null) {
      route.set(before.route());
      repair.set(before.repair());
    }
  }

  /** Name of the route whose rows are compared. */
  public StringProperty route() {
    return route;
  }

  /** Whether what is amiss is delivered again. */
  public BooleanProperty repair() {
    return repair;
  }

  Reconciliation value() throws NotTypedException {
    var name = Typed.required(ROUTE, text("schedule.route"), route.get());
    return new Reconciliation(name, repair.get());
  }
}
