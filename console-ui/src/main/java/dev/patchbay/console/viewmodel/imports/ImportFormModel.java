package dev.patchbay.console.viewmodel.imports;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.viewmodel.Encodings;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.imports.ImportDraft;
import dev.patchbay.model.imports.ImportDraft.OnErrors;
import dev.patchbay.model.imports.ImportPreview;
import dev.patchbay.model.imports.ImportProfileDraft;
import dev.patchbay.model.imports.ImportProfileView;
import dev.patchbay.model.imports.ImportView;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A file that is about to be imported: as a check first, unless the person says otherwise. */
public final class ImportFormModel {
  private final Session session;
  private final Path file;
  private final Choices choices;
  private final Map<String, ImportProfileView> profiles = new HashMap<>();
  private final ObservableList<String> profileNames = FXCollections.observableArrayList("");
  private final Owner owner;
  private final StringProperty service;
  private final StringProperty encoding;
  private final StringProperty profile = new SimpleStringProperty("");
  private final StringProperty saveAs = new SimpleStringProperty("");
  private final ImportColumns columns;
  private final BooleanProperty onlyCheck = new SimpleBooleanProperty(true);
  private final BooleanProperty allOrNothing = new SimpleBooleanProperty(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /**
   * What can be chosen.
   *
   * @param services that make requests
   * @param profiles saved ways to read files
   * @param preview what the file holds
   * @param encoding that a text was looked at in because a person says so, empty if it was found
   *     out
   */
  public record Choices(
      List<String> services,
      List<ImportProfileView> profiles,
      ImportPreview preview,
      String encoding) {
    public Choices {
      services = List.copyOf(services);
      profiles = List.copyOf(profiles);
    }
  }

  /** Whose form it is. */
  interface Owner {
    /** The hub has the file. */
    void started(ImportView view, Path file, ImportDraft draft);

    /** The file has to be looked at again, in the encoding that the form says. */
    void reread(ImportFormModel form);
  }

  ImportFormModel(Session session, Path file, Choices choices, Owner owner) {
    this.session = session;
    this.file = file;
    this.choices = choices;
    this.owner = owner;
    this.service = new SimpleStringProperty(first(choices.services()));
    this.encoding = new SimpleStringProperty(choices.encoding());
    this.columns = new ImportColumns(choices.preview());
    choices.profiles().forEach(this::know);
    profile.subscribe(this::takeProfile);
    encoding.subscribe((_, _) -> owner.reread(this));
  }

  /** The same choices as another form of the file has, but for its encoding. */
  ImportFormModel like(ImportFormModel other) {
    service.set(other.service.get());
    profile.set(other.profile.get());
    saveAs.set(other.saveAs.get());
    onlyCheck.set(other.onlyCheck.get());
    allOrNothing.set(other.allOrNothing.get());
    return this;
  }

  private void know(ImportProfileView saved) {
    if (profiles.put(saved.name(), saved) == null) {
      profileNames.add(saved.name());
    }
  }

  private void takeProfile(String name) {
    var saved = profiles.get(name);
    if (saved == null) {
      columns.takeHeaders();
    } else {
      columns.take(saved.columns());
    }
  }

  private static String first(List<String> all) {
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** What can be chosen. */
  public Choices choices() {
    return choices;
  }

  /** The service that makes the requests. */
  public StringProperty service() {
    return service;
  }

  /** The profiles by name, led by an empty one; those that are kept from here join them. */
  public ObservableList<String> profileNames() {
    return profileNames;
  }

  /** The profile, empty to go by the headers. */
  public StringProperty profile() {
    return profile;
  }

  /** Whether the file is a text, which has an encoding. */
  public boolean isText() {
    return choices.preview().encoding() != null;
  }

  /** Encodings to choose from, empty to have it found out, with the chosen one whatever it is. */
  public List<String> encodings() {
    return Encodings.with(Encodings.OFFERED, encoding.get());
  }

  /** The encoding of a text; another one has the file looked at again. */
  public StringProperty encoding() {
    return encoding;
  }

  /** How a text was read, in words; empty of a workbook. */
  public String readAs() {
    var charset = choices.preview().encoding();
    var separator = choices.preview().separator();
    return charset == null || separator == null ? "" : text("import.readAs", charset, separator);
  }

  /** Which columns fill which fields. */
  public ImportColumns columns() {
    return columns;
  }

  /** The name that the columns are kept under for other files, empty for none. */
  public StringProperty saveAs() {
    return saveAs;
  }

  /** Whether nothing is sent yet. */
  public BooleanProperty onlyCheck() {
    return onlyCheck;
  }

  /** Whether one faulty row keeps all others back. */
  public BooleanProperty allOrNothing() {
    return allOrNothing;
  }

  /** Why it could not be sent, empty if nothing went wrong. */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it is being sent. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Sends it. */
  public void start() {
    if (busy.get()) {
      return;
    }
    if (service.get().isEmpty()) {
      problem.set(text("import.noService"));
      return;
    }
    var doubled = columns.doubled();
    if (doubled != null) {
      problem.set(text("import.doubled", doubled));
      return;
    }
    busy.set(true);
    problem.set("");
    var name = saveAs.get().strip();
    if (name.isEmpty()) {
      send();
    } else {
      session.run(() -> saved(name), this::saved, this::failed);
    }
  }

  private ImportProfileView saved(String name) throws HubException, InterruptedException {
    var draft = new ImportProfileDraft(name, columns.chosen());
    var before = profiles.get(name);
    var client = session.client().imports();
    return before == null ? client.create(draft) : client.change(draft, before.version());
  }

  /** What was kept is chosen, so that it is not kept twice if the file is refused. */
  private void saved(ImportProfileView kept) {
    know(kept);
    saveAs.set("");
    if (kept.name().equals(profile.get())) {
      columns.take(kept.columns());
    } else {
      profile.set(kept.name());
    }
    send();
  }

  private void send() {
    var draft = draft();
    session.run(
        () -> session.client().imports().start(file, draft),
        view -> owner.started(view, file, draft),
        this::failed);
  }

  /** Columns that nobody changed are those of the profile, or of the headers. */
  private ImportDraft draft() {
    boolean changed = columns.isChanged();
    return new ImportDraft(
        service.get(),
        changed ? null : orNull(profile.get()),
        changed ? columns.chosen() : List.of(),
        columns.preview().sheet(),
        onlyCheck.get(),
        false,
        allOrNothing.get() ? OnErrors.STOP : OnErrors.SKIP,
        null,
        orNull(encoding.get()),
        null);
  }

  /** The same, and good rows are sent. */
  static ImportDraft inEarnest(ImportDraft checked) {
    return new ImportDraft(
        checked.service(),
        checked.profile(),
        checked.columns(),
        checked.sheet(),
        false,
        checked.again(),
        checked.onErrors(),
        checked.name(),
        checked.encoding(),
        checked.separator());
  }

  private static @Nullable String orNull(String chosen) {
    return chosen.isEmpty() ? null : chosen;
  }

  private void failed(Failure failure) {
    busy.set(false);
    problem.set(Notice.sentence(failure));
  }
}
