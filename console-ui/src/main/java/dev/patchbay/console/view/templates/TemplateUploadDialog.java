package dev.patchbay.console.view.templates;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.field;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.input;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.problem;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.templates.TemplateUploadModel;
import dev.patchbay.console.viewmodel.templates.TemplateUploadModel.Found;
import dev.patchbay.model.template.TemplateDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A file that may become a version of a template, with all that is found in it. */
final class TemplateUploadDialog extends VBox {
  private static final double FINDINGS_HEIGHT = 320;

  private final TemplateUploadModel model;
  private final TextField name;
  private final VBox findings = new VBox(14);
  private final CheckBox allow;

  /**
   * A form.
   *
   * @param then is told what the template is once the file is kept, if the form is still shown
   */
  TemplateUploadDialog(TemplateUploadModel model, ShellFrame frame, Consumer<TemplateDetail> then) {
    this.model = model;
    this.name = input("template-name", model.name());
    this.allow = check("allow-unknown", "template.allowUnknown", model.allowUnknown());
    getStyleClass().add("dialog");
    setId("template-upload");
    setMaxSize(860, USE_PREF_SIZE);
    name.setDisable(!model.isNew());
    var activate = check("activate", "template.activateAtOnce", model.activate());
    showIf(activate, !model.isNew());
    var problem = problem(model.problem());
    problem.setId("template-problem");
    getChildren()
        .setAll(
            label(title(), "dialog-title"),
            fields(),
            found(),
            field(text("template.note"), input("template-note", model.note())),
            column(10, allow, activate),
            problem,
            actions(frame));
    model.found().subscribe(this::show);
    model
        .kept()
        .subscribe(
            kept -> {
              if (kept != null && frame.closeOverlay(this)) {
                then.accept(kept);
              }
            });
  }

  private String title() {
    var file = model.file().getFileName();
    return model.isNew()
        ? text("template.new", file)
        : text("template.newVersion", model.name().get(), file);
  }

  private Node fields() {
    var contracts = new ArrayList<>(List.of(""));
    contracts.addAll(model.contracts());
    if (!contracts.contains(model.contract().get())) {
      contracts.add(model.contract().get());
    }
    var contract =
        Choice.of(
            "template-contract",
            contracts,
            model.contract(),
            one -> one.isEmpty() ? text("template.anyEvent") : one);
    var fields =
        new HBox(
            12, field(text("template.name"), name), field(text("template.contract"), contract));
    fields
        .getChildren()
        .forEach(
            part -> {
              HBox.setHgrow(part, Priority.ALWAYS);
              ((Region) part).setPrefWidth(300);
            });
    return fields;
  }

  private Node found() {
    var scroll = new ScrollPane(findings);
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(FINDINGS_HEIGHT);
    scroll.getStyleClass().add("code-box");
    return scroll;
  }

  private void show(Found found) {
    findings
        .getChildren()
        .setAll(
            switch (found) {
              case Found.Looking() -> List.of(Placeholder.loading());
              case Found.Failed(var failure) -> List.of(Placeholder.failed(failure, model::look));
              case Found.Checked(var check) -> TemplateFindings.of(check, model.contract().get());
            });
    showIf(allow, found instanceof Found.Checked(var check) && !check.unknown().isEmpty());
  }

  private static CheckBox check(String id, String words, BooleanProperty value) {
    var check = new CheckBox(text(words));
    check.setId(id);
    check.selectedProperty().bindBidirectional(value);
    return check;
  }

  private Node actions(ShellFrame frame) {
    var cancel = new Button(text("dialog.close"));
    cancel.setOnAction(_ -> frame.closeOverlay());
    var upload = Controls.accent(new Button(text("template.upload")));
    upload.setId("upload-template");
    upload.disableProperty().bind(model.canUpload().not());
    upload.setOnAction(_ -> model.upload());
    return row(8, grow(), cancel, upload);
  }

  @Override
  public void requestFocus() {
    (model.isNew() ? name : this.lookup("#template-contract")).requestFocus();
  }
}
