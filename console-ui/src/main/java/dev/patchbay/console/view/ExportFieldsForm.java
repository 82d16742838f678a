package dev.patchbay.console.view;

import static dev.patchbay.console.view.ConnectScreen.field;
import static dev.patchbay.console.view.Controls.column;
import static dev.patchbay.console.view.Controls.showIf;
import static dev.patchbay.console.view.Controls.wrapped;
import static dev.patchbay.console.view.ScheduleForm.input;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.viewmodel.ExportFields;
import dev.patchbay.console.viewmodel.ScheduleChoices;
import dev.patchbay.console.viewmodel.SheetFields;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What is exported, how, and where to. */
final class ExportFieldsForm extends VBox {
  ExportFieldsForm(ExportFields model, ScheduleChoices choices) {
    super(16);
    var dataset =
        Choice.of("dataset", ExportFields.DATASETS, model.dataset(), one -> text("dataset." + one));
    var format = Choice.of("format", model.formats(), model.format(), ExportFormat::name);
    getChildren()
        .addAll(
            field(text("schedule.dataset"), dataset),
            field(text("schedule.format"), format),
            period(model),
            field(text("schedule.fileName"), input("file-name", model.fileName())));
    getChildren().addAll(where(model, choices.stores()));
    getChildren().addAll(sheet(model.sheet(), choices.sheets().keySet()));
    format.disableProperty().bind(model.sheet().connector().isNotEmpty());
  }

  private static Node period(ExportFields model) {
    var periods =
        Stream.concat(
                Stream.of(Optional.<Period>empty()), Stream.of(Period.values()).map(Optional::of))
            .toList();
    var period =
        Choice.of(
            "period",
            periods,
            model.period(),
            one -> one.map(it -> word("period", it)).orElse(text("period.all")));
    return field(text("schedule.period"), period);
  }

  private static List<Node> where(ExportFields model, List<String> known) {
    var stores = new ArrayList<>(List.of(""));
    stores.addAll(known);
    var store =
        Choice.of(
            "store", stores, model.store(), one -> one.isEmpty() ? text("schedule.keptOnly") : one);
    var path = field(text("schedule.path"), input("path", model.path()));
    model.store().subscribe(chosen -> showIf(path, !chosen.isEmpty()));
    return List.of(field(text("schedule.store"), store), path);
  }

  private static List<Node> sheet(SheetFields model, Collection<String> known) {
    var connectors = new ArrayList<>(List.of(""));
    connectors.addAll(known);
    if (!connectors.contains(model.connector().get())) {
      connectors.add(model.connector().get());
    }
    var connector =
        Choice.of(
            "sheet",
            connectors,
            model.connector(),
            one -> one.isEmpty() ? text("schedule.noSheet") : one);
    var settings = new VBox(16);
    model
        .connector()
        .subscribe(
            chosen -> {
              settings.getChildren().setAll(settings(model));
              showIf(settings, !chosen.isEmpty());
            });
    return List.of(field(text("schedule.sheet"), connector), settings);
  }

  private static List<Node> settings(SheetFields model) {
    var parts = new ArrayList<Node>();
    for (var setting : model.settings()) {
      var input = input("sheet-" + setting.name(), model.value(setting.name()));
      var help = setting.help();
      parts.add(
          help == null || help.isEmpty()
              ? field(setting.label(), input)
              : column(4, field(setting.label(), input), wrapped(help, "muted", "small")));
    }
    parts.add(wrapped(text("schedule.sheetWords"), "muted"));
    return parts;
  }
}
