package dev.patchbay.console.view.datasets;

import static dev.patchbay.console.view.control.Controls.accent;
import static dev.patchbay.console.view.control.Controls.button;
import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.iconButton;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.problem;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.datasets.PolicyChoices;
import dev.patchbay.console.viewmodel.datasets.PolicyModel;
import dev.patchbay.console.viewmodel.datasets.RuleLine;
import dev.patchbay.console.viewmodel.datasets.RuleLine.Who;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.dataset.DatasetPolicyView;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What of a dataset is shown to whom: its rules, and beside them what becomes of a row. */
public final class PolicyScreen implements Screen {
  private static final double RULES_WIDTH = 500;
  private static final double NARROW = 1_050;

  private final Session session;
  private final PolicyModel model;
  private final List<Command> commands;
  private final VBox rules = new VBox(10);
  private final VBox root;

  public PolicyScreen(Session session, ShellFrame frame, String dataset) {
    this.session = session;
    this.model = new PolicyModel(session, dataset, frame::notice);
    var admin = Writable.admin(session);
    this.commands =
        List.of(
            Command.of(
                "savePolicy", Feather.SAVE, "Ctrl+S", admin.and(model.canSave()), model::save),
            Command.of("newRule", Feather.PLUS, "Ctrl+N", admin.and(model.ready()), this::add),
            Command.of("reload", Feather.REPEAT, "Ctrl+R", model.busy().not(), model::load));
    this.root = new VBox(16, header(), body());
    root.getStyleClass().add("screen");
    model.edits().rules().subscribe(this::showRules);
  }

  /** The new rule is where one goes on. */
  private void add() {
    model.edits().add();
    var last = rules.getChildren().getLast();
    last.applyCss();
    last.lookupAll(".combo-box").stream().findFirst().ifPresent(Node::requestFocus);
  }

  private Node header() {
    var facts = label("", "muted");
    facts.setMinWidth(0);
    model.stored().subscribe(stored -> facts.setText(facts(stored)));
    return row(
        10,
        label(text("policy.title", text("dataset." + model.dataset())), "screen-title"),
        facts,
        grow(),
        iconButton(command("reload")),
        accent(button(command("savePolicy"))));
  }

  private String facts(@Nullable DatasetPolicyView stored) {
    return stored == null
        ? text("policy.none")
        : text(
            "policy.facts",
            stored.version(),
            stored.changedBy(),
            When.ago(stored.changedAt(), session.now()));
  }

  private Command command(String id) {
    return Command.one(commands, id);
  }

  private Node body() {
    var ways = new Placeholder.Ways("datasets", model::load, model::load, model::load);
    return Placeholder.insteadOf(arranged(rulesCard(), effectCard()), model.state(), ways);
  }

  /** Side by side, or one above the other where there is little room. */
  private static Node arranged(Region rules, Region effect) {
    var editor = new StackPane();
    editor
        .widthProperty()
        .map(width -> width.doubleValue() < NARROW)
        .subscribe(
            narrow -> {
              rules.setMaxWidth(narrow ? Double.MAX_VALUE : RULES_WIDTH);
              editor
                  .getChildren()
                  .setAll(narrow ? column(16, rules, effect) : new HBox(16, rules, effect));
            });
    return editor;
  }

  private Region rulesCard() {
    var problem = problem(model.problem());
    problem.setId("policy-problem");
    var more = new Button(text("policy.add"), icon(Feather.PLUS));
    more.setId("add-rule");
    more.setAccessibleText(more.getText());
    more.disableProperty().bind(command("newRule").enabled().map(may -> !may));
    more.setOnAction(_ -> add());
    var content =
        column(
            14,
            label(text("policy.rules"), "section-title"),
            wrapped(text("policy.rulesWords"), "muted"),
            rules,
            Controls.small(more),
            problem);
    var card = card(content);
    card.setPrefWidth(RULES_WIDTH);
    return card;
  }

  private void showRules(List<RuleLine> lines) {
    var rows = new ArrayList<Node>();
    for (int at = 0; at < lines.size(); at++) {
      rows.add(new RuleRow(model, lines.get(at), at));
    }
    if (rows.isEmpty()) {
      rows.add(wrapped(text("policy.noRules"), "strong"));
    }
    Controls.replace(rules, rows);
  }

  private Region effectCard() {
    var seenBy = new HBox();
    model.choices().subscribe(choices -> seenBy.getChildren().setAll(callers(choices)));
    var head =
        row(
            10,
            label(text("policy.effect"), "section-title"),
            grow(),
            label(text("policy.seenBy")),
            seenBy);
    var noRow = wrapped(text("policy.noRow"), "muted");
    model.hasRow().subscribe(has -> showIf(noRow, !has));
    return card(column(14, head, noRow, new EffectTable(model)));
  }

  private ComboBox<Caller> callers(PolicyChoices choices) {
    var choice =
        Choice.of("seen-by", choices.callers(), model.seenBy(), caller -> Who.of(caller).words());
    choice.setAccessibleText(text("policy.seenBy"));
    return choice;
  }

  private static Region card(VBox content) {
    content.getStyleClass().add("policy-body");
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var card = new VBox(scroll);
    card.getStyleClass().add("card");
    HBox.setHgrow(card, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
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
