package dev.patchbay.console.view.templates;

import static dev.patchbay.console.view.control.Controls.accent;
import static dev.patchbay.console.view.control.Controls.button;
import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.iconButton;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.FileDrop;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.templates.TemplateModel;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateVersionView;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One template: its versions, and of one of them the pages, the variables and the changes. */
public final class TemplateScreen implements Screen {
  private static final double VERSIONS_WIDTH = 240;

  private final Session session;
  private final ShellFrame frame;
  private final TemplateModel model;
  private final TrialView pages;
  private final List<Command> commands;
  private final VBox root;

  public TemplateScreen(Session session, ShellFrame frame, String template) {
    this.session = session;
    this.frame = frame;
    this.model = new TemplateModel(session, template, frame::notice);
    this.pages = new TrialView(session, model, frame);
    var admin = Writable.admin(session);
    this.commands =
        List.of(
            Command.of("newVersion", Feather.UPLOAD, "Ctrl+N", admin, this::ask),
            Command.of("useVersion", Feather.CHECK_CIRCLE, null, admin.and(other()), this::use),
            Command.of("saveVersion", Feather.DOWNLOAD, null, this::save),
            Command.of("deleteTemplate", Feather.TRASH_2, null, admin.and(known()), this::delete),
            Command.of("previousPage", Feather.CHEVRON_LEFT, "[", model.trial()::previous),
            Command.of("nextPage", Feather.CHEVRON_RIGHT, "]", model.trial()::next),
            Command.of("reload", Feather.REPEAT, "Ctrl+R", model::load));
    this.root = new VBox(16, header(), body());
    root.getStyleClass().add("screen");
    FileDrop.onto(root, command("newVersion").enabled(), this::begin);
  }

  /** Whether documents are made of another version than the one looked at. */
  private BooleanBinding other() {
    return Bindings.createBooleanBinding(
        () -> {
          var shown = model.shown().get();
          return shown != null && !model.isActive(shown);
        },
        model.shown(),
        model.detail());
  }

  private BooleanBinding known() {
    return Bindings.isNotNull(model.detail());
  }

  private void delete() {
    var detail = model.detail().get();
    if (detail != null) {
      frame.overlay(new DeleteTemplateDialog(model, detail.versions().size(), frame));
    }
  }

  private void ask() {
    frame.openFile(this::begin);
  }

  private void begin(Path file) {
    model.begin(file, form -> frame.overlay(new TemplateUploadDialog(form, frame, _ -> {})));
  }

  private void use() {
    var shown = model.shown().get();
    if (shown != null) {
      frame.overlay(new UseVersionDialog(model, shown, frame));
    }
  }

  private void save() {
    var shown = model.shown().get();
    if (shown != null) {
      var file = model.name() + "-" + shown.number() + "." + model.form().ending();
      frame.chooseFile(file, chosen -> model.save(shown, chosen));
    }
  }

  private Node header() {
    var title = label(model.name(), "screen-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var facts = label("", "muted");
    facts.setMinWidth(0);
    model.detail().subscribe(detail -> facts.setText(facts(detail)));
    return row(
        10,
        title,
        facts,
        grow(),
        iconButton(command("reload")),
        iconButton(command("saveVersion")),
        iconButton(command("deleteTemplate")),
        button(command("useVersion")),
        accent(button(command("newVersion"))));
  }

  private static String facts(@Nullable TemplateDetail detail) {
    if (detail == null) {
      return "";
    }
    var template = detail.template();
    if (isWorkbook(detail)) {
      return text("template.workbook", template.active());
    }
    var contract = template.contract();
    var facts =
        contract == null
            ? text("template.factsOfAny", template.active())
            : text("template.facts", contract, template.active());
    return template.kind() == TemplateKind.HTML ? text("template.html", facts) : facts;
  }

  private Command command(String id) {
    return Command.one(commands, id);
  }

  private Node body() {
    var ways = new Placeholder.Ways("templates", model::load, model::load, model::load);
    return Placeholder.insteadOf(new HBox(16, versions(), version()), model.state(), ways);
  }

  private Node versions() {
    var list = new VersionList(session, model);
    var scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var card = new VBox(10, label(text("template.versions"), "section-title"), scroll);
    card.getStyleClass().addAll("card", "padded");
    Controls.fixWidth(card, VERSIONS_WIDTH);
    return card;
  }

  private Node version() {
    var tabs = new LinkedHashMap<String, Node>();
    tabs.put("pages", pages());
    tabs.put("variables", variables());
    tabs.put("changes", new ChangesView(model));
    var shown = new StackPane();
    VBox.setVgrow(shown, Priority.ALWAYS);
    var column = column(12, tabs(tabs, shown), shown);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  /** Of a workbook there are none to see. */
  private Node pages() {
    var none = wrapped(text("template.noPages"), "muted");
    var pane = new StackPane(pages.root(), none);
    StackPane.setAlignment(none, Pos.TOP_LEFT);
    model
        .detail()
        .subscribe(
            detail -> {
              boolean isWorkbook = isWorkbook(detail);
              showIf(none, isWorkbook);
              showIf(pages.root(), !isWorkbook);
            });
    return pane;
  }

  private static boolean isWorkbook(@Nullable TemplateDetail detail) {
    return detail != null && detail.template().kind() == TemplateKind.XLSX;
  }

  private static Node tabs(Map<String, Node> contents, StackPane shown) {
    var group = new ToggleGroup();
    var tabs = row(8);
    tabs.getStyleClass().add("tabs");
    contents.forEach(
        (key, content) -> {
          var tab = new ToggleButton(text("template.tab." + key));
          tab.setId("tab-" + key);
          tab.setToggleGroup(group);
          tab.setMinWidth(Region.USE_PREF_SIZE);
          tab.getStyleClass().setAll("toggle-button", "tab-button");
          tab.setAccessibleText(tab.getText());
          tab.setOnAction(
              _ -> {
                tab.setSelected(true);
                shown.getChildren().setAll(content);
              });
          tabs.getChildren().add(tab);
        });
    ((ToggleButton) tabs.getChildren().getFirst()).fire();
    return tabs;
  }

  private Node variables() {
    var content = new VBox(14);
    content.getStyleClass().add("policy-body");
    model.shown().subscribe(shown -> showVariables(content, shown));
    model.detail().subscribe(_ -> showVariables(content, model.shown().get()));
    return inCard(content);
  }

  private void showVariables(VBox content, @Nullable TemplateVersionView shown) {
    var detail = model.detail().get();
    if (shown == null || detail == null) {
      return;
    }
    if (isWorkbook(detail)) {
      content
          .getChildren()
          .setAll(
              wrapped(text("template.places"), "muted"),
              TemplateFindings.variables(shown.variables(), null));
      return;
    }
    boolean told = detail.template().contract() != null && model.isActive(shown);
    var hint = told ? "template.variablesTold" : "template.variablesUntold";
    content
        .getChildren()
        .setAll(
            wrapped(text(hint, String.valueOf(detail.template().contract())), "muted"),
            shown.variables().isEmpty()
                ? wrapped(text("template.noVariables"), "strong")
                : TemplateFindings.variables(shown.variables(), told ? detail.unknown() : null),
            wrapped(
                shown.fonts().isEmpty()
                    ? text("template.noFonts")
                    : text("template.fontsAsked", String.join(", ", shown.fonts())),
                "muted"));
  }

  static VBox inCard(VBox content) {
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var card = new VBox(scroll);
    card.getStyleClass().add("card");
    return card;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public void close() {
    model.close();
  }
}
