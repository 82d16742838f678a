package dev.patchbay.console.viewmodel;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.DocumentOrder.Each;
import dev.patchbay.model.template.TemplateView;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The documents that the rows of an export become, in the form of a schedule. */
public final class DocumentFields {
  /** Where the hub tells what is wrong with the template. */
  public static final String TEMPLATE = "/export/document/template";

  /** Where it tells what is wrong with the version. */
  public static final String VERSION = "/export/document/version";

  private final List<TemplateView> templates;
  private final StringProperty template = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Integer>> version =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Optional<Integer>> versions = FXCollections.observableArrayList();
  private final ObjectProperty<Each> each = new SimpleObjectProperty<>(Each.ROW);

  /**
   * Fields.
   *
   * @param templates those of the hub
   */
  DocumentFields(List<TemplateView> templates, @Nullable DocumentOrder before) {
    this.templates = List.copyOf(templates);
    template.subscribe(this::offerVersions);
    if (before != null) {
      template.set(before.template());
      each.set(before.each());
      choose(Optional.ofNullable(before.version()));
    }
  }

  private void offerVersions(String name) {
    version.set(Optional.empty());
    versions.setAll(List.of(Optional.empty()));
    find(name)
        .ifPresent(
            view ->
                IntStream.range(0, view.newest())
                    .mapToObj(before -> Optional.of(view.newest() - before))
                    .forEach(versions::add));
  }

  private void choose(Optional<Integer> number) {
    if (!versions.contains(number)) {
      versions.add(number);
    }
    version.set(number);
  }

  private Optional<TemplateView> find(String name) {
    return templates.stream().filter(view -> view.name().equals(name)).findFirst();
  }

  /** Names of templates to choose from, with the chosen one even if it is gone. */
  public List<String> templates() {
    var names = templates.stream().map(TemplateView::name).toList();
    var chosen = template.get();
    return chosen.isEmpty() || names.contains(chosen)
        ? names
        : Stream.concat(names.stream(), Stream.of(chosen)).toList();
  }

  /** Name of the template, empty until one is chosen. */
  public StringProperty template() {
    return template;
  }

  /** What to choose from, the newest first; empty for the one that is active at each run. */
  public ObservableList<Optional<Integer>> versions() {
    return versions;
  }

  /** The version. */
  public ObjectProperty<Optional<Integer>> version() {
    return version;
  }

  /** A version in words. */
  public String words(Optional<Integer> number) {
    return number
        .map(fixed -> text("template.version", fixed))
        .orElseGet(
            () ->
                find(template.get())
                    .map(view -> text("schedule.activeNow", view.active()))
                    .orElse(text("schedule.active")));
  }

  /** What becomes a document. */
  public ObjectProperty<Each> each() {
    return each;
  }

  DocumentOrder value() throws NotTypedException {
    var name = Typed.required(TEMPLATE, text("schedule.template"), template.get());
    return new DocumentOrder(name, version.get().orElse(null), each.get());
  }
}
