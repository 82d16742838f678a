package dev.patchbay.console.view.schedules;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.field;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.input;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.problem;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.FaultyField;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.viewmodel.schedules.ScheduleFormModel;
import dev.patchbay.console.viewmodel.schedules.ScheduleFormModel.Times;
import dev.patchbay.console.viewmodel.schedules.ScheduleKind;
import dev.patchbay.model.job.Firings.Firing;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** A schedule: when, what, and where to; its next ten times as one types. */
public final class ScheduleForm extends VBox {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd  HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

  /** What most people want, by the text that names it. */
  private static final Map<String, String> PRESETS =
      Map.of(
          "daily", "0 0 7 * * ?",
          "weekdays", "0 0 7 ? * MON-FRI",
          "weekly", "0 0 7 ? * MON",
          "monthly", "0 0 7 1 * ?",
          "hourly", "0 0 * * * ?");

  private final ScheduleFormModel model;
  private final VBox times = new VBox(4);
  private final VBox work = new VBox(16);

  public ScheduleForm(ScheduleFormModel model, BooleanBinding allowed, Runnable close) {
    super(16);
    this.model = model;
    var name = input("schedule-name", model.name());
    name.setDisable(!model.isNew());
    var problem = problem(model.problem());
    problem.setId("schedule-problem");
    getChildren().add(FaultyField.of(model.faults(), "/name", text("schedule.name"), name));
    if (model.isTimed()) {
      getChildren()
          .addAll(
              cron(),
              FaultyField.of(
                  model.faults(), "/zone", text("schedule.zone"), input("zone", model.zone())),
              times);
    }
    if (model.isNew()) {
      getChildren().add(field(text("schedule.kind"), kind()));
    }
    getChildren().addAll(work, problem, actions(allowed, close));
    model.kind().subscribe(this::show);
    model.times().subscribe(this::show);
  }

  private Node cron() {
    var cron = input("cron", model.cron());
    cron.getStyleClass().add("mono-field");
    var presets = new FlowPane(6, 6);
    for (var key : List.of("daily", "weekdays", "weekly", "monthly", "hourly")) {
      var preset = Controls.small(new Button(text("schedule.preset." + key)));
      preset.setId("preset-" + key);
      preset.setAccessibleText(preset.getText());
      preset.setOnAction(_ -> model.cron().set(PRESETS.getOrDefault(key, "")));
      presets.getChildren().add(preset);
    }
    return column(6, FaultyField.of(model.faults(), "/cron", text("schedule.cron"), cron), presets);
  }

  private void show(Times shown) {
    switch (shown) {
      case Times.Asking() -> times.getChildren().setAll(label(text("schedule.asking"), "muted"));
      case Times.Wrong(var sentence) -> times.getChildren().setAll(wrapped(sentence, "problem"));
      case Times.Known(var firings) ->
          times.getChildren().setAll(wrapped(firings.words(), "strong"), next(firings.next()));
    }
  }

  /** In two columns, unless something is to be said beside a time. */
  private static Node next(List<Firing> firings) {
    long offsets = firings.stream().map(ScheduleForm::offset).distinct().count();
    boolean plain = offsets <= 1 && firings.stream().noneMatch(Firing::holiday);
    int high = plain ? (firings.size() + 1) / 2 : firings.size();
    var grid = new GridPane(24, 4);
    for (int at = 0; at < firings.size(); at++) {
      var firing = firings.get(at);
      grid.add(plain ? label(local(firing), "mono") : line(firing), at / high, at % high);
    }
    return grid;
  }

  private static Node line(Firing firing) {
    var local = label(local(firing) + "  " + offset(firing), "mono");
    return firing.holiday()
        ? row(8, local, new Pill().show(text("schedule.holiday"), "calm"))
        : local;
  }

  private static String local(Firing firing) {
    return LOCAL.format(OffsetDateTime.parse(firing.local()));
  }

  private static String offset(Firing firing) {
    return OFFSET.format(OffsetDateTime.parse(firing.local()));
  }

  private Control kind() {
    return Choice.of(
        "kind", List.of(ScheduleKind.values()), model.kind(), kind -> word("scheduleKind", kind));
  }

  private void show(ScheduleKind kind) {
    var faults = model.faults();
    work.getChildren()
        .setAll(
            switch (kind) {
              case EXPORT -> new ExportFieldsForm(model.export(), model.choices(), faults);
              case IMPORT -> new ImportFieldsForm(model.files(), model.choices().stores(), faults);
              case RECONCILE ->
                  new ReconcileFieldsForm(model.reconcile(), model.choices().routes(), faults);
              case CLEAN_UP -> new CleanUpFieldsForm(model.cleanUp());
              case SECRET_AGES -> new AgeFieldsForm(model.ages());
              case ARCHIVE ->
                  new ArchiveFieldsForm(model.archive(), model.choices().stores(), faults);
            });
  }

  private Node actions(BooleanBinding allowed, Runnable close) {
    var cancel = new Button(text("dialog.close"));
    cancel.setOnAction(_ -> close.run());
    var save = new Button(text(model.isNew() ? "schedule.create" : "connector.save"));
    save.setId("save-schedule");
    save.getStyleClass().add(Styles.ACCENT);
    save.disableProperty().bind(allowed.not().or(model.busy()));
    save.setOnAction(_ -> model.save());
    return row(8, grow(), cancel, save);
  }
}
