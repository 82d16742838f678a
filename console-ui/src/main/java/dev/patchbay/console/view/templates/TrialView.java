package dev.patchbay.console.view.templates;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.describe;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.client.PagePicture;
import dev.patchbay.console.client.TemplatesClient.Form;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.PageView;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.templates.TemplateModel;
import dev.patchbay.console.viewmodel.templates.TemplateTrialModel;
import dev.patchbay.console.viewmodel.templates.TemplateTrialModel.Shown;
import dev.patchbay.model.event.StoredEvent;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A version tried on an event: its pages as pictures, and the document as a file. */
final class TrialView {
  private final Session session;
  private final TemplateModel template;
  private final TemplateTrialModel model;
  private final ShellFrame frame;
  private final PageView page;
  private final StackPane shown = new StackPane();
  private final HBox turning = row(8);
  private final VBox notes = new VBox(8);
  private final VBox root;

  TrialView(Session session, TemplateModel template, ShellFrame frame) {
    this.session = session;
    this.template = template;
    this.model = template.trial();
    this.frame = frame;
    this.page = new PageView(session.tasks());
    VBox.setVgrow(shown, Priority.ALWAYS);
    shown.getStyleClass().add("card");
    this.root = column(12, event(), turning, notes, shown);
    model.shown().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  private Node event() {
    var id = new TextField();
    id.setId("trial-event");
    id.getStyleClass().add("mono-field");
    id.setPromptText(text("template.event.prompt"));
    id.setAccessibleText(text("template.event"));
    id.textProperty().bindBidirectional(model.event());
    id.setOnAction(_ -> model.run());
    HBox.setHgrow(id, Priority.ALWAYS);
    var name = label(text("template.event"), "field-name");
    name.setLabelFor(id);
    name.setMinWidth(Region.USE_PREF_SIZE);
    var run = Controls.accent(new Button(text("template.try"), icon(Feather.PLAY)));
    run.setId("try-template");
    run.setAccessibleText(run.getText());
    run.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.event().get().isBlank() || model.shown().get() instanceof Shown.Making,
                model.event(),
                model.shown()));
    run.setOnAction(_ -> model.run());
    return row(8, name, id, newest(), run);
  }

  private MenuButton newest() {
    var menu = new MenuButton(text("template.newest"));
    menu.setId("newest-events");
    menu.setAccessibleText(text("template.newest"));
    model
        .events()
        .subscribe(
            events -> {
              menu.getItems().setAll(events.stream().map(this::item).toList());
              menu.setDisable(events.isEmpty());
            });
    return menu;
  }

  private MenuItem item(StoredEvent event) {
    var subject = event.envelope().get("subject");
    var item =
        new MenuItem(
            text(
                "template.eventOf",
                subject == null ? event.event() : subject,
                When.ago(event.acceptedAt(), session.now())));
    item.setOnAction(_ -> model.event().set(event.event()));
    return item;
  }

  private void show(Shown now) {
    notes.getChildren().clear();
    switch (now) {
      case Shown.Nothing(var chosen) ->
          instead(
              Placeholder.card(
                  Feather.FILE_TEXT,
                  text("template.untried"),
                  text(chosen ? "template.untriedWords" : "template.untriedWithout")));
      case Shown.Making(var number) -> instead(Placeholder.busy(text("template.making", number)));
      case Shown.Failed(_, var failure) -> instead(Placeholder.failed(failure, model::again));
      case Shown.Page(var number, var picture) -> page(number, picture);
    }
  }

  private void instead(Node node) {
    turning.getChildren().setAll(saveButtons());
    showIf(turning, model.shown().get() instanceof Shown.Failed);
    shown.getChildren().setAll(node);
  }

  private void page(int number, PagePicture picture) {
    turning
        .getChildren()
        .setAll(turn("previous", Feather.CHEVRON_LEFT, number > 1, model::previous));
    var where = label(text("template.page", number, picture.pages()), "strong");
    where.setId("page-number");
    where.setMinWidth(Region.USE_PREF_SIZE);
    turning
        .getChildren()
        .addAll(
            where,
            turn("next", Feather.CHEVRON_RIGHT, number < picture.pages(), model::next),
            label(text("template.madeBy", picture.converter()), "muted"));
    turning.getChildren().addAll(saveButtons());
    showIf(turning, true);
    note("template.pagesWithoutFonts", picture.missingFonts());
    note("template.pagesWithout", picture.leftOut());
    page.show(picture.png(), text("template.page", number, picture.pages()));
    shown.getChildren().setAll(page);
  }

  private Button turn(String key, Feather sign, boolean possible, Runnable action) {
    var turn = new Button(null, icon(sign));
    turn.setId(key + "-page");
    turn.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    describe(turn, text("command." + key + "Page"));
    turn.setDisable(!possible);
    turn.setOnAction(_ -> action.run());
    return turn;
  }

  private List<Node> saveButtons() {
    return List.of(grow(), save(template.form()), save(Form.PDF));
  }

  private Button save(Form form) {
    var ending = form.ending();
    var save =
        Controls.small(new Button(text("template.saveAs." + ending), icon(Feather.DOWNLOAD)));
    save.setId("save-" + ending);
    save.setAccessibleText(save.getText());
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(
        _ -> frame.chooseFile(template.name() + "." + ending, chosen -> model.save(form, chosen)));
    return save;
  }

  private void note(String key, List<String> names) {
    if (!names.isEmpty()) {
      var words = text(key, String.join(", ", names));
      notes.getChildren().add(row(8, icon(Feather.ALERT_TRIANGLE, "muted-icon"), wrapped(words)));
    }
  }
}
