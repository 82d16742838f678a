package dev.patchbay.console.viewmodel.documents;

import dev.patchbay.console.client.DocumentsClient.Filter;
import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.model.document.DocumentStatus;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which documents are listed, as a person chooses them. */
public final class DocumentFilter {
  private final ObjectProperty<Optional<DocumentStatus>> status =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty connector = new SimpleStringProperty("");
  private final StringProperty template = new SimpleStringProperty("");
  private final StringProperty key = new SimpleStringProperty("");
  private final StringProperty typedKey = new SimpleStringProperty("");
  private final Runnable changed;
  private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper();
  private boolean clearing;

  /**
   * All documents.
   *
   * @param changed runs when others are chosen
   */
  DocumentFilter(Runnable changed) {
    this.changed = changed;
    status.subscribe((_, _) -> tell());
    connector.subscribe((_, _) -> tell());
    template.subscribe((_, _) -> tell());
    key.subscribe((_, _) -> tell());
    key.subscribe(typedKey::set);
  }

  private void tell() {
    if (!clearing) {
      chosen.set(!value().equals(Filter.ALL));
      changed.run();
    }
  }

  /** Their status, empty for any. */
  public ObjectProperty<Optional<DocumentStatus>> status() {
    return status;
  }

  /** The connector that they went through, empty for any. */
  public StringProperty connector() {
    return connector;
  }

  /** The template that they were made of, empty for any. */
  public StringProperty template() {
    return template;
  }

  /** The key of what they are about, empty for any. */
  public StringProperty key() {
    return key;
  }

  /** The key as it is being typed. */
  public StringProperty typedKey() {
    return typedKey;
  }

  /** Chooses by the key that was typed. */
  public void enterKey() {
    key.set(typedKey.get().strip());
  }

  /** Whether fewer than all are chosen. */
  public ReadOnlyBooleanProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Chooses all documents. */
  public void clear() {
    clearing = true;
    status.set(Optional.empty());
    connector.set("");
    template.set("");
    key.set("");
    typedKey.set("");
    clearing = false;
    tell();
  }

  /** As the hub is asked. */
  Filter value() {
    return new Filter(
        status.get().orElse(null),
        Typed.orNull(connector.get()),
        Typed.orNull(template.get()),
        Typed.orNull(key.get()));
  }
}
