package dev.patchbay.console.viewmodel.schedules;

import static dev.patchbay.console.viewmodel.Texts.text;

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

/** A template of the hub and one of its versions, in the form of a schedule. */
public abstract sealed class TemplateFields permits DocumentFields, WorkbookFields {
  private final List<TemplateView> templates;
  private final StringProperty template = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Integer>> version =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Optional<Integer>> versions = FXCollections.observableArrayList();

  /**
   * Fields.
   *
   * @param templates those that fit
   */
  TemplateFields(List<TemplateView> templates) {
    this.templates = List.copyOf(templates);
    template.subscribe(this::offerVersions);
  }

  /** Shows what is chosen already, even if it is gone. */
  final void choose(String name, @Nullable Integer number) {
    template.set(name);
    choose(Optional.ofNullable(number));
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
  public final List<String> templates() {
    var names = templates.stream().map(TemplateView::name).toList();
    var chosen = template.get();
    return chosen.isEmpty() || names.contains(chosen)
        ? names
        : Stream.concat(names.stream(), Stream.of(chosen)).toList();
  }

  /** Name of the template, empty until one is chosen. */
  public final StringProperty template() {
    return template;
  }

  /** What to choose from, the newest first; empty for the one that is active at each run. */
  public final ObservableList<Optional<Integer>> versions() {
    return versions;
  }

  /** The version. */
  public final ObjectProperty<Optional<Integer>> version() {
    return version;
  }

  /** A version in words. */
  public final String words(Optional<Integer> number) {
    return number
        .map(fixed -> text("template.version", fixed))
        .orElseGet(
            () ->
                find(template.get())
                    .map(view -> text("schedule.activeNow", view.active()))
                    .orElse(text("schedule.active")));
  }
}
