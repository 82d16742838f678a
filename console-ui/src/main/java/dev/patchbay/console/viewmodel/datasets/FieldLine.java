package dev.patchbay.console.viewmodel.datasets;

import dev.patchbay.model.dataset.DatasetView.Field;
import dev.patchbay.model.dataset.PiiClass;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A field of a dataset, and what a policy that is being written says it tells of people. */
public final class FieldLine {
  private final Field field;
  private final ObjectProperty<PiiClass> pii;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  FieldLine(Field field) {
    this.field = field;
    this.pii = new SimpleObjectProperty<>(field.pii());
  }

  /** The field. */
  public Field field() {
    return field;
  }

  /** What it tells of people. */
  public ObjectProperty<PiiClass> pii() {
    return pii;
  }

  /** What the hub finds wrong with that, empty if nothing. */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  void blame(String sentence) {
    problem.set(sentence);
  }

  boolean isUnusual() {
    return pii.get() != field.usual();
  }
}
