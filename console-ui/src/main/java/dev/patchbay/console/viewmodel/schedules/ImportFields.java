package dev.patchbay.console.viewmodel.schedules;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.Encodings;
import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.model.job.FolderImport.Afterwards;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The import of a folder in the form of a schedule; what is not shown of it stays as it is. */
public final class ImportFields {
  /** Where the hub tells what is wrong with the store. */
  public static final String STORE = "/import/connector";

  private final FolderImport before;
  private final StringProperty store;
  private final StringProperty folder;
  private final StringProperty pattern;
  private final StringProperty profile;
  private final StringProperty encoding;
  private final ObjectProperty<Afterwards> afterwards;

  ImportFields(@Nullable FolderImport known) {
    this.before = known == null ? FolderImport.of("", null, "*.{csv,xlsx}") : known;
    this.store = new SimpleStringProperty(before.connector());
    this.folder = new SimpleStringProperty(shown(before.folder()));
    this.pattern = new SimpleStringProperty(before.pattern());
    this.profile = new SimpleStringProperty(shown(before.profile()));
    this.encoding = new SimpleStringProperty(shown(before.encoding()));
    this.afterwards = new SimpleObjectProperty<>(before.afterwards());
  }

  private static String shown(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Connector whose files are taken. */
  public StringProperty store() {
    return store;
  }

  /** Path of the folder there, empty for the top. */
  public StringProperty folder() {
    return folder;
  }

  /** Of the names of the files. */
  public StringProperty pattern() {
    return pattern;
  }

  /** Name of a mapping of columns that was kept, may be empty. */
  public StringProperty profile() {
    return profile;
  }

  /** Encodings to choose from, empty to have it found out, with the chosen one whatever it is. */
  public List<String> encodings() {
    return Encodings.with(Encodings.OFFERED, encoding.get());
  }

  /** The encoding of texts. */
  public StringProperty encoding() {
    return encoding;
  }

  /** What becomes of a file. */
  public ObjectProperty<Afterwards> afterwards() {
    return afterwards;
  }

  FolderImport value() throws NotTypedException {
    return new FolderImport(
        Typed.required(STORE, text("schedule.from"), store.get()),
        Typed.orNull(folder.get()),
        pattern.get().isBlank() ? "*" : pattern.get().strip(),
        before.service(),
        Typed.orNull(profile.get()),
        before.sheet(),
        before.onErrors(),
        afterwards.get(),
        before.settleSeconds(),
        before.most(),
        Typed.orNull(encoding.get()),
        before.separator());
  }
}
