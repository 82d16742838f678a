package dev.patchbay.console.viewmodel;

import dev.patchbay.model.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is wrong with single fields of a form, told beside them. Of the thread of the window. */
public final class FieldFaults {
  private final Map<String, ReadOnlyStringWrapper> told = new HashMap<>();
  private final Runnable mended;

  /**
   * Nothing is wrong yet.
   *
   * @param mended runs when the last field that was wrong is changed
   */
  public FieldFaults(Runnable mended) {
    this.mended = mended;
  }

  /**
   * What is wrong with a field, empty if nothing is.
   *
   * @param field as a JSON Pointer into what the form sends
   */
  public ReadOnlyStringProperty of(String field) {
    return told.computeIfAbsent(field, _ -> new ReadOnlyStringWrapper("")).getReadOnlyProperty();
  }

  /** A field was changed: whether it still is wrong is told when the form is sent again. */
  public void forgive(String field) {
    var fault = told.get(field);
    if (fault != null && !fault.get().isEmpty()) {
      fault.set("");
      if (told.values().stream().allMatch(one -> one.get().isEmpty())) {
        mended.run();
      }
    }
  }

  /** Nothing is wrong any more. */
  public void forgive() {
    told.values().forEach(fault -> fault.set(""));
  }

  /** Tells each beside its field; those are left over whose fields the form does not show. */
  public List<FieldError> blame(List<FieldError> errors) {
    return errors.stream().filter(error -> !tell(error)).toList();
  }

  /** Tells it beside its field; false if the form does not show that. */
  public boolean tell(FieldError error) {
    var fault = told.get(error.field());
    if (fault != null) {
      fault.set(sentence(error.message()));
    }
    return fault != null;
  }

  /** What follows the name of a field in the hub's words stands alone here. */
  private static String sentence(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
  }
}
