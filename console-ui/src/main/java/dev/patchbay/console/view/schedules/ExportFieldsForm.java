package dev.patchbay.console.view.schedules;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.input;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.FaultyField;
import dev.patchbay.console.viewmodel.FieldFaults;
import dev.patchbay.console.viewmodel.schedules.ExportFields;
import dev.patchbay.console.viewmodel.schedules.ScheduleChoices;
import dev.patchbay.console.viewmodel.schedules.SheetFields;
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
  private final FieldFaults faults;

  ExportFieldsForm(ExportFields model, ScheduleChoices choices, FieldFaults faults) {
    super(16);
    this.faults = faults;
    var dataset =
        Choice.of("dataset", ExportFields.DATASETS, model.dataset(), one -> text("dataset." + one));
    var format =
        Choice.of(
            "format",
            List.of(ExportFormat.values()),
            model.format(),
            one -> word("exportFormat", one));
    var documents = new DocumentFieldsForm(model.documents(), faults);
    model.format().subscribe(one -> showIf(documents, one.isDocument()));
    var workbook = new WorkbookFieldsForm(model.workbook(), faults);
    model.format().subscribe(one -> showIf(workbook, one == ExportFormat.XLSX));
    var csv = new CsvFieldsForm(model.csv(), model.format(), faults);
    model.format().subscribe(one -> showIf(csv, one.isSeparated()));
    getChildren()
        .addAll(
            FaultyField.of(faults, "/export/dataset", text("schedule.dataset"), dataset),
            FaultyField.of(faults, "/export/format", text("schedule.format"), format),
            documents,
            workbook,
            csv,
            period(model),
            FaultyField.of(
                faults,
                "/export/name",
                text("schedule.fileName"),
                input("file-name", model.fileName())));
    getChildren().addAll(where(model, choices.stores()));
    getChildren().addAll(sheet(model.sheet(), choices.sheets().keySet()));
    format.disableProperty().bind(model.sheet().connector().isNotEmpty());
  }

  private Node period(ExportFields model) {
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
    return FaultyField.of(faults, "/export/period", text("schedule.period"), period);
  }

  private List<Node> where(ExportFields model, List<String> known) {
    var stores = new ArrayList<>(List.of(""));
    stores.addAll(known);
    var store =
        Choice.of(
            "store", stores, model.store(), one -> one.isEmpty() ? text("schedule.keptOnly") : one);
    var path =
        FaultyField.of(
            faults, "/export/store/path", text("schedule.path"), input("path", model.path()));
    model.store().subscribe(chosen -> showIf(path, !chosen.isEmpty()));
    return List.of(
        FaultyField.of(faults, "/export/store/connector", text("schedule.store"), store), path);
  }

  private List<Node> sheet(SheetFields model, Collection<String> known) {
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
    return List.of(
        FaultyField.of(faults, SheetFields.CONNECTOR, text("schedule.sheet"), connector), settings);
  }

  private List<Node> settings(SheetFields model) {
    var parts = new ArrayList<Node>();
    for (var setting : model.settings()) {
      var input = input("sheet-" + setting.name(), model.value(setting.name()));
      var pointer = SheetFields.TARGET + setting.name();
      var field = FaultyField.of(faults, pointer, setting.label(), input);
      var help = setting.help();
      parts.add(
          help == null || help.isEmpty()
              ? field
              : column(4, field, wrapped(help, "muted", "small")));
    }
    parts.add(wrapped(text("schedule.sheetWords"), "muted"));
    return parts;
  }
}
